package org.sed4j.rl.network;

/** Sums of multiples of rows of a matrix, four rows at a time: one pass over the sum for four over the matrix. */
final class Combination {
    private Combination() {}

    /**
     * y += Σ_e coefficients[e] · M[rows[e]] for e in [from, to).
     *
     * @param width columns of M and entries of y
     */
    static void add(
            double[] coefficients, int[] rows, int from, int to, double[] matrix, int width, double[] y, int yAt) {
        int e = from;
        for (; e + 3 < to; e += 4) {
            four(coefficients, rows, e, matrix, width, y, yAt);
        }
        for (; e < to; e++) {
            one(coefficients[e], matrix, rows[e] * width, width, y, yAt);
        }
    }

    private static void four(
            double[] coefficients, int[] rows, int e, double[] matrix, int width, double[] y, int yAt) {
        double a = coefficients[e];
        double b = coefficients[e + 1];
        double c = coefficients[e + 2];
        double d = coefficients[e + 3];
        int p = rows[e] * width;
        int q = rows[e + 1] * width;
        int r = rows[e + 2] * width;
        int s = rows[e + 3] * width;
        for (int i = 0; i < width; i++) {
            y[yAt + i] += (a * matrix[p + i] + b * matrix[q + i]) + (c * matrix[r + i] + d * matrix[s + i]);
        }
    }

    private static void one(double a, double[] matrix, int at, int width, double[] y, int yAt) {
        for (int i = 0; i < width; i++) {
            y[yAt + i] += a * matrix[at + i];
        }
    }
}
