package org.sed4j.core.report;

import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * A mean over seeds with its 95 % confidence interval, mean ± halfWidth.
 *
 * <p>Student's t with n - 1 degrees of freedom on the values that were measured; with fewer than two the interval is
 * unknown (NaN).
 *
 * @param mean over what was measured; NaN if nothing was
 * @param halfWidth half the width of the interval
 * @param count how many were measured
 */
public record Summary(double mean, double halfWidth, int count) {
    private static final double LEVEL = 0.95;

    /** The summary of one value a seed; NaN is "not measured" and left out. */
    public static Summary of(List<Double> values) {
        int n = 0;
        double sum = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                n++;
                sum += value;
            }
        }
        double mean = n == 0 ? Double.NaN : sum / n;
        if (n < 2) {
            return new Summary(mean, Double.NaN, n);
        }
        double squares = 0;
        for (double value : values) {
            squares += Double.isNaN(value) ? 0 : (value - mean) * (value - mean);
        }
        return new Summary(mean, quantile(n - 1) * Math.sqrt(squares / (n - 1) / n), n);
    }

    private static double quantile(int degrees) {
        return new TDistribution(null, degrees).inverseCumulativeProbability(1 - (1 - LEVEL) / 2);
    }

    /** Such as {@code 0.532} or {@code 41.2 ± 3.1 (95 %, n = 5)}. */
    public String text() {
        if (Double.isNaN(halfWidth)) {
            return Double.isNaN(mean) ? "-" : number(mean);
        }
        return number(mean) + " ± " + number(halfWidth) + " (95 %, n = " + count + ")";
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.4g", value);
    }
}
