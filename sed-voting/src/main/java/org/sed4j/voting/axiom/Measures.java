package org.sed4j.voting.axiom;

import java.util.Arrays;
import java.util.List;
import org.sed4j.core.game.Require;
import org.sed4j.core.welfare.Inequality;
import org.sed4j.voting.ballot.Pairwise;
import org.sed4j.voting.ballot.RankingProfile;
import org.sed4j.voting.ballot.TypeProfile;
import org.sed4j.voting.ballot.UtilityProfile;
import org.sed4j.voting.continuous.ContinuousRule;

/** Measures of what an election did to whom. */
public final class Measures {
    private Measures() {}

    /**
     * Utilitarian distortion: the largest sum of utilities any candidate gives, divided by what the chosen one gives; at least
     * 1, infinite if it gives nothing (Procaccia and Rosenschein 2006). Utilities must not be negative.
     */
    public static double distortion(UtilityProfile utilities, int chosen) {
        double best = 0;
        for (int c = 0; c < utilities.candidates().size(); c++) {
            best = Math.max(best, sum(utilities, c));
        }
        double got = sum(utilities, chosen);
        return best == got ? 1 : best / got;
    }

    /**
     * Metric distortion: the sum of distances of the chosen candidate to the voters, divided by the least such sum; at least 1
     * (Anshelevich, Bhardwaj, Elkind, Postl and Skowron 2018, Artificial Intelligence 264).
     *
     * @param costs a "utility" profile that holds distances, not negative
     */
    public static double metricDistortion(UtilityProfile costs, int chosen) {
        double least = Double.POSITIVE_INFINITY;
        for (int c = 0; c < costs.candidates().size(); c++) {
            least = Math.min(least, sum(costs, c));
        }
        double paid = sum(costs, chosen);
        return paid == least ? 1 : paid / least;
    }

    private static double sum(UtilityProfile utilities, int c) {
        double sum = 0;
        for (int g = 0; g < utilities.groups(); g++) {
            double u = utilities.utility(g, c);
            Require.that(
                    u >= 0,
                    "utility of " + utilities.candidates().name(c) + " on ballot " + g,
                    u,
                    "must not be negative to compare sums",
                    "losses were given: take their distance from the worst");
            sum += utilities.weight(g) * u;
        }
        return sum;
    }

    /** How much less than the best candidate by that measure the chosen one gives: max_c measure(c) - measure(chosen). */
    public static double regret(double[] measureOfCandidates, int chosen) {
        return Arrays.stream(measureOfCandidates).max().orElseThrow() - measureOfCandidates[chosen];
    }

    /** Minority loss: the mean of everybody's utility less the mean of the worst-off tenth (at least one voter). */
    public static double minorityLoss(double[] utilities) {
        double[] sorted = utilities.clone();
        Arrays.sort(sorted);
        int tenth = Math.max(1, sorted.length / 10);
        double worst = Arrays.stream(sorted, 0, tenth).sum() / tenth;
        return Arrays.stream(sorted).sum() / sorted.length - worst;
    }

    /** Bloc loss: the mean utility outside the bloc less that inside it; positive if the bloc is worse off. */
    public static double blocLoss(double[] utilities, boolean[] bloc) {
        double in = 0;
        double out = 0;
        int members = 0;
        for (int i = 0; i < utilities.length; i++) {
            members += bloc[i] ? 1 : 0;
            in += bloc[i] ? utilities[i] : 0;
            out += bloc[i] ? 0 : utilities[i];
        }
        Require.that(
                members > 0 && members < utilities.length,
                "members of a bloc",
                members,
                "must be some of the " + utilities.length + " voters and not all",
                "the marks were not set");
        return out / (utilities.length - members) - in / members;
    }

    /**
     * The Gini index of amounts that are not negative: 0 if all are equal, (n-1)/n if one has all; 0 if there is nothing.
     *
     * @see Inequality#gini
     */
    public static double gini(double[] amounts) {
        return Inequality.gini(amounts);
    }

    /** Jain's index of amounts that are not negative: 1 if all are equal, 1/n if one has all. */
    public static double jain(double[] amounts) {
        double sum = 0;
        double squares = 0;
        for (double a : amounts) {
            sum += a;
            squares += a * a;
        }
        return squares == 0 ? 1 : sum * sum / (amounts.length * squares);
    }

    /** Principal capture: how far the choice moves if the principal's own row votes too, in Euclidean distance. */
    public static double principalCapture(ContinuousRule rule, TypeProfile profile) {
        double[] own = profile.principal()
                .orElseThrow(() -> new IllegalArgumentException(
                        "principal capture needs the principal's row.\nMaybe the profile was made from voters alone."));
        int n = profile.voters();
        double[][] rows = new double[n + 1][own.length];
        double[] weights = new double[profile.weighted() ? n + 1 : 0];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < own.length; j++) {
                rows[i][j] = profile.report(i, j);
            }
        }
        rows[n] = own;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = i < n ? profile.weight(i) : 1;
        }
        double[] with = rule.choose(TypeProfile.of(profile.names(), rows, weights, own));
        return distance(rule.choose(profile), with);
    }

    private static double distance(double[] a, double[] b) {
        double square = 0;
        for (int j = 0; j < a.length; j++) {
            square += (a[j] - b[j]) * (a[j] - b[j]);
        }
        return Math.sqrt(square);
    }

    /** How much objectives move: the mean distance between the choices of successive rounds. */
    public static double churn(List<double[]> choices) {
        double sum = 0;
        for (int k = 1; k < choices.size(); k++) {
            sum += distance(choices.get(k - 1), choices.get(k));
        }
        return choices.size() < 2 ? 0 : sum / (choices.size() - 1);
    }

    /** Proportionality error: Σ |share of power - share of voters| over camps, halved; 0 if power follows numbers. */
    public static double proportionalityError(double[] power, double[] voters) {
        double error = 0;
        double allPower = Arrays.stream(power).sum();
        double allVoters = Arrays.stream(voters).sum();
        for (int j = 0; j < power.length; j++) {
            error += Math.abs(power[j] / allPower - voters[j] / allVoters);
        }
        return error / 2;
    }

    /** Kendall's tau between two strict orders, best first: 1 if they agree, -1 if they are reversed. */
    public static double kendallTau(List<Integer> one, List<Integer> other) {
        int m = one.size();
        int agree = 0;
        for (int i = 0; i < m; i++) {
            for (int j = i + 1; j < m; j++) {
                agree += other.indexOf(one.get(i)) < other.indexOf(one.get(j)) ? 1 : -1;
            }
        }
        return m < 2 ? 1 : agree / (m * (m - 1) / 2.0);
    }

    /** Whether some candidate beats every other one. */
    public static boolean hasCondorcetWinner(RankingProfile profile) {
        Pairwise pairs = Pairwise.of(profile);
        for (int a = 0; a < pairs.size(); a++) {
            boolean all = true;
            for (int b = 0; b < pairs.size(); b++) {
                all &= a == b || pairs.beats(a, b);
            }
            if (all) {
                return true;
            }
        }
        return false;
    }
}
