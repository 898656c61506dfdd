package org.sed4j.voting.ballot;

/**
 * The pairwise matrix of a profile of rankings: how many voters prefer a to b, for every pair.
 *
 * <p>Made in one pass over the ballots, O(G·m²). Immutable; exact.
 */
public final class Pairwise {
    private final int m;
    private final long[] prefers;

    private Pairwise(int m, long[] prefers) {
        this.m = m;
        this.prefers = prefers;
    }

    /** The matrix of that profile. Tied candidates, and two that are both left out, count for neither. */
    public static Pairwise of(RankingProfile profile) {
        int m = profile.candidates().size();
        profile.candidates().requireRoom(m);
        long[] prefers = new long[m * m];
        int[] level = new int[m];
        for (int g = 0; g < profile.groups(); g++) {
            long weight = profile.weight(g);
            for (int c = 0; c < m; c++) {
                level[c] = profile.level(g, c);
            }
            for (int a = 0; a < m; a++) {
                for (int b = a + 1; b < m; b++) {
                    int below = level[a] - level[b]; // negative: a is above b; the sign bit selects without a branch
                    prefers[a * m + b] += weight & (below >> 31);
                    prefers[b * m + a] += weight & (-below >> 31);
                }
            }
        }
        return new Pairwise(m, prefers);
    }

    /** The matrix with these entries, [m][m], for elections that were published as matrices. Copied. */
    public static Pairwise of(long[][] matrix) {
        int m = matrix.length;
        long[] prefers = new long[m * m];
        for (int a = 0; a < m; a++) {
            for (int b = 0; b < m; b++) {
                prefers[a * m + b] = a == b ? 0 : matrix[a][b];
            }
        }
        return new Pairwise(m, prefers);
    }

    /** m. */
    public int size() {
        return m;
    }

    /** How many voters prefer a to b. */
    public long prefers(int a, int b) {
        return prefers[a * m + b];
    }

    /** How many more voters prefer a to b than b to a. */
    public long margin(int a, int b) {
        return prefers[a * m + b] - prefers[b * m + a];
    }

    /** Whether a majority of those with a preference prefers a to b. */
    public boolean beats(int a, int b) {
        return margin(a, b) > 0;
    }

    /** A copy, [m][m]. */
    public long[][] toArray() {
        long[][] matrix = new long[m][m];
        for (int a = 0; a < m; a++) {
            System.arraycopy(prefers, a * m, matrix[a], 0, m);
        }
        return matrix;
    }
}
