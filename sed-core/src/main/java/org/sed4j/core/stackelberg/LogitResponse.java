package org.sed4j.core.stackelberg;

import java.util.List;
import org.sed4j.core.game.Require;

/**
 * The logit (quantal) response: an action is chosen with probability proportional to e^(λ · payoff).
 *
 * <p>Source: McKelvey and Palfrey (1995), "Quantal response equilibria for normal form games", Games and Economic Behavior
 * 10.
 */
public final class LogitResponse {
    private LogitResponse() {}

    /**
     * The mixed strategy of a player to whom actions are worth that much.
     *
     * @param precision λ ≥ 0: 0 is uniform, +∞ a best response, several best ones with equal probability
     * @param payoffs of each action, finite
     */
    public static Distribution of(double precision, double... payoffs) {
        precise(precision);
        Require.atLeast(payoffs.length, 1, "actions of a player");
        double best = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < payoffs.length; a++) {
            best = Math.max(best, Require.finite(payoffs[a], "payoff of action " + a));
        }
        double[] weights = new double[payoffs.length];
        for (int a = 0; a < weights.length; a++) {
            weights[a] = payoffs[a] == best ? 1 : Math.exp(precision * (payoffs[a] - best));
        }
        return Distribution.proportional(weights);
    }

    /**
     * The probability of accepting at a price what is worth so much: 1/(1 + e^(-λ(worth - price))), at λ = +∞ and equality
     * 1/2.
     *
     * @param precision λ ≥ 0
     */
    public static double accepts(double precision, double worth, double price) {
        return of(precision, worth - price, 0).get(0);
    }

    static void precise(double precision) {
        Require.that(
                precision >= 0,
                "precision λ",
                precision,
                "must be at least 0",
                "its inverse, the noise, was given with a sign");
    }

    /** What player i gets from each of its actions while the others mix. */
    static double[] payoffs(NormalFormGame game, int player, List<Distribution> strategies) {
        Profiles profiles = game.profiles();
        double[] payoffs = new double[profiles.size(player)];
        for (int a = 0; a < profiles.count(); a++) {
            double chance = 1;
            for (int j = 0; j < profiles.players() && chance > 0; j++) {
                chance *= j == player ? 1 : strategies.get(j).get(profiles.choice(a, j));
            }
            payoffs[profiles.choice(a, player)] += chance * game.payoff(player, a);
        }
        return payoffs;
    }
}
