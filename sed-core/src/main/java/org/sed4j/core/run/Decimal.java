package org.sed4j.core.run;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A number as text: the fewest digits that read back as the same double.
 *
 * <p>{@code Double.toString} keeps that promise only from JDK 19 on, and files must not depend on the JDK. Whole numbers
 * have no point, NaN is the empty text, and no locale is asked.
 */
final class Decimal {
    /** Doubles need at most 17 significant digits (IEEE 754-2008, section 5.12.2). */
    private static final int MOST_DIGITS = 17;
    /** Below this a whole number is exact and short enough to be written out. */
    private static final double WHOLE = 1e15;

    private Decimal() {}

    static String text(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "Infinity" : "-Infinity";
        }
        if (value == Math.rint(value) && Math.abs(value) < WHOLE) {
            return value == 0 && 1 / value < 0 ? "-0" : Long.toString((long) value);
        }
        BigDecimal exact = new BigDecimal(value);
        BigDecimal rounded = exact;
        for (int digits = 1; digits <= MOST_DIGITS; digits++) {
            rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                break;
            }
        }
        rounded = rounded.stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        return exponent >= -5 && exponent < 15 ? rounded.toPlainString() : scientific(rounded, exponent);
    }

    private static String scientific(BigDecimal value, int exponent) {
        String digits = value.unscaledValue().abs().toString();
        String tail = digits.length() > 1 ? "." + digits.substring(1) : "";
        return (value.signum() < 0 ? "-" : "") + digits.charAt(0) + tail + "e" + exponent;
    }

    /** Reads what {@link #text} wrote. */
    static double parse(String text) {
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }
}
