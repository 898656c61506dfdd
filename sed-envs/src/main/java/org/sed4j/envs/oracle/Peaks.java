package org.sed4j.envs.oracle;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Where a function of one number is greatest, to the last bits of the number.
 *
 * <p>Each piece between kinks is scanned; around its highest point the slope's change of sign is bisected, which finds
 * smooth peaks and those where two branches cross alike. Borders and kinks are candidates as well.
 */
public final class Peaks {
    private static final int SCAN = 200;
    private static final int HALVINGS = 200;
    private static final double INSIDE = 1e-13;

    private Peaks() {}

    /**
     * The argument of the maximum over [low, high], the least of several.
     *
     * @param slope the derivative of {@code value}, between kinks
     * @param kinks where {@code value} may jump or bend and the scan should not rely on its slope
     */
    public static double of(
            DoubleUnaryOperator value, DoubleUnaryOperator slope, double low, double high, double... kinks) {
        double[] cuts =
                Arrays.stream(kinks).filter(k -> k > low && k < high).sorted().toArray();
        double best = low;
        double most = value.applyAsDouble(low);
        double from = low;
        for (int c = 0; c <= cuts.length; c++) {
            double to = c < cuts.length ? cuts[c] : high;
            for (double candidate : new double[] {inside(value, slope, from, to), to}) {
                double v = value.applyAsDouble(candidate);
                if (v > most) {
                    most = v;
                    best = candidate;
                }
            }
            from = to;
        }
        return best;
    }

    private static double inside(DoubleUnaryOperator value, DoubleUnaryOperator slope, double from, double to) {
        double width = to - from;
        int top = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < SCAN; k++) {
            double v = value.applyAsDouble(from + width * (k + 0.5) / SCAN);
            if (v > most) {
                most = v;
                top = k;
            }
        }
        double left = from + width * Math.max(INSIDE, (top - 0.5) / SCAN);
        double right = from + width * Math.min(1 - INSIDE, (top + 1.5) / SCAN);
        if (!(slope.applyAsDouble(left) > 0)) {
            return left;
        }
        if (!(slope.applyAsDouble(right) < 0)) {
            return right;
        }
        for (int h = 0; h < HALVINGS; h++) {
            double middle = (left + right) / 2;
            if (middle <= left || middle >= right) {
                break;
            }
            if (slope.applyAsDouble(middle) > 0) {
                left = middle;
            } else {
                right = middle;
            }
        }
        return (left + right) / 2;
    }
}
