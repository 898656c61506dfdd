package org.sed4j.core.translator;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.sed4j.core.translator.Val.Form;

/**
 * Finds out what every slot of a method holds at every instruction, following only the ways that the constructed world
 * allows: a branch that configuration decides is not looked at.
 */
final class Analysis {
    private final Program program;
    private final Function function;
    private final InsnList code;
    private final Evaluator evaluator;
    private final Deque<Integer> open = new ArrayDeque<>();

    Analysis(Program program, Function function) {
        this.program = program;
        this.function = function;
        this.code = function.code.method().instructions;
        this.evaluator = new Evaluator(program, function);
    }

    void run() {
        if (!function.code.method().tryCatchBlocks.isEmpty()) {
            throw new NotPortable.Reason("catches exceptions", "what can go wrong can be asked before it does")
                    .at(Where.of(function.code, 0));
        }
        flow(entered(function), 0);
        while (!open.isEmpty()) {
            int at = open.pop();
            try {
                program.follow();
                visit(at);
            } catch (NotPortable.Reason reason) {
                throw reason.at(Where.of(function.code, at));
            }
        }
    }

    /** The frame with which a function is entered: where a loop begins it, less may be known at its first instruction. */
    static Frame<Val> entered(Function function) {
        Frame<Val> frame = new Frame<>(function.code.method().maxLocals, function.code.method().maxStack);
        int local = 0;
        for (Val v : function.arguments) {
            frame.setLocal(local++, v);
            if (v.getSize() == 2) {
                frame.setLocal(local++, Val.UNSET);
            }
        }
        while (local < function.code.method().maxLocals) {
            frame.setLocal(local++, Val.UNSET);
        }
        return frame;
    }

    private void flow(Frame<Val> frame, int to) {
        Frame<Val> there = function.frames[to];
        try {
            if (there == null) {
                function.frames[to] = new Frame<>(frame);
                open.push(to);
            } else if (there.merge(frame, evaluator) && !open.contains(to)) {
                open.push(to);
            }
        } catch (AnalyzerException broken) {
            throw new IllegalStateException(function.name + ": " + broken.getMessage(), broken);
        }
    }

    private void visit(int at) {
        Frame<Val> before = Objects.requireNonNull(function.frames[at]);
        AbstractInsnNode insn = code.get(at);
        if (insn.getOpcode() >= IRETURN && insn.getOpcode() <= RETURN) {
            returns(insn.getOpcode(), before);
            return;
        }
        Frame<Val> after = after(before, insn);
        if (after == null) {
            return;
        }
        for (int next : successors(program, function, at, before)) {
            flow(after, next);
        }
    }

    /** The frame after an instruction; null if nothing comes after it. */
    private @Nullable Frame<Val> after(Frame<Val> before, AbstractInsnNode insn) {
        Frame<Val> after = execute(evaluator, function, before, insn);
        return evaluator.neverReturns() ? null : after;
    }

    /** The frame after an instruction. */
    static Frame<Val> execute(Evaluator evaluator, Function function, Frame<Val> before, AbstractInsnNode insn) {
        Frame<Val> after = new Frame<>(before);
        int op = insn.getOpcode();
        if (op < 0) {
            return after;
        }
        if (op == NEWARRAY || op == NEW || (insn instanceof MethodInsnNode call && call.name.equals("clone"))) {
            requireGone(function.code.method().instructions.indexOf(insn), before);
        }
        try {
            after.execute(insn, evaluator);
        } catch (AnalyzerException broken) {
            throw new IllegalStateException(function.name + ": " + broken.getMessage(), broken);
        }
        if (op == INVOKESPECIAL && ((MethodInsnNode) insn).name.equals("<init>")) {
            constructed(before, after, (MethodInsnNode) insn);
        }
        return after;
    }

    /** What was made by an instruction may not be held any more when it makes another one: both have one place in C. */
    private static void requireGone(int site, Frame<Val> before) {
        for (int i = 0; i < before.getLocals() + before.getStackSize(); i++) {
            Val v = i < before.getLocals() ? before.getLocal(i) : before.getStack(i - before.getLocals());
            if ((v.is(Form.ARRAY) || v.is(Form.FRESH)) && v.numbers.contains(site)) {
                throw new NotPortable.Reason(
                        "makes an array in a loop while the one made before is still held",
                        "it can be made before the loop, or both by instructions of their own");
            }
        }
    }

    /** A record whose constructor has returned is no longer fresh. */
    private static void constructed(Frame<Val> before, Frame<Val> after, MethodInsnNode insn) {
        int count = org.objectweb.asm.Type.getArgumentTypes(insn.desc).length;
        Val made = before.getStack(before.getStackSize() - 1 - count);
        if (!made.is(Form.FRESH) || made.site() == Val.SELF) {
            return;
        }
        for (int i = 0; i < after.getLocals(); i++) {
            if (after.getLocal(i).equals(made)) {
                after.setLocal(i, Val.record(made.type()));
            }
        }
        for (int i = 0; i < after.getStackSize(); i++) {
            if (after.getStack(i).equals(made)) {
                after.setStack(i, Val.record(made.type()));
            }
        }
    }

    private void returns(int opcode, Frame<Val> frame) {
        boolean constructor = function.code.method().name.equals("<init>");
        Val v = constructor
                ? Val.record(function.arguments.get(0).type())
                : opcode == RETURN ? Val.VOID : frame.getStack(frame.getStackSize() - 1);
        if (v.is(Form.ARRAY) && (v.place().space() == Space.LOCAL || !v.numbers.isEmpty())) {
            throw new NotPortable.Reason(
                    "returns an array that a method has made", "the caller can make it and hand it over to be filled");
        }
        if (v.is(Form.MIXED)) {
            throw new NotPortable.Reason("returns what " + v, "a method for each can return it");
        }
        function.result = function.result == null ? v : Merge.of(function.result, v, program.ids());
    }

    /** The instructions that may come next. */
    static List<Integer> successors(Program program, Function function, int at, Frame<Val> before) {
        InsnList code = function.code.method().instructions;
        AbstractInsnNode insn = code.get(at);
        int op = insn.getOpcode();
        List<Integer> next = new ArrayList<>();
        if (insn instanceof JumpInsnNode jump) {
            Boolean taken = op == Opcodes.GOTO ? Boolean.TRUE : Decisions.taken(program, op, before);
            if (taken == null || taken) {
                next.add(code.indexOf(jump.label));
            }
            if (taken == null || !taken) {
                next.add(at + 1);
            }
        } else if (insn instanceof TableSwitchInsnNode || insn instanceof LookupSwitchInsnNode) {
            for (LabelNode label : Decisions.labels(insn, before.getStack(before.getStackSize() - 1))) {
                next.add(code.indexOf(label));
            }
        } else if (op != ATHROW && (op < IRETURN || op > RETURN)) {
            next.add(at + 1);
        }
        return next;
    }
}
