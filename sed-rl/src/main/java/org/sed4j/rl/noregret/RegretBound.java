package org.sed4j.rl.noregret;

import org.sed4j.core.game.Require;

/**
 * What multiplicative weights are sure of after T updates of one type, gains in [0, 1].
 *
 * <p>Average external regret against the mixtures played is at most ε/2 + ln|A| / (ε T): since (1 + ε)^g ≤ 1 + ε g, the sum
 * of weights grows by at most exp(ε p·g) an update, and it exceeds the best action's, so that ln(1 + ε) G ≤ ln|A| + ε E
 * for its gains G and those earned E; and ln(1 + ε) ≥ ε - ε²/2, G ≤ T. A bound of 1 or more is no news.
 */
public final class RegretBound {
    private RegretBound() {}

    /** ε/2 + ln|A| / (ε T). Above 1 it says nothing. */
    public static double average(double epsilon, int actions, long updates) {
        Require.that(
                epsilon > 0 && Double.isFinite(epsilon),
                "epsilon",
                epsilon,
                "must be positive and finite",
                "a sign was lost");
        Require.that(updates >= 1, "updates", updates, "must be at least 1", "the dynamics have not run");
        return epsilon / 2 + Math.log(actions) / (epsilon * updates);
    }

    /** Updates of each type that make the average regret at most r, with ε = r: ⌈2 ln|A| / r²⌉. */
    public static long updatesFor(double regret, int actions) {
        Require.that(regret > 0 && regret <= 1, "regret", regret, "must lie in (0, 1]", "it is in the game's units");
        return (long) Math.ceil(2 * Math.log(actions) / (regret * regret));
    }

    /** The ε that makes the bound least after T updates: √(2 ln|A| / T). */
    public static double bestEpsilon(int actions, long updates) {
        return Math.sqrt(2 * Math.log(Math.max(2, actions)) / updates);
    }
}
