package org.sed4j.core.translator;

import static org.objectweb.asm.Opcodes.*;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Frame;
import org.sed4j.core.translator.Val.Form;

/** Writes a function that has been analysed as C: a variable for each slot, a goto for each jump. */
final class Writer {
    private final Program program;
    private final Function function;
    private final InsnList code;
    private final Evaluator evaluator;
    private final Body body;
    private final AccessWriter accesses;
    private final CallWriter calls;
    private final Set<Integer> targets = new HashSet<>();

    Writer(Program program, Function function) {
        this.program = program;
        this.function = function;
        this.code = function.code.method().instructions;
        this.evaluator = new Evaluator(program, function);
        this.body = new Body(program, function);
        this.accesses = new AccessWriter(body);
        this.calls = new CallWriter(body, accesses);
    }

    /** The C text, but for what says whether it is inlined. */
    String write() {
        Map<String, String> parameters = parameters();
        boolean constructor = function.code.method().name.equals("<init>");
        if (constructor) {
            body.declare(
                    "self", program.records().name(function.arguments.get(0).type()) + " $ = {0}");
        }
        for (int i = 0; i < code.size(); i++) {
            if (function.frames[i] != null) {
                Analysis.successors(program, function, i, frame(i)).forEach(next -> target(next));
            }
        }
        edge(Analysis.entered(function), 0).forEach(body::line);
        for (int i = 0; i < code.size(); i++) {
            if (function.frames[i] != null) {
                body.at(i);
                try {
                    write(i);
                } catch (NotPortable.Reason reason) {
                    throw reason.at(Where.of(function.code, i));
                }
            }
        }
        String result = resultType();
        StringBuilder c = new StringBuilder(result).append(' ').append(function.name);
        c.append("(uint8_t *w, K *k");
        parameters.forEach(
                (name, type) -> c.append(", ").append(type).append(' ').append(name));
        boolean struct = result.startsWith("R_") || result.startsWith("A_");
        if (body.jumpsToFault() && struct) {
            body.declare("none", result + " $ = {0}");
        }
        c.append(") {\n").append(body.declarations(parameters)).append(body.text());
        if (body.jumpsToFault()) {
            c.append("fault:\n    return")
                    .append(result.equals("void") ? "" : struct ? " none" : " 0")
                    .append(";\n");
        }
        function.written(body.lines());
        return c.append("}\n\n").toString();
    }

    private void target(int at) {
        if (code.get(at) instanceof LabelNode) {
            targets.add(at);
        }
    }

    private Frame<Val> frame(int at) {
        return Objects.requireNonNull(function.frames[at]);
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        int local = 0;
        for (Val v : function.arguments) {
            String type = body.type(v);
            if (type != null) {
                parameters.put(Objects.requireNonNull(body.local(local, v)), type);
            }
            local += v.getSize();
        }
        return parameters;
    }

    private String resultType() {
        String type = function.result == null || function.result.isConstant() ? null : body.type(function.result);
        return type == null ? "void" : type;
    }

    private void write(int at) {
        AbstractInsnNode insn = code.get(at);
        Frame<Val> before = frame(at);
        if (insn instanceof LineNumberNode number) {
            body.note("    /* " + Where.file(function.code) + ":" + number.line + " */");
        }
        if (insn instanceof LabelNode && targets.contains(at)) {
            body.note("L" + at + ":;");
        }
        int op = insn.getOpcode();
        if (insn instanceof JumpInsnNode jump) {
            jump(at, jump, before);
        } else if (insn instanceof TableSwitchInsnNode || insn instanceof LookupSwitchInsnNode) {
            choose(insn, before);
        } else if (op >= IRETURN && op <= RETURN) {
            returns(op, before);
        } else if (op == ATHROW) {
            body.line("FAULT(1);");
            body.mayFault();
        } else {
            Frame<Val> after = Analysis.execute(evaluator, function, before, insn);
            boolean ends = evaluator.neverReturns();
            if (op >= 0) {
                write(at, insn, before, after);
            }
            if (!ends) {
                edge(after, at + 1).forEach(body::line);
            }
        }
    }

    private void write(int at, AbstractInsnNode insn, Frame<Val> before, Frame<Val> after) {
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
        AbstractInsnNode next = code.get(at + 1);
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

    private void jump(int at, JumpInsnNode insn, Frame<Val> before) {
        int op = insn.getOpcode();
        int to = code.indexOf(insn.label);
        Boolean taken = op == GOTO ? Boolean.TRUE : Decisions.taken(program, op, before);
        Frame<Val> after = op == GOTO ? before : Analysis.execute(evaluator, function, before, insn);
        if (taken == null) {
            body.line("if (" + condition(at, op, before) + ") { " + String.join(" ", edge(after, to)) + " goto L" + to
                    + "; }");
        } else if (taken) {
            edge(after, to).forEach(body::line);
            body.line("goto L" + to + ";");
        }
        if (taken == null || !taken) {
            edge(after, at + 1).forEach(body::line);
        }
    }

    private String condition(int at, int op, Frame<Val> before) {
        if (op == IF_ACMPEQ || op == IF_ACMPNE) {
            Val choice = Val.choice(new java.util.TreeSet<>());
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
            Frame<Val> earlier = frame(at - 1);
            return Operators.fused(compared, op, body.operand(earlier, 1), body.operand(earlier, 0));
        }
        return body.operand(before, 0) + " " + Operators.sign(op) + " 0";
    }

    private void choose(AbstractInsnNode insn, Frame<Val> before) {
        Val key = before.getStack(before.getStackSize() - 1);
        Frame<Val> after = Analysis.execute(evaluator, function, before, insn);
        if (key.isConstant()) {
            int to = code.indexOf(Decisions.labels(insn, key).iterator().next());
            edge(after, to).forEach(body::line);
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
        return String.join(" ", edge(after, to)) + " goto L" + to + ";";
    }

    /** What has to be done on the way to an instruction where less is known of a slot than before. */
    private List<String> edge(Frame<Val> after, int to) {
        Frame<Val> there = frame(to);
        List<String> lines = new java.util.ArrayList<>();
        for (int i = 0; i < there.getLocals(); i++) {
            edge(after.getLocal(i), there.getLocal(i), body.local(i, there.getLocal(i)), lines);
        }
        for (int i = 0; i < there.getStackSize(); i++) {
            edge(after.getStack(i), there.getStack(i), body.stack(i, there.getStack(i)), lines);
        }
        return lines;
    }

    private void edge(Val from, Val to, @Nullable String variable, List<String> lines) {
        if (variable != null && from.is(Form.KNOWN) && !to.is(Form.KNOWN)) {
            lines.add(variable + " = " + body.converted(from, null, to) + ";");
        }
    }

    private void returns(int op, Frame<Val> before) {
        if (function.code.method().name.equals("<init>")) {
            body.line("return self;");
            return;
        }
        Val result = Objects.requireNonNull(function.result);
        if (op == RETURN || body.type(result) == null || result.isConstant()) {
            body.line("return;");
            return;
        }
        int top = before.getStackSize() - 1;
        Val v = before.getStack(top);
        body.line("return " + body.converted(v, body.stack(top, v), result) + ";");
    }
}
