package org.sed4j.rl.network;

/**
 * Sums of chosen rows of a table, six at a time.
 *
 * <p>Rows are arrays of their own and share one index, which is what the JVM turns into vector instructions; six of them
 * share the cost of the loop. Shorter groups are filled up with a row of zeros.
 */
final class Sums {
    static final int GROUP = 6;

    private final float[] zeros;

    /**
     * @param width length of a row
     */
    Sums(int width) {
        this.zeros = new float[width];
    }

    /** sum += Σ rows[index[k]] over first ≤ k < end, in this order: groups of six, each added up in pairs. */
    void add(float[] sum, float[][] rows, int[] index, int first, int end) {
        int width = zeros.length;
        int k = first;
        for (; k + GROUP <= end; k += GROUP) {
            add6(
                    sum,
                    rows[index[k]],
                    rows[index[k + 1]],
                    rows[index[k + 2]],
                    rows[index[k + 3]],
                    rows[index[k + 4]],
                    rows[index[k + 5]],
                    width);
        }
        if (end - k > 3) {
            float[] fifth = k + 4 < end ? rows[index[k + 4]] : zeros;
            add6(sum, rows[index[k]], rows[index[k + 1]], rows[index[k + 2]], rows[index[k + 3]], fifth, zeros, width);
        } else if (end > k) {
            float[] second = k + 1 < end ? rows[index[k + 1]] : zeros;
            float[] third = k + 2 < end ? rows[index[k + 2]] : zeros;
            add3(sum, rows[index[k]], second, third, width);
        }
    }

    // The bound is an argument and the arrays are no more than seven: else the JVM does not vectorise the loop.
    static void add6(float[] sum, float[] a, float[] b, float[] c, float[] d, float[] e, float[] f, int width) {
        for (int j = 0; j < width; j++) {
            sum[j] += (a[j] + b[j]) + (c[j] + d[j]) + (e[j] + f[j]);
        }
    }

    private static void add3(float[] sum, float[] a, float[] b, float[] c, int width) {
        for (int j = 0; j < width; j++) {
            sum[j] += a[j] + b[j] + c[j];
        }
    }

    /** sum = Σ rows[k] over the first {@code count} rows, at least one and at most four, in pairs. */
    void set(float[] sum, float[][] rows, int count) {
        set4(sum, rows[0], row(rows, 1, count), row(rows, 2, count), row(rows, 3, count), zeros.length);
    }

    private float[] row(float[][] rows, int k, int count) {
        return k < count ? rows[k] : zeros;
    }

    private static void set4(float[] sum, float[] a, float[] b, float[] c, float[] d, int width) {
        for (int j = 0; j < width; j++) {
            sum[j] = (a[j] + b[j]) + (c[j] + d[j]);
        }
    }

    /** values[i] += addend[i], for the first {@code count} floats. */
    static void add(float[] values, float[] addend, int count) {
        for (int i = 0; i < count; i++) {
            values[i] += addend[i];
        }
    }
}
