package org.sed4j.core.translator;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.analysis.Frame;
import org.sed4j.core.translator.Function.Effect;
import org.sed4j.core.translator.Val.Form;

/** The C text of a function as it grows: its variables, one for each slot and type, and its lines. */
final class Body {
    final Program program;
    final Function function;
    private final StringBuilder text = new StringBuilder();
    private final Map<String, String> variables = new TreeMap<>();
    private int at;
    private int lines;
    private boolean jumpsToFault;

    Body(Program program, Function function) {
        this.program = program;
        this.function = function;
    }

    /** Which instruction is written now. */
    void at(int instruction) {
        at = instruction;
    }

    void line(String c) {
        text.append("    ").append(c).append('\n');
        lines++;
    }

    void note(String unindented) {
        text.append(unindented).append('\n');
    }

    /** Declares a variable of the function. */
    void declare(String name, String type) {
        variables.put(name, type);
    }

    /** From here the function can be left with the flag set. */
    void mayFault() {
        jumpsToFault = true;
        function.fault();
    }

    /** The function does something here that not every entry may do. */
    void does(Effect effect, String what, String maybe) {
        function.note(effect, new NotPortable(Where.of(function.code, at), what, maybe));
    }

    void touches(Space space, boolean writes) {
        if (space == Space.STATE) {
            does(
                    writes ? Effect.WRITES_STATE : Effect.READS_STATE,
                    writes ? "writes state" : "reads state",
                    "the field is scratch and should be transient, or this belongs into step");
        }
    }

    /** A scalar or an array of scratch is read here. */
    void readsScratch(String name) {
        function.scratch.reads(
                name,
                () -> new NotPortable(
                        Where.of(function.code, at),
                        "reads scratch that nothing writes in the same call, so that it means nothing",
                        "a table belongs into a record or a static field, state into a field that is not transient"));
    }

    /** An array is read here; which one is known, or not. */
    void reads(Val array) {
        touches(array.place().space(), false);
        if (array.is(Form.KNOWN) && array.place().space() == Space.SCRATCH) {
            readsScratch(array.place().base());
        }
    }

    /** An array is written here, or may be wherever it is handed on to. */
    void writes(Storage storage) {
        if (storage.space() == Space.SCRATCH) {
            function.scratch.writes(storage.base());
        }
    }

    int lines() {
        return lines;
    }

    boolean jumpsToFault() {
        return jumpsToFault;
    }

    String text() {
        return text.toString();
    }

    /** C declarations of variables, but for those that are parameters. */
    String declarations(Map<String, String> parameters) {
        StringBuilder c = new StringBuilder();
        variables.forEach((name, type) -> {
            if (!parameters.containsKey(name)) {
                c.append("    ")
                        .append(type.contains("$") ? type.replace("$", name) : type + " " + name)
                        .append(";\n");
            }
        });
        return c.toString();
    }

    /** The C type of a value at run time; null if nothing of it is left. */
    @Nullable
    String type(Val v) {
        return switch (v.form) {
            case NUMBER -> Element.stack(v.kind);
            case ARRAY -> v.place().element().slice();
            case CHOICE -> "int32_t";
            case RECORD -> program.records().name(v.type());
            default -> null;
        };
    }

    private @Nullable String variable(String prefix, Val v) {
        String type = type(v);
        if (type == null) {
            return v.is(Form.FRESH) && v.site() == Val.SELF ? "self" : null;
        }
        String name = prefix + (v.is(Form.NUMBER) ? String.valueOf(v.kind) : v.is(Form.CHOICE) ? "C" : "_" + type);
        declare(name, type);
        return name;
    }

    /** The variable of a local slot; null if nothing is left of its value. */
    @Nullable
    String local(int index, Val v) {
        return variable("v" + index, v);
    }

    /** The variable of a slot of the stack; null if nothing is left of its value. */
    @Nullable
    String stack(int index, Val v) {
        return variable("s" + index, v);
    }

    /** The C expression of the value {@code down} from the top of the stack, 0 the top. */
    String operand(Frame<Val> frame, int down) {
        int index = frame.getStackSize() - 1 - down;
        return use(frame.getStack(index), stack(index, frame.getStack(index)));
    }

    /** The C expression of a value that is in a variable, or known. */
    String use(Val v, @Nullable String variable) {
        if (v.isConstant()) {
            return Literal.of(v.value());
        }
        if (variable != null) {
            return variable;
        }
        throw new NotPortable.Reason("uses what " + v, "the branches before can use it each on its own");
    }

    /** The C expression of a value where another one is awaited that comprises it. */
    String converted(Val from, @Nullable String expression, Val to) {
        if (from.isConstant()) {
            return Literal.of(from.value());
        }
        if (from.is(Form.KNOWN)) {
            if (to.is(Form.ARRAY)) {
                writes(from.place());
                return slice(
                        from.place().element(),
                        from.place().c(),
                        String.valueOf(from.place().length()));
            }
            if (to.is(Form.CHOICE)) {
                return String.valueOf(program.ids().of(Objects.requireNonNull(from.known)));
            }
            if (to.is(Form.RECORD)) {
                return program.records().literal(Objects.requireNonNull(from.known));
            }
        }
        return Objects.requireNonNull(expression);
    }

    static String slice(Element element, String pointer, String length) {
        return "slice_" + element.slice() + "(" + pointer + ", " + length + ")";
    }

    /** The C expression of an array's first element's address. */
    String pointer(Val array, @Nullable String variable) {
        return array.is(Form.KNOWN) ? array.place().c() : use(array, variable) + ".p";
    }

    /** The C expression of an array's length. */
    String length(Val array, @Nullable String variable) {
        int length = array.place().length();
        return length == Storage.UNKNOWN ? use(array, variable) + ".n" : String.valueOf(length);
    }

    /** Checks an index; false if it is always wrong, so that nothing more can be written. */
    boolean index(Val index, String expression, String length) {
        if (length.equals("0")) {
            line("FAULT(2);");
            mayFault();
            return false;
        }
        boolean known = index.isConstant() && length.matches("\\d+");
        if (!known || Integer.compareUnsigned(index.value().intValue(), Integer.parseInt(length)) >= 0) {
            line("INDEX(" + expression + ", " + length + ");");
            mayFault();
        }
        return true;
    }
}
