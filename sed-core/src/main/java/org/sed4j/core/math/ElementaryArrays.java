package org.sed4j.core.math;

/**
 * Elementary functions of arrays, in loops that compilers turn into vector instructions or at least keep full.
 *
 * <p>Exactly specified, as {@link Elementary} is: a number's result depends on that number alone, or on its row, never on where
 * it stands. The float tanh is a function of its own, without branches and without operations on bits, neither of which a JVM
 * has vectors for.
 */
public final class ElementaryArrays {
    /** Where tanh's rational function comes nearest to 1. */
    private static final float TANH_END = 7.905311f;

    private ElementaryArrays() {}

    /**
     * z ← tanh z, for the first {@code count} floats: an odd polynomial of degree 13 over an even one of degree 6, within 4e-7
     * of the true value, relative and absolute, odd, constant beyond ±7.905 and never beyond ±1; NaN stays NaN. It is not
     * monotone: among every 9,973rd float it falls by up to 3.0e-7 where it should grow. All bounds are of that sample.
     *
     * <p>The coefficients are those of the Eigen library's float tanh (MPL 2.0).
     */
    @SuppressWarnings("FloatingPointLiteralPrecision") // written as published
    public static void tanh(float[] z, int count) {
        for (int i = 0; i < count; i++) {
            float x = Math.max(-TANH_END, Math.min(TANH_END, z[i]));
            float s = x * x;
            float odd = -2.76076847742355e-16f;
            odd = odd * s + 2.00018790482477e-13f;
            odd = odd * s - 8.60467152213735e-11f;
            odd = odd * s + 5.12229709037114e-08f;
            odd = odd * s + 1.48572235717979e-05f;
            odd = odd * s + 6.37261928875436e-04f;
            odd = odd * s + 4.89352455891786e-03f;
            float even = 1.19825839466702e-06f;
            even = even * s + 1.18534705686654e-04f;
            even = even * s + 2.26843463243900e-03f;
            even = even * s + 4.89352518554385e-03f;
            z[i] = x * odd / even;
        }
    }

    /** z ← tanh z, for the first {@code count} doubles. */
    public static void tanh(double[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = Elementary.tanh(z[i]);
        }
    }

    /** z ← exp(z) / Σ exp(z) over [at, at + count); its greatest entry is taken away first, so that nothing overflows. */
    public static void softmax(float[] z, int at, int count) {
        float most = Float.NEGATIVE_INFINITY;
        for (int j = at; j < at + count; j++) {
            most = Math.max(most, z[j]);
        }
        float sum = 0;
        for (int j = at; j < at + count; j++) {
            z[j] = Elementary.exp(z[j] - most);
            sum += z[j];
        }
        for (int j = at; j < at + count; j++) {
            z[j] /= sum;
        }
    }

    /** The same in doubles. */
    public static void softmax(double[] z, int at, int count) {
        double most = Double.NEGATIVE_INFINITY;
        for (int j = at; j < at + count; j++) {
            most = Math.max(most, z[j]);
        }
        double sum = 0;
        for (int j = at; j < at + count; j++) {
            z[j] = Elementary.exp(z[j] - most);
            sum += z[j];
        }
        for (int j = at; j < at + count; j++) {
            z[j] /= sum;
        }
    }
}
