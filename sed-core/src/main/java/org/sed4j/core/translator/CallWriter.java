package org.sed4j.core.translator;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.analysis.Frame;
import org.sed4j.core.translator.Call.Target;
import org.sed4j.core.translator.Function.Effect;
import org.sed4j.core.translator.Val.Form;

/** Writes what invokes a method. */
final class CallWriter {
    private final Body body;
    private final Program program;
    private final AccessWriter accesses;

    CallWriter(Body body, AccessWriter accesses) {
        this.body = body;
        this.program = body.program;
        this.accesses = accesses;
    }

    /** The values that a call is given, receiver first, and their variables. */
    private final class Arguments {
        final List<Val> values = new ArrayList<>();
        final List<@Nullable String> variables = new ArrayList<>();

        Arguments(MethodInsnNode insn, Frame<Val> before) {
            int count = Type.getArgumentTypes(insn.desc).length + (insn.getOpcode() == Opcodes.INVOKESTATIC ? 0 : 1);
            for (int i = before.getStackSize() - count; i < before.getStackSize(); i++) {
                values.add(before.getStack(i));
                variables.add(body.stack(i, before.getStack(i)));
            }
        }

        String c(int i) {
            return body.use(values.get(i), variables.get(i));
        }
    }

    void write(MethodInsnNode insn, int at, Frame<Val> before, Frame<Val> after) {
        Arguments given = new Arguments(insn, before);
        Call call = program.calls().resolve(insn, given.values, at);
        boolean isVoid = Type.getReturnType(insn.desc).equals(Type.VOID_TYPE);
        int top = after.getStackSize() - 1;
        Val result = isVoid ? Val.VOID : after.getStack(top);
        String target = isVoid ? null : body.stack(top, result);
        String c = null;
        switch (call.kind()) {
            case NOTHING -> c = result.isConstant() ? Literal.of(result.value()) : copied(insn, given);
            case INTRINSIC -> c = intrinsic(call, given);
            case INEXACT -> {
                body.does(
                        Effect.INEXACT,
                        "calls " + insn.owner.substring(insn.owner.lastIndexOf('/') + 1) + "." + insn.name
                                + ", whose last digits differ between machines",
                        "a table computed by the constructor can hold it; rewards, measures and gauges may call it");
                c = intrinsic(call, given);
            }
            case FILL -> fill(given);
            case COPY -> copy(given);
            case CLONE -> c = accesses.cloned(at, given.values.get(0), given.variables.get(0));
            case CHOICE -> c = accesses.constant(given.values.get(0), given.c(0), result.kind, call.c());
            case ELEMENT -> {
                List<?> list = (List<?>) Objects.requireNonNull(given.values.get(0).known);
                String element = target == null
                        ? null
                        : accesses.element(list, list.toArray(), given.values.get(1), given.c(1), result);
                if (target == null) {
                    body.index(given.values.get(1), given.c(1), String.valueOf(list.size()));
                }
                c = element;
            }
            case CONSTRUCTOR -> construct(call.targets().get(0).function(), given, before, after);
            case FUNCTIONS -> call(call.targets(), given, result, target);
        }
        if (c != null && target != null) {
            body.line(target + " = " + c + ";");
        }
    }

    private @Nullable String copied(MethodInsnNode insn, Arguments given) {
        return insn.name.equals("requireNonNull") ? given.variables.get(0) : null;
    }

    private static String intrinsic(Call call, Arguments given) {
        List<String> operands = new ArrayList<>();
        for (int i = 0; i < given.values.size(); i++) {
            operands.add(given.c(i));
        }
        return call.c().get(0) + "(" + String.join(", ", operands) + ")";
    }

    private void fill(Arguments given) {
        Val array = given.values.get(0);
        AccessWriter.requireWritable(array);
        Storage s = array.place();
        body.touches(s.space(), true);
        body.writes(s);
        String length = body.length(array, given.variables.get(0));
        String from = "0";
        String to = length;
        if (given.values.size() == 4) {
            from = given.c(1);
            to = given.c(2);
            body.line("if (" + from + " < 0 || " + to + " < " + from + " || " + to + " > " + length + ") FAULT(2);");
            body.mayFault();
        }
        String value = s.element().stored(given.c(given.values.size() - 1));
        body.line("fill_" + s.element().slice() + "(" + body.pointer(array, given.variables.get(0)) + ", " + s.stride()
                + ", " + from + ", " + to + ", " + value + ");");
    }

    private void copy(Arguments given) {
        Val source = given.values.get(0);
        Val target = given.values.get(2);
        AccessWriter.requireWritable(target);
        if (!source.isArray() || source.place().element() != target.place().element()) {
            throw new NotPortable.Reason(
                    "copies " + source + " to " + target, "both can be arrays of one type of number");
        }
        Storage s = source.place();
        Storage t = target.place();
        body.reads(source);
        body.touches(t.space(), true);
        body.writes(t);
        String count = given.c(4);
        body.line("RANGE(" + given.c(1) + ", " + count + ", " + body.length(source, given.variables.get(0)) + ");");
        body.line("RANGE(" + given.c(3) + ", " + count + ", " + body.length(target, given.variables.get(2)) + ");");
        body.mayFault();
        body.line("copy_" + s.element().slice() + "(" + body.pointer(source, given.variables.get(0)) + ", " + s.stride()
                + ", " + given.c(1) + ", " + body.pointer(target, given.variables.get(2)) + ", " + t.stride() + ", "
                + given.c(3) + ", " + count + ");");
    }

    private String invocation(Function callee, Arguments given) {
        program.write(callee);
        body.function.calls(callee);
        StringBuilder c = new StringBuilder(callee.name).append("(w, k");
        for (int i = 0; i < given.values.size(); i++) {
            if (body.type(callee.arguments.get(i)) != null) {
                c.append(", ")
                        .append(body.converted(given.values.get(i), given.variables.get(i), callee.arguments.get(i)));
            }
        }
        return c.append(')').toString();
    }

    private void call(List<Target> targets, Arguments given, Val result, @Nullable String target) {
        for (int i = 0; i < targets.size(); i++) {
            Target each = targets.get(i);
            String before = "";
            if (targets.size() > 1) {
                String test = Objects.requireNonNull(each.receivers()).stream()
                        .map(id -> given.c(0) + " == " + id)
                        .collect(Collectors.joining(" || "));
                before = (i > 0 ? "else " : "") + (i < targets.size() - 1 ? "if (" + test + ") " : "");
            }
            body.line(before + "{ " + statement(each.function(), given, result, target) + " }");
        }
        for (Target each : targets) {
            if (each.function().result == null && targets.size() == 1) {
                body.line("goto fault;");
                body.mayFault();
                return;
            }
        }
        checked(targets.stream().anyMatch(t -> t.function().faults() || t.function().result == null));
    }

    private String statement(Function callee, Arguments given, Val result, @Nullable String target) {
        String c = invocation(callee, given);
        Val returned = callee.result;
        if (target == null || returned == null) {
            return c + ";";
        }
        boolean inC = body.type(returned) != null && !returned.isConstant();
        return inC
                ? target + " = " + body.converted(returned, c, result) + ";"
                : c + "; " + target + " = " + body.converted(returned, null, result) + ";";
    }

    private void checked(boolean faults) {
        if (faults) {
            body.line("if (k->fault) goto fault;");
            body.mayFault();
        }
    }

    private void construct(Function callee, Arguments given, Frame<Val> before, Frame<Val> after) {
        Val fresh = given.values.get(0);
        String c = invocation(callee, given);
        if (fresh.is(Form.FRESH) && fresh.site() == Val.SELF) {
            body.line("self = " + c + ";");
            checked(callee.faults());
            return;
        }
        List<String> copies = new ArrayList<>();
        for (int i = 0; i < after.getLocals(); i++) {
            if (before.getLocal(i).equals(fresh)) {
                copies.add(body.local(i, after.getLocal(i)) + " = made;");
            }
        }
        for (int i = 0; i < after.getStackSize(); i++) {
            if (before.getStack(i).equals(fresh)) {
                copies.add(body.stack(i, after.getStack(i)) + " = made;");
            }
        }
        body.line(
                "{ " + program.records().name(fresh.type()) + " made = " + c + "; " + String.join(" ", copies) + " }");
        checked(callee.faults());
    }
}
