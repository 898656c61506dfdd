package org.sed4j.core.translator;

/** What an array or a field holds, and what that is in C. */
enum Element {
    BOOLEAN(boolean.class, "int8_t", 'I', 1),
    BYTE(byte.class, "int8_t", 'I', 1),
    SHORT(short.class, "int16_t", 'I', 2),
    CHAR(char.class, "uint16_t", 'I', 2),
    INT(int.class, "int32_t", 'I', 4),
    LONG(long.class, "int64_t", 'J', 8),
    FLOAT(float.class, "float", 'F', 4),
    DOUBLE(double.class, "double", 'D', 8);

    private final Class<?> type;
    private final String c;
    private final char kind;
    private final int bytes;

    Element(Class<?> type, String c, char kind, int bytes) {
        this.type = type;
        this.c = c;
        this.kind = kind;
        this.bytes = bytes;
    }

    /** The element of a primitive type. */
    static Element of(Class<?> type) {
        for (Element each : values()) {
            if (each.type == type) {
                return each;
            }
        }
        throw new IllegalArgumentException(type + " is no primitive");
    }

    /** By the operand of {@code newarray}. */
    static Element ofCode(int code) {
        return switch (code) {
            case 4 -> BOOLEAN;
            case 5 -> CHAR;
            case 6 -> FLOAT;
            case 7 -> DOUBLE;
            case 8 -> BYTE;
            case 9 -> SHORT;
            case 10 -> INT;
            default -> LONG;
        };
    }

    /** Its C type in memory. */
    String c() {
        return c;
    }

    /** I, J, F or D: what it is on the operand stack. */
    char kind() {
        return kind;
    }

    int bytes() {
        return bytes;
    }

    /** "byte". */
    String java() {
        return type.getName();
    }

    /** The C type of a slice of an array: pointer and length. */
    String slice() {
        return switch (this) {
            case BOOLEAN, BYTE -> "A_i8";
            case SHORT -> "A_i16";
            case CHAR -> "A_u16";
            case INT -> "A_i32";
            case LONG -> "A_i64";
            case FLOAT -> "A_f32";
            case DOUBLE -> "A_f64";
        };
    }

    /** How a number of the operand stack is stored as one. */
    String stored(String c) {
        return switch (this) {
            case BOOLEAN -> "(int8_t)((" + c + ") & 1)";
            case BYTE, SHORT, CHAR -> "(" + this.c + ")(" + c + ")";
            default -> c;
        };
    }

    /** The C type of a kind of the operand stack. */
    static String stack(char kind) {
        return switch (kind) {
            case 'I' -> "int32_t";
            case 'J' -> "int64_t";
            case 'F' -> "float";
            default -> "double";
        };
    }
}
