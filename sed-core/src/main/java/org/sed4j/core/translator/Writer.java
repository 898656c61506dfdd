package org.sed4j.core.translator;

import static org.objectweb.asm.Opcodes.*;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.analysis.Frame;

/** Writes a function that has been analysed as C: a variable for each slot, a goto for each jump. */
final class Writer {
    private final Program program;
    private final Function function;
    private final InsnList code;
    private final Evaluator evaluator;
    private final Body body;
    private final Edges edges;
    private final JumpWriter jumps;
    private final ValueWriter values;
    private final Set<Integer> targets = new HashSet<>();

    Writer(Program program, Function function) {
        this.program = program;
        this.function = function;
        this.code = function.code.method().instructions;
        this.evaluator = new Evaluator(program, function);
        this.body = new Body(program, function);
        this.edges = new Edges(body);
        this.jumps = new JumpWriter(body, evaluator, edges);
        this.values = new ValueWriter(body);
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
        edges.to(0, Analysis.entered(function)).forEach(body::line);
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
            jumps.jump(at, jump, before);
        } else if (insn instanceof TableSwitchInsnNode || insn instanceof LookupSwitchInsnNode) {
            jumps.choose(insn, before);
        } else if (op >= IRETURN && op <= RETURN) {
            returns(op, before);
        } else if (op == ATHROW) {
            body.line("FAULT(1);");
            body.mayFault();
        } else {
            Frame<Val> after = Analysis.execute(evaluator, function, before, insn);
            boolean ends = evaluator.neverReturns();
            if (op >= 0) {
                values.write(at, insn, before, after);
            }
            if (!ends) {
                edges.to(at + 1, after).forEach(body::line);
            }
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
