package org.sed4j.core.translator;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.analysis.Frame;
import org.sed4j.core.translator.Val.Form;

/** Which way a branch goes, if that is known before the program runs. */
final class Decisions {
    private Decisions() {}

    /** Whether a jump is taken; null if that is seen at run time. */
    static @Nullable Boolean taken(Program program, int opcode, Frame<Val> before) {
        Val b = before.getStack(before.getStackSize() - 1);
        if (opcode == IFNULL || opcode == IFNONNULL) {
            return isNull(b) == (opcode == IFNULL);
        }
        if (opcode >= IFEQ && opcode <= IFLE) {
            return b.isConstant() ? Folding.jumps(opcode, b.value().intValue(), 0) : null;
        }
        Val a = before.getStack(before.getStackSize() - 2);
        if (opcode == IF_ACMPEQ || opcode == IF_ACMPNE) {
            Boolean same = same(program, a, b);
            return same == null ? null : same == (opcode == IF_ACMPEQ);
        }
        if (!a.isConstant() || !b.isConstant()) {
            return null;
        }
        return Folding.jumps(opcode, a.value().intValue(), b.value().intValue());
    }

    private static boolean isNull(Val v) {
        if (v.is(Form.MIXED) || v.is(Form.UNSET)) {
            throw new NotPortable.Reason(
                    "asks whether something is null that " + v, "a boolean or an int can say which it is");
        }
        return v.isNull();
    }

    private static @Nullable Boolean same(Program program, Val a, Val b) {
        if (a.is(Form.KNOWN) && b.is(Form.KNOWN)) {
            return a.known == b.known;
        }
        if ((a.isNull() && !b.is(Form.MIXED)) || (b.isNull() && !a.is(Form.MIXED))) {
            return false;
        }
        boolean choosable = (a.is(Form.CHOICE) || a.is(Form.KNOWN)) && (b.is(Form.CHOICE) || b.is(Form.KNOWN));
        if (!choosable || a.isArray() || b.isArray()) {
            throw new NotPortable.Reason(
                    "asks whether two references are the same (" + a + ", " + b + ")",
                    "numbers can be compared instead");
        }
        NavigableSet<Integer> left = program.ids().of(a);
        return left.stream().anyMatch(program.ids().of(b)::contains) ? null : Boolean.FALSE;
    }

    /** Where a switch may lead. */
    static Set<LabelNode> labels(AbstractInsnNode insn, Val key) {
        Set<LabelNode> labels = new LinkedHashSet<>();
        for (Case each : cases(insn)) {
            if (!key.isConstant()) {
                labels.add(each.label());
            } else if (each.key() == key.value().intValue()) {
                return Set.of(each.label());
            }
        }
        labels.add(otherwise(insn));
        return labels;
    }

    /** A case of a switch. */
    record Case(int key, LabelNode label) {}

    static List<Case> cases(AbstractInsnNode insn) {
        List<Case> cases = new ArrayList<>();
        if (insn instanceof TableSwitchInsnNode table) {
            for (int i = 0; i < table.labels.size(); i++) {
                cases.add(new Case(table.min + i, table.labels.get(i)));
            }
        } else {
            LookupSwitchInsnNode lookup = (LookupSwitchInsnNode) insn;
            for (int i = 0; i < lookup.labels.size(); i++) {
                cases.add(new Case(lookup.keys.get(i), lookup.labels.get(i)));
            }
        }
        return cases;
    }

    static LabelNode otherwise(AbstractInsnNode insn) {
        return insn instanceof TableSwitchInsnNode table ? table.dflt : ((LookupSwitchInsnNode) insn).dflt;
    }
}
