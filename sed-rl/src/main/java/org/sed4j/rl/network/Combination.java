package org.sed4j.rl.network;

/**
 * Sums of multiples of rows of a matrix, four rows at a time.
 *
 * <p>Every row is an array of its own and is walked from its start: so the JVM turns the loops into vector instructions, which it
 * does not where rows begin somewhere inside one long array (measured: 10 against 4 thousand million products a second), nor where a
 * loop writes two arrays (5 against 13).
 */
final class Combination {
    private Combination() {}

    /** y += Σ_e coefficients[e] · M[rows[e]] for e in [from, to), over the first {@code width} columns. */
    static void add(double[] coefficients, int[] rows, int from, int to, double[][] matrix, double[] y, int width) {
        int e = from;
        for (; e + 3 < to; e += 4) {
            four(
                    coefficients[e],
                    matrix[rows[e]],
                    coefficients[e + 1],
                    matrix[rows[e + 1]],
                    coefficients[e + 2],
                    matrix[rows[e + 2]],
                    coefficients[e + 3],
                    matrix[rows[e + 3]],
                    y,
                    width);
        }
        for (; e < to; e++) {
            one(coefficients[e], matrix[rows[e]], y, width);
        }
    }

    /** The same in single precision; coefficients are floats that stand in doubles. */
    static void add(double[] coefficients, int[] rows, int from, int to, float[][] matrix, float[] y, int width) {
        int e = from;
        for (; e + 3 < to; e += 4) {
            four(
                    (float) coefficients[e],
                    matrix[rows[e]],
                    (float) coefficients[e + 1],
                    matrix[rows[e + 1]],
                    (float) coefficients[e + 2],
                    matrix[rows[e + 2]],
                    (float) coefficients[e + 3],
                    matrix[rows[e + 3]],
                    y,
                    width);
        }
        for (; e < to; e++) {
            one((float) coefficients[e], matrix[rows[e]], y, width);
        }
    }

    /** y += x. */
    static void add(double[] x, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] += x[i];
        }
    }

    private static void four(
            double a,
            double[] p,
            double b,
            double[] q,
            double c,
            double[] r,
            double d,
            double[] s,
            double[] y,
            int width) {
        for (int i = 0; i < width; i++) {
            y[i] += (a * p[i] + b * q[i]) + (c * r[i] + d * s[i]);
        }
    }

    private static void one(double a, double[] p, double[] y, int width) {
        for (int i = 0; i < width; i++) {
            y[i] += a * p[i];
        }
    }

    private static void four(
            float a, float[] p, float b, float[] q, float c, float[] r, float d, float[] s, float[] y, int width) {
        for (int i = 0; i < width; i++) {
            y[i] += (a * p[i] + b * q[i]) + (c * r[i] + d * s[i]);
        }
    }

    private static void one(float a, float[] p, float[] y, int width) {
        for (int i = 0; i < width; i++) {
            y[i] += a * p[i];
        }
    }
}
