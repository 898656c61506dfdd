package org.sed4j.envs.oracle;

/**
 * The natural logarithm from exactly specified operations alone, so that worlds may take it on every backend alike.
 *
 * <p>x = 2^k · m with m ∈ [√½, √2), ln m = 2 artanh((m-1)/(m+1)) by its series: the first left-out term is below 2e-18, the
 * error below 2 ulp of a result away from 0.
 */
public final class Logarithm {
    /** ln 2 in two parts: a multiple of the first by an exponent is exact. */
    private static final double LN2_HIGH = 0x1.62e42feep-1;

    private static final double LN2_LOW = 0x1.a39ef35793c76p-33;
    private static final double SQRT2 = 1.4142135623730951;
    private static final int EXPONENT = 52;
    private static final long MANTISSA = (1L << EXPONENT) - 1;
    private static final int BIAS = 1023;

    private Logarithm() {}

    /**
     * ln x.
     *
     * @param x a positive, finite, normal number; else the result means nothing
     */
    public static double of(double x) {
        long bits = Double.doubleToRawLongBits(x);
        int k = (int) (bits >>> EXPONENT) - BIAS;
        double m = Double.longBitsToDouble((bits & MANTISSA) | ((long) BIAS << EXPONENT));
        if (m > SQRT2) {
            m *= 0.5;
            k++;
        }
        double s = (m - 1) / (m + 1);
        double z = s * s;
        double sum = 0;
        for (int j = 21; j >= 1; j -= 2) {
            sum = sum * z + 1.0 / j;
        }
        return k * LN2_HIGH + (k * LN2_LOW + 2 * s * sum);
    }
}
