package org.sed4j.voting.continuous;

import java.util.Arrays;

/**
 * Order statistics in linear time.
 *
 * <p>Large arrays are first counted into buckets between their lowest and highest value, which needs no swap and guesses no
 * branch; only the bucket that holds the answer is looked into. Small ones, and buckets that hold nearly everything, are left to
 * Hoare's selection with a median-of-three pivot.
 */
final class Selection {
    private static final int SMALL = 2048;
    static final int BUCKETS = 4096;

    private Selection() {}

    /** The k-th smallest, from 0. The array is not changed. */
    static double select(double[] values, int k) {
        return select(values, new int[] {k})[0];
    }

    /** The smallest of these ranks, each from 0. The array is not changed; the buckets are filled once for all of them. */
    static double[] select(double[] values, int[] ranks) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double v : values) {
            low = Math.min(low, v);
            high = Math.max(high, v);
        }
        double scale = BUCKETS / (high - low);
        double[] found = new double[ranks.length];
        if (values.length <= SMALL || !(scale > 0) || Double.isInfinite(scale)) {
            for (int r = 0; r < ranks.length; r++) {
                found[r] = low == high ? low : quick(values.clone(), ranks[r]);
            }
            return found;
        }
        int[] counts = new int[BUCKETS + 1];
        for (double v : values) {
            counts[bucket(v, low, scale)]++;
        }
        for (int r = 0; r < ranks.length; r++) {
            int rank = ranks[r];
            int bucket = 0;
            while (rank >= counts[bucket]) {
                rank -= counts[bucket++];
            }
            double[] members = members(values, bucket, counts[bucket], low, scale);
            boolean crowded = counts[bucket] > values.length / 2;
            found[r] = crowded ? quick(members, rank) : select(members, rank);
        }
        return found;
    }

    /** Rises with v, whatever the rounding. */
    static int bucket(double v, double low, double scale) {
        return Math.min(BUCKETS, (int) ((v - low) * scale));
    }

    static double[] members(double[] values, int bucket, int count, double low, double scale) {
        double[] members = new double[count];
        int next = 0;
        for (double v : values) {
            if (bucket(v, low, scale) == bucket) {
                members[next++] = v;
            }
        }
        return Arrays.copyOf(members, next);
    }

    private static double quick(double[] values, int k) {
        int low = 0;
        int high = values.length - 1;
        while (low < high) {
            double pivot = pivot(values, low, high);
            int i = low;
            int j = high;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (values[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double swap = values[i];
                    values[i++] = values[j];
                    values[j--] = swap;
                }
            }
            if (k <= j) {
                high = j;
            } else if (k >= i) {
                low = i;
            } else {
                break;
            }
        }
        return values[k];
    }

    /** The median of three spread entries, so that sorted input is not the worst case. */
    private static double pivot(double[] values, int low, int high) {
        double a = values[low];
        double b = values[(low + high) >>> 1];
        double c = values[high];
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
