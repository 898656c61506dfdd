package org.sed4j.core.math;

/**
 * exp, log, tanh and the logistic function, one number at a time, exactly specified.
 *
 * <p>Each is a Taylor polynomial after a reduction of the argument: exp x = 2^n exp r with |r| ≤ ln 2 / 2, and log x = n ln 2 +
 * log m with m in [√½, √2), where log(1 + f) = f - s (f - R), s = f / (2 + f), R = 2 s²/3 + 2 s⁴/5 + … The functions of floats
 * are computed in doubles and rounded once: on every 9,973rd float they are within 0.51 units in the last place (ulp) of the
 * truth. Errors of functions of doubles are those found against StrictMath, whose own they include, on 400,000 draws.
 *
 * <p>NaN gives NaN. Infinite arguments give limits. Results never leave a function's range.
 */
public final class Elementary {
    private static final double LOG2_E = 1.4426950408889634;
    /** ln 2 in two parts; the first has 33 bits, so that its products with an exponent are exact. */
    private static final double LN2_HIGH = 0x1.62e42feep-1;

    private static final double LN2_LOW = 0x1.a39ef35793c76p-33;
    /** Added and taken away again, it rounds to an integer, ties to even. */
    private static final double ROUNDING = 0x1.8p52;

    private static final double ROOT_HALF = 0.7071067811865476;
    private static final int MANTISSA = 52;
    private static final int BIAS = 1023;
    private static final long FRACTION = (1L << MANTISSA) - 1;

    private static final double EXP_MOST = 710; // beyond it e^x overflows
    private static final double EXP_LEAST = -746; // beyond it e^x is less than half of the least double
    private static final double TANH_MOST = 20; // beyond it tanh x rounds to 1

    private Elementary() {}

    /** e^x to within 1.5 ulp; below -708.4, where results are subnormal, to within two of the least doubles. */
    public static double exp(double x) {
        double bounded = Math.max(EXP_LEAST, Math.min(EXP_MOST, x));
        double n = (bounded * LOG2_E + ROUNDING) - ROUNDING;
        double r = (bounded - n * LN2_HIGH) - n * LN2_LOW;
        return scaled(1 + expm1(r), (int) n);
    }

    /** e^x of a float. */
    public static float exp(float x) {
        double bounded = Math.max(-110.0, Math.min(90.0, x));
        double n = (bounded * LOG2_E + ROUNDING) - ROUNDING;
        double r = (bounded - n * LN2_HIGH) - n * LN2_LOW;
        // Taylor, degree 9: the rest is below r^10/10! = 7e-12 of the result
        double p = 1.0 / 362880;
        p = p * r + 1.0 / 40320;
        p = p * r + 1.0 / 5040;
        p = p * r + 1.0 / 720;
        p = p * r + 1.0 / 120;
        p = p * r + 1.0 / 24;
        p = p * r + 1.0 / 6;
        p = p * r + 0.5;
        p = p * r + 1;
        p = p * r + 1;
        return (float) (p * Double.longBitsToDouble((long) ((int) n + BIAS) << MANTISSA));
    }

    /** e^r - 1 for |r| ≤ ln 2 / 2, by Taylor's polynomial of degree 14: the rest is below 1e-19 of the result. */
    private static double expm1(double r) {
        double p = 1.0 / 87178291200.0;
        p = p * r + 1.0 / 6227020800.0;
        p = p * r + 1.0 / 479001600;
        p = p * r + 1.0 / 39916800;
        p = p * r + 1.0 / 3628800;
        p = p * r + 1.0 / 362880;
        p = p * r + 1.0 / 40320;
        p = p * r + 1.0 / 5040;
        p = p * r + 1.0 / 720;
        p = p * r + 1.0 / 120;
        p = p * r + 1.0 / 24;
        p = p * r + 1.0 / 6;
        p = p * r + 0.5;
        return r + r * r * p;
    }

    /** x · 2^n, in two factors, since 2^n alone may be no normal double. */
    private static double scaled(double x, int n) {
        int half = n >> 1;
        double first = Double.longBitsToDouble((long) (half + BIAS) << MANTISSA);
        double second = Double.longBitsToDouble((long) (n - half + BIAS) << MANTISSA);
        return x * first * second;
    }

    /** The natural logarithm to within 1.5 ulp: -∞ at 0, NaN below. */
    public static double log(double x) {
        if (!(x > 0) || x == Double.POSITIVE_INFINITY) {
            return x == 0 ? Double.NEGATIVE_INFINITY : x > 0 ? x : Double.NaN;
        }
        boolean subnormal = x < Double.MIN_NORMAL;
        long bits = Double.doubleToRawLongBits(subnormal ? x * 0x1p54 : x);
        int n = (int) (bits >> MANTISSA) - BIAS + 1 - (subnormal ? 54 : 0);
        double m = Double.longBitsToDouble((bits & FRACTION) | (long) (BIAS - 1) << MANTISSA); // in [1/2, 1)
        if (m < ROOT_HALF) {
            m += m;
            n--;
        }
        double f = m - 1;
        double s = f / (2 + f);
        double z = s * s; // at most 0.0295
        double p = 2.0 / 23;
        p = p * z + 2.0 / 21;
        p = p * z + 2.0 / 19;
        p = p * z + 2.0 / 17;
        p = p * z + 2.0 / 15;
        p = p * z + 2.0 / 13;
        p = p * z + 2.0 / 11;
        p = p * z + 2.0 / 9;
        p = p * z + 2.0 / 7;
        p = p * z + 2.0 / 5;
        p = p * z + 2.0 / 3;
        return n * LN2_HIGH - ((s * (f - p * z) - n * LN2_LOW) - f);
    }

    /** The natural logarithm of a float. */
    public static float log(float x) {
        return (float) log((double) x);
    }

    /** The hyperbolic tangent to within 5 ulp, odd, 1 from 20 on: E / (E + 2) with E = e^(2|x|) - 1. */
    public static double tanh(double x) {
        double t = 2 * Math.min(TANH_MOST, Math.abs(x));
        double n = (t * LOG2_E + ROUNDING) - ROUNDING;
        double r = (t - n * LN2_HIGH) - n * LN2_LOW;
        double power = Double.longBitsToDouble((long) ((int) n + BIAS) << MANTISSA);
        double e = power * expm1(r) + (power - 1);
        double y = e / (e + 2);
        return x < 0 ? -y : x == 0 ? x : y;
    }

    /** The logistic function 1 / (1 + e^-x) to within 3 ulp. */
    public static double sigmoid(double x) {
        return 1 / (1 + exp(-x));
    }
}
