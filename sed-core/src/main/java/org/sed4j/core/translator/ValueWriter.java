package org.sed4j.core.translator;

import static org.objectweb.asm.Opcodes.*;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Frame;

/** Writes what computes, moves and stores values: an assignment for each that is left of an instruction. */
final class ValueWriter {
    private final Body body;
    private final AccessWriter accesses;
    private final CallWriter calls;

    ValueWriter(Body body) {
        this.body = body;
        this.accesses = new AccessWriter(body);
        this.calls = new CallWriter(body, accesses);
    }

    void write(int at, AbstractInsnNode insn, Frame<Val> before, Frame<Val> after) {
        int op = insn.getOpcode();
        if (insn instanceof VarInsnNode variable) {
            move(variable, op, before, after);
        } else if (insn instanceof IincInsnNode iinc) {
            Val v = after.getLocal(iinc.var);
            String old = body.use(before.getLocal(iinc.var), body.local(iinc.var, before.getLocal(iinc.var)));
            String sum = Operators.binary(IADD).of(old, Literal.of(iinc.incr));
            body.line(body.local(iinc.var, v) + " = " + (v.isConstant() ? Literal.of(v.value()) : sum) + ";");
        } else if (op >= POP && op <= SWAP) {
            Shuffles.write(op, before, after, body);
        } else if (insn instanceof MethodInsnNode invoke) {
            calls.write(invoke, at, before, after);
        } else if (op == PUTFIELD || (op >= IASTORE && op <= SASTORE)) {
            accesses.store(insn, before);
        } else if (after.getStackSize() > 0 && op != NOP) {
            push(at, insn, before, after);
        }
    }

    private void push(int at, AbstractInsnNode insn, Frame<Val> before, Frame<Val> after) {
        int op = insn.getOpcode();
        int top = after.getStackSize() - 1;
        Val result = after.getStack(top);
        String target = body.stack(top, result);
        if (op == CHECKCAST || target == null || target.equals("self")) {
            if (op >= IALOAD && op <= SALOAD) {
                accesses.check(before);
            }
            return;
        }
        if (result.isConstant()) {
            body.line(target + " = " + Literal.of(result.value()) + ";");
            return;
        }
        String c = switch (op) {
            case GETFIELD -> accesses.field(insn, before, result);
            case NEWARRAY -> accesses.made(at, result, before);
            case ARRAYLENGTH -> body.operand(before, 0) + ".n";
            default -> op >= IALOAD && op <= SALOAD ? accesses.element(before, result) : arithmetic(at, op, before);
        };
        if (c != null) {
            body.line(target + " = " + c + ";");
        }
    }

    private @Nullable String arithmetic(int at, int op, Frame<Val> before) {
        if ((op >= INEG && op <= DNEG) || (op >= I2L && op <= I2S)) {
            return Operators.unary(op).of(body.operand(before, 0));
        }
        String a = body.operand(before, 1);
        String b = body.operand(before, 0);
        if (op >= LCMP && op <= DCMPG && isFused(at)) {
            return null;
        }
        if (op == IDIV || op == LDIV || op == IREM || op == LREM) {
            Val divisor = before.getStack(before.getStackSize() - 1);
            if (!divisor.isConstant() || divisor.value().longValue() == 0) {
                body.line("if (" + b + " == 0) FAULT(4);");
                body.mayFault();
            }
        }
        return Operators.binary(op).of(a, b);
    }

    /** Whether the comparison there is written with the jump that follows it. */
    private boolean isFused(int at) {
        AbstractInsnNode next = body.function.code.method().instructions.get(at + 1);
        return next.getOpcode() >= IFEQ && next.getOpcode() <= IFLE;
    }

    private void move(VarInsnNode insn, int op, Frame<Val> before, Frame<Val> after) {
        if (op <= ALOAD) {
            Val v = before.getLocal(insn.var);
            assign(v, body.local(insn.var, v), body.stack(after.getStackSize() - 1, v));
        } else {
            int top = before.getStackSize() - 1;
            Val v = before.getStack(top);
            assign(v, body.stack(top, v), body.local(insn.var, v));
        }
    }

    private void assign(Val v, @Nullable String from, @Nullable String to) {
        if (to != null && !to.equals(from)) {
            body.line(to + " = " + body.use(v, from) + ";");
        }
    }
}
