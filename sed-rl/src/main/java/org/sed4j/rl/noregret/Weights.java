package org.sed4j.rl.noregret;

/** Rows of weights kept as logarithms. */
final class Weights {
    private Weights() {}

    /** p_a ∝ exp(scale · s_a) over the row of {@code count} that starts at {@code at}. */
    static void mixture(double[] sums, int at, int count, double scale, double[] mixture) {
        double most = sums[at + best(sums, at, count)];
        double total = 0;
        for (int a = 0; a < count; a++) {
            mixture[a] = Math.exp(scale * (sums[at + a] - most));
            total += mixture[a];
        }
        for (int a = 0; a < count; a++) {
            mixture[a] /= total;
        }
    }

    /** Where the row's largest is, the first of several. */
    static int best(double[] sums, int at, int count) {
        int best = 0;
        for (int a = 1; a < count; a++) {
            best = sums[at + a] > sums[at + best] ? a : best;
        }
        return best;
    }

    /** Draws from a mixture with one uniform number in [0, 1). */
    static int draw(double[] mixture, int count, double uniform) {
        double left = uniform;
        int last = 0;
        for (int a = 0; a < count; a++) {
            if (mixture[a] > 0) {
                last = a;
                left -= mixture[a];
                if (left < 0) {
                    return a;
                }
            }
        }
        return last;
    }
}
