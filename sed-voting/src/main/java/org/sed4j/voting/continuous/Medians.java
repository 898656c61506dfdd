package org.sed4j.voting.continuous;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.sed4j.core.game.Require;
import org.sed4j.voting.ballot.ExactSum;
import org.sed4j.voting.ballot.TypeProfile;

/** Medians, plain, weighted and with phantom reports. */
final class Medians {
    private Medians() {}

    static void requireUnweighted(TypeProfile profile, String rule) {
        Require.that(
                !profile.weighted(), "voters of " + rule, "weighted", "must weigh 1 each", "another rule was meant");
    }

    static double median(TypeProfile profile, int j, boolean lower) {
        if (profile.weighted()) {
            return weighted(profile, j, lower);
        }
        double[] values = profile.column(j);
        int n = values.length;
        return Selection.select(values, lower ? (n - 1) / 2 : n / 2);
    }

    /** The middle of the lower and the upper median. */
    static double middle(TypeProfile profile, int j) {
        if (profile.weighted()) {
            return (weighted(profile, j, true) + weighted(profile, j, false)) / 2;
        }
        double[] values = profile.column(j);
        int n = values.length;
        double[] both = Selection.select(values, new int[] {(n - 1) / 2, n / 2});
        return (both[0] + both[1]) / 2;
    }

    /** The first report, from below or from above, at which half of the weight is reached: selection by weight, O(n). */
    private static double weighted(TypeProfile profile, int j, boolean lower) {
        int n = profile.voters();
        int[] voters = new int[n];
        ExactSum all = new ExactSum();
        for (int i = 0; i < n; i++) {
            voters[i] = i;
            all.add(profile.weight(i));
        }
        double half = all.value() / 2;
        double sign = lower ? 1 : -1;
        ExactSum before = new ExactSum();
        int low = 0;
        int high = n;
        while (true) {
            double pivot = sign * profile.report(voters[(low + high) >>> 1], j);
            int below = partition(voters, low, high, v -> sign * profile.report(v, j) < pivot);
            int upTo = partition(voters, below, high, v -> sign * profile.report(v, j) <= pivot);
            ExactSum under = before.copy();
            addWeights(under, profile, voters, low, below);
            ExactSum through = under.copy();
            addWeights(through, profile, voters, below, upTo);
            if (below > low && under.value() >= half) {
                high = below;
            } else if (through.value() >= half) {
                return sign * pivot;
            } else {
                before = through;
                low = upTo;
            }
        }
    }

    private static void addWeights(ExactSum sum, TypeProfile profile, int[] voters, int from, int to) {
        for (int i = from; i < to; i++) {
            sum.add(profile.weight(voters[i]));
        }
    }

    private static int partition(int[] values, int low, int high, IntPredicate first) {
        int next = low;
        for (int i = low; i < high; i++) {
            if (first.test(values[i])) {
                int swap = values[i];
                values[i] = values[next];
                values[next++] = swap;
            }
        }
        return next;
    }

    static double withPhantoms(TypeProfile profile, int j, double[] phantoms) {
        requireUnweighted(profile, "generalised-median");
        double[] values = Arrays.copyOf(profile.column(j), profile.voters() + phantoms.length);
        System.arraycopy(phantoms, 0, values, profile.voters(), phantoms.length);
        return Selection.select(values, (values.length - 1) / 2);
    }

    /*
     * The median of n reports and the phantoms 0, 1/n, ..., 1 is max over k of min(p_k, k/n), p_1 >= p_2 >= ... the sorted
     * reports (Moulin's max-min form). p_k falls and k/n rises in k, so the crossing is found from the top, bucket by bucket;
     * only the bucket in which it lies is sorted.
     */
    static double uniformPhantom(TypeProfile profile, int j) {
        requireUnweighted(profile, "uniform-phantom");
        double[] values = profile.column(j);
        int n = values.length;
        int[] counts = new int[Selection.BUCKETS + 1];
        double[] lowest = new double[counts.length];
        Arrays.fill(lowest, Double.POSITIVE_INFINITY);
        for (double value : values) {
            if (!(value >= 0 && value <= 1)) {
                Require.within(value, 0, 1, profile.names().get(j) + " under uniform-phantom");
            }
            int bucket = Selection.bucket(value, 0, Selection.BUCKETS);
            counts[bucket]++;
            lowest[bucket] = Math.min(lowest[bucket], value);
        }
        int above = 0;
        for (int bucket = counts.length - 1; bucket >= 0; bucket--) {
            if (counts[bucket] == 0) {
                continue;
            }
            if (lowest[bucket] >= (double) (above + counts[bucket]) / n) {
                above += counts[bucket];
                continue;
            }
            double[] members = Selection.members(values, bucket, counts[bucket], 0, Selection.BUCKETS);
            Arrays.sort(members);
            for (int i = members.length - 1; i >= 0; i--) {
                if (members[i] < (double) (above + 1) / n) {
                    return Math.max((double) above / n, members[i]);
                }
                above++;
            }
        }
        return 1; // every report is at or above its phantom, so the lowest is 1
    }
}
