package org.sed4j.core.translator;

/** Numbers as C writes them, to the bit. */
final class Literal {
    private Literal() {}

    static String of(Object number) {
        if (number instanceof Integer i) {
            return i == Integer.MIN_VALUE ? "INT32_MIN" : i.toString();
        }
        if (number instanceof Long j) {
            return j == Long.MIN_VALUE ? "INT64_MIN" : "INT64_C(" + j + ")";
        }
        if (number instanceof Float f) {
            if (Float.isNaN(f)) {
                return "NAN";
            }
            return Float.isInfinite(f) ? (f > 0 ? "INFINITY" : "-INFINITY") : Float.toHexString(f) + "f";
        }
        double d = (Double) number;
        if (Double.isNaN(d)) {
            return "((double)NAN)";
        }
        return Double.isInfinite(d) ? (d > 0 ? "((double)INFINITY)" : "(-(double)INFINITY)") : Double.toHexString(d);
    }
}
