package org.sed4j.envs.grid;

import org.sed4j.core.run.Rng;

/**
 * Draws which of up to 64 things happen, each with one probability and independently of the others.
 *
 * <p>With m things in the set, one uniform u decides whether any happens (u ≥ (1-p)^m), and if so which is the first (the
 * j-th, with {@code (1-p)^(j+1) ≤ u < (1-p)^j}); those after it are drawn for anew. Exact to 2^-53, and where p is small most sets
 * cost one draw.
 */
public final class Subset {
    /** Numbers in a table: m = 0 to 64. */
    public static final int STRIDE = Long.SIZE + 1;

    private Subset() {}

    /** Writes (1-p)^m for m = 0 to 64 from a place on. */
    public static void table(double p, double[] none, int at) {
        none[at] = 1;
        for (int m = 1; m < STRIDE; m++) {
            none[at + m] = none[at + m - 1] * (1 - p);
        }
    }

    /**
     * The drawn part of a set of bits.
     *
     * @param none a table of {@link #table}, read from {@code row} on
     */
    public static long draw(long set, double[] none, int row, Rng rng) {
        long left = set;
        long drawn = 0;
        while (left != 0) {
            double u = rng.uniform();
            if (u < none[row + Long.bitCount(left)]) {
                return drawn;
            }
            int j = 1;
            while (u < none[row + j]) {
                left &= left - 1;
                j++;
            }
            drawn |= left & -left;
            left &= left - 1;
        }
        return drawn;
    }
}
