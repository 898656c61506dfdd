package org.sed4j.voting.rule;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.game.Require;
import org.sed4j.voting.ballot.ExactSum;
import org.sed4j.voting.ballot.UtilityProfile;

/** Means of a power p of utilities; a root is taken for the score only, so that it cannot make ties. */
final class PowerMean {
    private PowerMean() {}

    static Outcome count(UtilityProfile profile, double p, Count count) {
        int m = profile.candidates().size();
        double[] keys = new double[m];
        List<Number> means = new ArrayList<>();
        for (int c = 0; c < m; c++) {
            double sum = sum(profile, c, p);
            keys[c] = p > 0 ? sum : -sum;
            means.add(StrictMath.pow(sum / profile.voters(), 1 / p));
        }
        double best = Double.NEGATIVE_INFINITY;
        for (double key : keys) {
            best = Math.max(best, key);
        }
        List<Integer> winners = new ArrayList<>();
        for (int c = 0; c < m; c++) {
            if (keys[c] == best) {
                winners.add(c);
            }
        }
        count.note(() -> "means of power " + p + ": " + Choice.text(profile.candidates(), means));
        return Choice.outcome(profile.candidates(), winners, means, count, true);
    }

    /** Σ u^p, infinite if p is negative and somebody gets nothing. */
    private static double sum(UtilityProfile profile, int c, double p) {
        ExactSum sum = new ExactSum();
        boolean nothing = false;
        for (int g = 0; g < profile.groups(); g++) {
            if (profile.weight(g) == 0) {
                continue;
            }
            Welfare.requireNotNegative(profile, g, c, "power-mean");
            double utility = profile.utility(g, c);
            if (utility == 0 && p < 0) {
                nothing = true;
                continue;
            }
            double power = StrictMath.pow(utility, p);
            if (Double.isInfinite(power)) {
                Require.that(
                        false,
                        "utility of " + profile.candidates().name(c) + " on ballot " + g + " to the power " + p,
                        utility,
                        "must be a finite number",
                        "the power or the unit of utility is too large");
            }
            sum.addTimes(power, profile.weight(g));
        }
        return nothing ? Double.POSITIVE_INFINITY : sum.value();
    }
}
