package org.sed4j.voting.continuous;

import org.sed4j.voting.ballot.ExactSum;
import org.sed4j.voting.ballot.TypeProfile;

/** Means, plain and with their ends cut; sums are exact, so the order of voters does not show. */
final class Means {
    private Means() {}

    static double mean(TypeProfile profile, int j) {
        ExactSum sum = new ExactSum();
        ExactSum weight = new ExactSum();
        int n = profile.voters();
        if (!profile.weighted()) {
            for (int i = 0; i < n; i++) {
                sum.add(profile.report(i, j));
            }
            return within(profile, j, sum.value() / n);
        }
        for (int i = 0; i < n; i++) {
            sum.add(profile.weight(i) * profile.report(i, j));
            weight.add(profile.weight(i));
        }
        return within(profile, j, sum.value() / weight.value());
    }

    /** Rounding must not carry a mean out of the range of what was reported. */
    private static double within(TypeProfile profile, int j, double mean) {
        return Math.min(Math.max(mean, extreme(profile, j, true)), extreme(profile, j, false));
    }

    static double extreme(TypeProfile profile, int j, boolean lowest) {
        double extreme = lowest ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        for (int i = 0; i < profile.voters(); i++) {
            if (profile.weight(i) > 0) {
                double report = profile.report(i, j);
                extreme = lowest ? Math.min(extreme, report) : Math.max(extreme, report);
            }
        }
        return extreme;
    }

    /** Cuts off (or draws in) floor(share · n) reports at each end. */
    static double trimmed(TypeProfile profile, int j, double share, boolean drawIn) {
        Medians.requireUnweighted(profile, drawIn ? "winsorised-mean" : "trimmed-mean");
        double[] values = profile.column(j);
        int n = values.length;
        int cut = (int) Math.floor(share * n);
        double[] ends = Selection.select(values, new int[] {cut, n - 1 - cut});
        double low = ends[0];
        double high = ends[1];
        ExactSum sum = new ExactSum();
        for (double value : values) {
            sum.add(Math.min(Math.max(value, low), high));
        }
        if (drawIn) {
            return Math.min(Math.max(sum.value() / n, low), high);
        }
        // Drawn in, the ends count as copies of the outermost kept reports: trimming takes these out again, exactly.
        sum.addTimes(-low, cut);
        sum.addTimes(-high, cut);
        return Math.min(Math.max(sum.value() / (n - 2 * cut), low), high);
    }
}
