package org.sed4j.voting;

import org.sed4j.core.game.Require;
import org.sed4j.core.run.Rng;
import org.sed4j.voting.ballot.TypeProfile;
import org.sed4j.voting.continuous.ContinuousRule;

/** The ways of reporting a point of [0, 1]^k that the library has. */
public final class TypeElicitations {
    private TypeElicitations() {}

    /** Everybody reports its type. */
    public static TypeElicitation truthful() {
        return (truth, rule, seed) -> truth;
    }

    /** Everybody errs: normal noise of that standard deviation is added to each coordinate, which is kept in [0, 1]. */
    public static TypeElicitation noisy(double deviation) {
        Elicitations.requireDeviation(deviation);
        return (truth, rule, seed) -> {
            TypeProfile reports = truth;
            for (int i = 0; i < truth.voters(); i++) {
                Rng rng = seed.named("noise").at(i).rng();
                double[] report = row(truth, i);
                for (int j = 0; j < report.length; j++) {
                    report[j] = Math.min(Math.max(report[j] + deviation * rng.gaussian(), 0), 1);
                }
                reports = reports.withReport(i, report);
            }
            return reports;
        };
    }

    /**
     * A share of voters, drawn anew in each vote, reports what brings the choice nearest to its type in each coordinate; the
     * others report the truth.
     *
     * <p>Strategic voters move one after the other in a random order, {@code rounds} times, each seeing the reports of all
     * others as they stand, and trying the truth and the points 0, 1/steps, ..., 1. One moves only if that is strictly better.
     *
     * @param share of voters, in [0, 1]; each voter is drawn on its own
     * @param rounds how often each may move, at least 1
     * @param steps how finely a report is searched, at least 1
     */
    public static TypeElicitation strategic(double share, int rounds, int steps) {
        Elicitations.requireStrategy(share, rounds);
        Require.atLeast(steps, 1, "steps of the search for a report");
        return (truth, rule, seed) -> {
            TypeProfile reports = truth;
            for (int round = 0; round < rounds; round++) {
                for (int i : Elicitations.movers(seed, share, truth.voters())) {
                    reports = response(truth, reports, rule, i, steps);
                }
            }
            return reports;
        };
    }

    private static TypeProfile response(TypeProfile truth, TypeProfile reports, ContinuousRule rule, int i, int steps) {
        TypeProfile best = reports;
        for (int j = 0; j < truth.names().size(); j++) {
            double nearest = Math.abs(rule.choose(best)[j] - truth.report(i, j));
            for (int step = -1; step <= steps; step++) {
                double[] report = row(best, i);
                report[j] = step < 0 ? truth.report(i, j) : (double) step / steps;
                TypeProfile tried = best.withReport(i, report);
                double distance = Math.abs(rule.choose(tried)[j] - truth.report(i, j));
                if (distance < nearest) {
                    nearest = distance;
                    best = tried;
                }
            }
        }
        return best;
    }

    private static double[] row(TypeProfile profile, int i) {
        double[] row = new double[profile.names().size()];
        for (int j = 0; j < row.length; j++) {
            row[j] = profile.report(i, j);
        }
        return row;
    }
}
