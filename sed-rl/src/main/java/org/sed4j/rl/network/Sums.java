package org.sed4j.rl.network;

/**
 * Sums of chosen rows of a table, eight at a time.
 *
 * <p>Rows are arrays of their own and share one index, which is what the JVM turns into vector instructions; eight of them
 * share the cost of the loop. Shorter groups are filled up with a row of zeros.
 */
final class Sums {
    private static final int GROUP = 8;

    private final float[] zeros;

    /**
     * @param width length of a row
     */
    Sums(int width) {
        this.zeros = new float[width];
    }

    /** sum += Σ rows[index[k]] over first ≤ k < end, in this order: groups of eight, each added up in pairs. */
    void add(float[] sum, float[][] rows, int[] index, int first, int end) {
        int width = zeros.length;
        int k = first;
        for (; k + GROUP <= end; k += GROUP) {
            add8(
                    sum,
                    rows[index[k]],
                    rows[index[k + 1]],
                    rows[index[k + 2]],
                    rows[index[k + 3]],
                    rows[index[k + 4]],
                    rows[index[k + 5]],
                    rows[index[k + 6]],
                    rows[index[k + 7]],
                    width);
        }
        if (end - k > 4) {
            add8(
                    sum,
                    rows[index[k]],
                    rows[index[k + 1]],
                    rows[index[k + 2]],
                    rows[index[k + 3]],
                    rows[index[k + 4]],
                    k + 5 < end ? rows[index[k + 5]] : zeros,
                    k + 6 < end ? rows[index[k + 6]] : zeros,
                    zeros,
                    width);
        } else if (end > k) {
            add4(
                    sum,
                    rows[index[k]],
                    k + 1 < end ? rows[index[k + 1]] : zeros,
                    k + 2 < end ? rows[index[k + 2]] : zeros,
                    k + 3 < end ? rows[index[k + 3]] : zeros,
                    width);
        }
    }

    // The bound is an argument, not an array's length: with the latter the loop is not vectorised.
    private static void add8(
            float[] sum,
            float[] a,
            float[] b,
            float[] c,
            float[] d,
            float[] e,
            float[] f,
            float[] g,
            float[] h,
            int width) {
        for (int j = 0; j < width; j++) {
            sum[j] += ((a[j] + b[j]) + (c[j] + d[j])) + ((e[j] + f[j]) + (g[j] + h[j]));
        }
    }

    private static void add4(float[] sum, float[] a, float[] b, float[] c, float[] d, int width) {
        for (int j = 0; j < width; j++) {
            sum[j] += (a[j] + b[j]) + (c[j] + d[j]);
        }
    }

    /** values[i] += addend[i], for the first {@code count} floats. */
    static void add(float[] values, float[] addend, int count) {
        for (int i = 0; i < count; i++) {
            values[i] += addend[i];
        }
    }
}
