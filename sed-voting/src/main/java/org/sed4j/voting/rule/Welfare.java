package org.sed4j.voting.rule;

import static org.sed4j.voting.rule.Axiom.ANONYMITY;
import static org.sed4j.voting.rule.Axiom.HOMOGENEITY;
import static org.sed4j.voting.rule.Axiom.NEUTRALITY;
import static org.sed4j.voting.rule.Axiom.NON_DICTATORSHIP;
import static org.sed4j.voting.rule.Axiom.ONTO;
import static org.sed4j.voting.rule.Axiom.REINFORCEMENT;

import java.util.EnumSet;
import java.util.Set;
import org.sed4j.core.game.Require;
import org.sed4j.voting.ballot.BallotKind;
import org.sed4j.voting.ballot.ExactSum;
import org.sed4j.voting.ballot.UtilityProfile;

/**
 * Rules that maximise a welfare of the voters' utilities, and two that count utilities as points.
 *
 * <p>Sums are exact and rounded once, scores are compared with no tolerance: results do not depend on the order of voters or
 * on the machine. O(G·m) unless said otherwise.
 */
public final class Welfare {
    private static final Set<BallotKind> UTILITIES = EnumSet.of(BallotKind.UTILITIES);

    private Welfare() {}

    /** The largest sum of utilities. */
    public static VotingRule utilitarian() {
        return scored(
                "utilitarian",
                "Utilitarian",
                "Harsanyi 1955, J. Polit. Econ. 63",
                (profile, c) -> sum(profile, g -> profile.utility(g, c)));
    }

    /** The largest sum of utilities after each voter's were moved and stretched to [0, 1]; an indifferent voter gives 0. */
    public static VotingRule relativeUtilitarian() {
        return scored(
                "relative-utilitarian",
                "Relative utilitarian",
                "Dhillon and Mertens 1999, Relative utilitarianism, Econometrica 67",
                (profile, c) -> sum(profile, g -> {
                    double low = extreme(profile, g, true);
                    double high = extreme(profile, g, false);
                    return high > low ? (profile.utility(g, c) - low) / (high - low) : 0;
                }));
    }

    private static double extreme(UtilityProfile profile, int g, boolean lowest) {
        double extreme = profile.utility(g, 0);
        for (int c = 1; c < profile.candidates().size(); c++) {
            double u = profile.utility(g, c);
            extreme = lowest ? Math.min(extreme, u) : Math.max(extreme, u);
        }
        return extreme;
    }

    /** The largest smallest utility. */
    public static VotingRule egalitarian() {
        return scored("egalitarian", "Egalitarian (maximin)", "Rawls 1971, A Theory of Justice", (profile, c) -> {
                    double least = Double.POSITIVE_INFINITY;
                    for (int g = 0; g < profile.groups(); g++) {
                        least = profile.weight(g) > 0 ? Math.min(least, profile.utility(g, c)) : least;
                    }
                    return least;
                })
                .with(info -> info.failing(REINFORCEMENT));
    }

    /** The largest smallest utility; among equals the largest second smallest, and so on. O(m·G log G). */
    public static VotingRule leximin() {
        RuleInfo info = RuleInfo.of(
                        "leximin",
                        "Leximin",
                        UTILITIES,
                        "O(m G log G)",
                        "Sen 1970, Collective Choice and Social Welfare")
                .satisfying(ANONYMITY, NEUTRALITY, HOMOGENEITY, REINFORCEMENT, NON_DICTATORSHIP, ONTO);
        return new Choice<>(info, UtilityProfile.class, Leximin::count);
    }

    /** The largest product of utilities, which must not be negative. Exact; above 2,000 factors by sums of logarithms. */
    public static VotingRule nash() {
        RuleInfo info = RuleInfo.of(
                        "nash", "Nash welfare", UTILITIES, "O(G m)", "Kaneko and Nakamura 1979, Econometrica 47")
                .satisfying(ANONYMITY, NEUTRALITY, HOMOGENEITY, NON_DICTATORSHIP, ONTO);
        return new Choice<>(
                info, UtilityProfile.class, (profile, count) -> NashProduct.count(profile, 0, false, count));
    }

    /**
     * Nash's bargaining solution over the candidates: the largest product of gains over what everybody has without an
     * agreement. A candidate below that for anybody is no agreement and scores 0.
     */
    public static VotingRule nashBargaining(double disagreement) {
        Require.finite(disagreement, "disagreement utility");
        RuleInfo info = RuleInfo.of(
                        "nash-bargaining:" + disagreement,
                        "Nash bargaining",
                        UTILITIES,
                        "O(G m)",
                        "Nash 1950, The bargaining problem, Econometrica 18")
                .satisfying(ANONYMITY, NEUTRALITY, HOMOGENEITY, NON_DICTATORSHIP, ONTO);
        return new Choice<>(
                info, UtilityProfile.class, (profile, count) -> NashProduct.count(profile, disagreement, true, count));
    }

    /**
     * The largest mean of the power p: 1 is utilitarian, towards -∞ egalitarian. p is not 0; utilities are not negative, and
     * where p is negative one utility of 0 makes the mean 0. Compared by sums of powers, before the root is taken.
     */
    public static VotingRule powerMean(double p) {
        Require.that(p != 0 && Double.isFinite(p), "power", p, "must be finite and not 0", "Nash welfare was meant");
        RuleInfo info = RuleInfo.of(
                        "power-mean:" + p,
                        "Power mean",
                        UTILITIES,
                        "O(G m)",
                        "Moulin 1988, Axioms of Cooperative Decision Making")
                .satisfying(ANONYMITY, NEUTRALITY, NON_DICTATORSHIP, ONTO)
                .failing(REINFORCEMENT);
        return new Choice<>(info, UtilityProfile.class, (profile, count) -> PowerMean.count(profile, p, count));
    }

    /** Points from each voter: not negative, and scaled to sum to 1. A voter with no points abstains. */
    public static VotingRule cumulative() {
        return scored(
                "cumulative",
                "Cumulative",
                "folklore",
                (profile, c) -> sum(profile, g -> {
                    double all = 0;
                    for (int d = 0; d < profile.candidates().size(); d++) {
                        requireNotNegative(profile, g, d, "cumulative");
                        all += profile.utility(g, d);
                    }
                    return all == 0 ? 0 : profile.utility(g, c) / all;
                }));
    }

    /**
     * Quadratic voting: v votes cost v² credits, votes may be against, and each voter has one credit. Ballots that would cost
     * more are shrunk to cost one.
     */
    public static VotingRule quadratic() {
        return scored(
                "quadratic",
                "Quadratic voting",
                "Lalley and Weyl 2018, Quadratic voting, AEA Papers and Proceedings 108",
                (profile, c) -> sum(profile, g -> {
                    double credits = 0;
                    for (int d = 0; d < profile.candidates().size(); d++) {
                        credits += profile.utility(g, d) * profile.utility(g, d);
                    }
                    return credits > 1 ? profile.utility(g, c) / Math.sqrt(credits) : profile.utility(g, c);
                }));
    }

    static void requireNotNegative(UtilityProfile profile, int g, int c, String rule) {
        if (profile.utility(g, c) < 0) {
            Require.that(
                    false,
                    "utility of " + profile.candidates().name(c) + " on ballot " + g + " under " + rule,
                    profile.utility(g, c),
                    "must not be negative",
                    "a disagreement point should be taken off first");
        }
    }

    private interface OfVoter {
        double of(int g);
    }

    /** The exact sum over voters, rounded once; a group of weight w counts w times. */
    private static double sum(UtilityProfile profile, OfVoter value) {
        ExactSum sum = new ExactSum();
        for (int g = 0; g < profile.groups(); g++) {
            sum.addTimes(value.of(g), profile.weight(g));
        }
        return sum.value();
    }

    private interface Score {
        double of(UtilityProfile profile, int c);
    }

    private static Choice<UtilityProfile> scored(String id, String name, String source, Score score) {
        RuleInfo info = RuleInfo.of(id, name, UTILITIES, "O(G m)", source)
                .satisfying(ANONYMITY, NEUTRALITY, HOMOGENEITY, NON_DICTATORSHIP, ONTO);
        return new Choice<>(info, UtilityProfile.class, (profile, count) -> {
            double[] scores = new double[profile.candidates().size()];
            for (int c = 0; c < scores.length; c++) {
                scores[c] = score.of(profile, c);
            }
            return Choice.highest(profile.candidates(), scores, count);
        });
    }
}
