package org.sed4j.envs.publicgoods;

import org.sed4j.core.game.Require;
import org.sed4j.envs.oracle.Levels;

/**
 * The numbers of the public-goods game with fines.
 *
 * @param players n, 2 to 100,000, each endowed with 1
 * @param factor r in (1, n): what a unit given is worth to all together
 * @param enforcement κ ≥ 0: what a unit of the fine's height costs each player
 * @param gift levels of what is given, in [0, 1]
 * @param steps of a round, at least 1; each pays its share of the round's utility
 */
public record SanctionsRules(int players, double factor, double enforcement, Levels gift, int steps) {
    private static final int MOST = 100_000;

    public SanctionsRules {
        Require.that(
                players >= 2 && players <= MOST,
                "players",
                players,
                "must be from 2 to " + MOST,
                "one player is its own public");
        Require.that(
                factor > 1 && factor < players,
                "factor r",
                factor,
                "must lie in (1, " + players + ") for " + players + " players",
                "there is no dilemma: at r ≤ 1 nobody should give, at r ≥ n everybody does");
        Require.within(enforcement, 0, Double.MAX_VALUE, "cost of enforcement κ");
        gift.within(0, 1, "gift");
        Require.atLeast(steps, 1, "steps of a round");
    }

    /** n players with 11 levels, 0, 0.1, ..., 1, and ten steps a round. */
    public static SanctionsRules of(int players, double factor, double enforcement) {
        return new SanctionsRules(players, factor, enforcement, Levels.even(0, 1, 11), 10);
    }

    /** These rules with other levels. */
    public SanctionsRules withGift(Levels other) {
        return new SanctionsRules(players, factor, enforcement, other, steps);
    }
}
