package org.sed4j.core.translator;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.objectweb.asm.Type;

/** Records that a program makes: structs of C, of numbers and of such records. */
final class Records {
    private final Map<Class<?>, String> names = new LinkedHashMap<>();
    private final StringBuilder declarations = new StringBuilder();

    /** Declares a class of records, those inside it first. */
    void require(Class<?> type) {
        if (names.containsKey(type)) {
            return;
        }
        for (RecordComponent each : type.getRecordComponents()) {
            if (each.getType().isRecord()) {
                require(each.getType());
            } else if (!each.getType().isPrimitive()) {
                throw new NotPortable.Reason(
                        "makes a " + type.getSimpleName() + ", whose " + each.getName() + " is a reference",
                        "a record that is made while running can hold numbers only");
            }
        }
        String name = "R_" + inC(type.getSimpleName()) + names.size();
        names.put(type, name);
        StringBuilder members = new StringBuilder();
        StringBuilder parameters = new StringBuilder();
        StringBuilder body = new StringBuilder();
        for (RecordComponent each : type.getRecordComponents()) {
            String declared = c(each.getType()) + " " + inC(each.getName());
            members.append(declared).append("; ");
            parameters.append(parameters.length() == 0 ? "" : ", ").append(declared);
            body.append("r." + inC(each.getName()) + " = " + inC(each.getName()) + "; ");
        }
        declarations.append("typedef struct { ").append(members.length() == 0 ? "char nothing; " : members);
        declarations
                .append("} ")
                .append(name)
                .append(";\nHELPER ")
                .append(name)
                .append(" make_")
                .append(name);
        declarations
                .append('(')
                .append(parameters.length() == 0 ? "void" : parameters)
                .append(") { ");
        declarations.append(name).append(" r; ").append(body).append("return r; }\n");
    }

    /** A name of Java as C takes it, whatever letters it has and whatever it means in C. */
    static String inC(String name) {
        StringBuilder c = new StringBuilder();
        for (int at = 0; at < name.length(); at++) {
            char letter = name.charAt(at);
            boolean plain = letter < 128 && (Character.isLetterOrDigit(letter) || letter == '_');
            c.append(plain ? String.valueOf(letter) : "u" + Integer.toHexString(letter));
        }
        return c.append('_').toString();
    }

    private String c(Class<?> type) {
        return type.isPrimitive() ? Element.stack(Reflection.kind(Type.getType(type))) : name(type);
    }

    /** The C type of a declared class of records. */
    String name(Class<?> type) {
        require(type);
        return Objects.requireNonNull(names.get(type));
    }

    /** A known record as C. */
    String literal(Object value) {
        StringBuilder c = new StringBuilder("make_" + name(value.getClass()) + "(");
        String between = "";
        for (RecordComponent each : value.getClass().getRecordComponents()) {
            Object component = Reflection.get(Reflection.field(value.getClass(), each.getName()), value);
            c.append(between);
            c.append(
                    each.getType().isRecord()
                            ? literal(Objects.requireNonNull(component))
                            : Literal.of(Reflection.onStack(component)));
            between = ", ";
        }
        return c.append(')').toString();
    }

    String declarations() {
        return declarations.toString();
    }
}
