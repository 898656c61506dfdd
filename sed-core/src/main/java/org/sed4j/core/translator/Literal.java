package org.sed4j.core.translator;

/** Numbers as C writes them, to the bit. */
final class Literal {
    private Literal() {}

    static String of(Object number) {
        if (number instanceof Integer i) {
            return i == Integer.MIN_VALUE ? "INT32_C_MIN" : i < 0 ? "(" + i + ")" : i.toString();
        }
        if (number instanceof Long j) {
            return j == Long.MIN_VALUE ? "INT64_C_MIN" : j < 0 ? "(" + j + "LL)" : j + "LL";
        }
        if (number instanceof Float f) {
            String text = Float.isNaN(f)
                    ? "F_NAN"
                    : Float.isInfinite(f) ? "F_INFINITY" : Float.toHexString(Math.abs(f)) + "f";
            return isNegative(Math.copySign(1.0, f)) && !Float.isNaN(f) ? "(-" + text + ")" : text;
        }
        double d = (Double) number;
        String text = Double.isNaN(d) ? "D_NAN" : Double.isInfinite(d) ? "D_INFINITY" : Double.toHexString(Math.abs(d));
        return isNegative(Math.copySign(1.0, d)) && !Double.isNaN(d) ? "(-" + text + ")" : text;
    }

    private static boolean isNegative(double sign) {
        return sign < 0;
    }
}
