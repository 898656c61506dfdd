package org.sed4j.core.stackelberg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.sed4j.core.game.Require;

/**
 * The checkers: each returns the exact gaps of a profile from one kind of equilibrium.
 *
 * <p>O(n · |T| · |A| · max_i |A_i|) time.
 */
public final class Certificates {
    private Certificates() {}

    /**
     * Nash: each player against the others' mixtures. Its gap is the least δ for which every player plays a δ-best
     * response.
     *
     * @param strategies one mixed strategy for each player
     * @paper 002, Definition 2.4; 000, Definitions 1 and 2
     */
    public static Certificate nash(NormalFormGame game, List<Distribution> strategies) {
        Certificate coarse = cce(game, game.product(strategies));
        return new Certificate(Certificate.Concept.NASH, Certificate.Proof.EXACT, coarse.gaps());
    }

    /** Coarse correlated equilibrium of a joint distribution over A. */
    public static Certificate cce(NormalFormGame game, Distribution joint) {
        Certificate bayesian = bcce(BayesianGame.of(game), Response.of(joint));
        return new Certificate(Certificate.Concept.CCE, Certificate.Proof.EXACT, bayesian.gaps());
    }

    /**
     * Correlated equilibrium of a joint distribution over A.
     *
     * <p>A player's gap is the gain of the best swap: for every recommended action the best one to play in its place. It
     * is 0 exactly if no single recommendation is worth disobeying, and bounds the gain of disobeying one.
     */
    public static Certificate ce(NormalFormGame game, Distribution joint) {
        Profiles profiles = game.profiles();
        sized(joint, profiles, "joint distribution");
        List<Certificate.Gap> gaps = new ArrayList<>();
        for (int i = 0; i < game.players(); i++) {
            double gain = 0;
            List<Integer> swap = new ArrayList<>();
            for (int told = 0; told < profiles.size(i); told++) {
                double[] gains = gainsWhenTold(game, joint, i, told);
                int best = bestOf(gains, told);
                gain += gains[best];
                swap.add(best);
            }
            gaps.add(new Certificate.Gap(gain, new Deviation(i, 0, swap)));
        }
        return new Certificate(Certificate.Concept.CE, Certificate.Proof.EXACT, gaps);
    }

    private static double[] gainsWhenTold(NormalFormGame game, Distribution joint, int i, int told) {
        Profiles profiles = game.profiles();
        double[] gains = new double[profiles.size(i)];
        for (int a = 0; a < profiles.count(); a++) {
            if (profiles.choice(a, i) == told && joint.get(a) > 0) {
                for (int b = 0; b < gains.length; b++) {
                    gains[b] += joint.get(a) * (game.payoff(i, profiles.with(a, i, b)) - game.payoff(i, a));
                }
            }
        }
        return gains;
    }

    /** The action of the greatest gain, staying if none gains more. */
    private static int bestOf(double[] gains, int stay) {
        int best = stay;
        for (int b = 0; b < gains.length; b++) {
            best = gains[b] > gains[best] ? b : best;
        }
        return best;
    }

    /**
     * Bayesian coarse correlated equilibrium: gaps for every player and type of positive probability, conditional on the
     * type (the prior may correlate types).
     */
    public static Certificate bcce(BayesianGame game, Response response) {
        shaped(game, response);
        List<Certificate.Gap> gaps = new ArrayList<>();
        for (int i = 0; i < game.players(); i++) {
            double[] marginal = game.marginal(i);
            for (int type = 0; type < marginal.length; type++) {
                if (marginal[type] > 0) {
                    gaps.add(gap(game, response, i, type, marginal[type]));
                }
            }
        }
        return new Certificate(Certificate.Concept.B_CCE, Certificate.Proof.EXACT, gaps);
    }

    private static Certificate.Gap gap(BayesianGame game, Response response, int i, int type, double marginal) {
        Profiles profiles = game.profiles();
        double[] gains = new double[profiles.size(i)];
        for (int t = 0; t < game.typeProfiles().count(); t++) {
            double chance = game.prior().get(t) / marginal;
            if (game.typeProfiles().choice(t, i) == type && chance > 0) {
                Distribution joint = response.byType().get(t);
                for (int a = 0; a < profiles.count(); a++) {
                    double weight = chance * joint.get(a);
                    for (int b = 0; b < gains.length && weight > 0; b++) {
                        gains[b] += weight * (game.payoff(i, t, profiles.with(a, i, b)) - game.payoff(i, t, a));
                    }
                }
            }
        }
        int best = 0;
        for (int b = 1; b < gains.length; b++) {
            best = gains[b] > gains[best] ? b : best;
        }
        Deviation deviation = new Deviation(i, type, Collections.nCopies(gains.length, best));
        return new Certificate.Gap(Math.max(gains[best], 0), deviation);
    }

    /**
     * Bayes-Nash equilibrium: each player, as each type, against the others' strategies.
     *
     * @param strategies [n][|T_i|], player i's mixed strategy as each type
     */
    public static Certificate bayesNash(BayesianGame game, List<List<Distribution>> strategies) {
        Certificate coarse = bcce(game, Response.independent(game, strategies));
        return new Certificate(Certificate.Concept.BAYES_NASH, Certificate.Proof.EXACT, coarse.gaps());
    }

    /**
     * The δ-best responses BR_i^δ(x, y_-i) of a player, by number, in a game that a leader has induced.
     *
     * @param profile y; player i's own choice in it does not matter
     */
    public static List<Integer> bestResponses(NormalFormGame game, int player, int profile, double delta) {
        Profiles profiles = game.profiles();
        double[] payoffs = new double[profiles.size(player)];
        for (int b = 0; b < payoffs.length; b++) {
            payoffs[b] = game.payoff(player, profiles.with(profile, player, b));
        }
        double most = Arrays.stream(payoffs).max().orElseThrow();
        List<Integer> responses = new ArrayList<>();
        for (int b = 0; b < payoffs.length; b++) {
            if (payoffs[b] >= most - delta) {
                responses.add(b);
            }
        }
        return responses;
    }

    private static void shaped(BayesianGame game, Response response) {
        int types = game.typeProfiles().count();
        Require.that(
                response.byType().size() == types,
                "type profiles of a response",
                response.byType().size(),
                "must be " + types,
                "it was made for another game");
        response.byType().forEach(joint -> sized(joint, game.profiles(), "joint distribution of a response"));
    }

    private static void sized(Distribution joint, Profiles profiles, String what) {
        Require.that(
                joint.size() == profiles.count(),
                "profiles of a " + what,
                joint.size(),
                "must be " + profiles.count(),
                "it was made for another game");
    }
}
