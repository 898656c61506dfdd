package org.sed4j.core.translator;

import static org.objectweb.asm.Opcodes.*;

import java.util.Objects;
import java.util.TreeSet;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.analysis.Frame;

/** Writes branches and switches: a goto for each way that is open. */
final class JumpWriter {
    private final Function function;
    private final InsnList code;
    private final Evaluator evaluator;
    private final Body body;
    private final Edges edges;

    JumpWriter(Body body, Evaluator evaluator, Edges edges) {
        this.function = body.function;
        this.code = function.code.method().instructions;
        this.evaluator = evaluator;
        this.body = body;
        this.edges = edges;
    }

    void jump(int at, JumpInsnNode insn, Frame<Val> before) {
        int op = insn.getOpcode();
        int to = code.indexOf(insn.label);
        Boolean taken = op == GOTO ? Boolean.TRUE : Decisions.taken(body.program, op, before);
        Frame<Val> after = op == GOTO ? before : Analysis.execute(evaluator, function, before, insn);
        if (taken == null) {
            body.line("if (" + condition(at, op, before) + ") { " + String.join(" ", edges.to(to, after)) + " goto L"
                    + to + "; }");
        } else if (taken) {
            edges.to(to, after).forEach(body::line);
            body.line("goto L" + to + ";");
        }
        if (taken == null || !taken) {
            edges.to(at + 1, after).forEach(body::line);
        }
    }

    private String condition(int at, int op, Frame<Val> before) {
        if (op == IF_ACMPEQ || op == IF_ACMPNE) {
            Val choice = Val.choice(new TreeSet<>());
            int top = before.getStackSize() - 1;
            Val a = before.getStack(top - 1);
            Val b = before.getStack(top);
            return body.converted(a, body.stack(top - 1, a), choice) + " " + Operators.sign(op) + " "
                    + body.converted(b, body.stack(top, b), choice);
        }
        if (op >= IF_ICMPEQ) {
            return body.operand(before, 1) + " " + Operators.sign(op) + " " + body.operand(before, 0);
        }
        int compared = at > 0 ? code.get(at - 1).getOpcode() : -1;
        if (compared >= LCMP && compared <= DCMPG && function.frames[at - 1] != null) {
            Frame<Val> earlier = Objects.requireNonNull(function.frames[at - 1]);
            return Operators.fused(compared, op, body.operand(earlier, 1), body.operand(earlier, 0));
        }
        return body.operand(before, 0) + " " + Operators.sign(op) + " 0";
    }

    void choose(AbstractInsnNode insn, Frame<Val> before) {
        Val key = before.getStack(before.getStackSize() - 1);
        Frame<Val> after = Analysis.execute(evaluator, function, before, insn);
        if (key.isConstant()) {
            int to = code.indexOf(Decisions.labels(insn, key).iterator().next());
            edges.to(to, after).forEach(body::line);
            body.line("goto L" + to + ";");
            return;
        }
        body.line("switch (" + body.operand(before, 0) + ") {");
        for (Decisions.Case each : Decisions.cases(insn)) {
            body.line("case " + Literal.of(each.key()) + ": " + go(after, each.label()));
        }
        body.line("default: " + go(after, Decisions.otherwise(insn)));
        body.line("}");
    }

    private String go(Frame<Val> after, LabelNode label) {
        int to = code.indexOf(label);
        return String.join(" ", edges.to(to, after)) + " goto L" + to + ";";
    }
}
