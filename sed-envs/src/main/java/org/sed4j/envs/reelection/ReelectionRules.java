package org.sed4j.envs.reelection;

import org.sed4j.core.game.Require;

/**
 * The numbers of the re-election game.
 *
 * @param players n voters, 2 to 100,000
 * @param most r̄ > 0: what an office holder can take in a term at the most, all that there is
 * @param office V_o ≥ 0: what a term in office is worth beside what is taken
 * @param discount δ in (0, 1): the probability that an office holder lives to the next term
 */
public record ReelectionRules(int players, double most, double office, double discount) {
    private static final int MOST = 100_000;

    public ReelectionRules {
        Require.that(
                players >= 2 && players <= MOST,
                "voters",
                players,
                "must be from 2 to " + MOST,
                "the office holder is not among them");
        Require.that(
                most > 0 && Double.isFinite(most),
                "most that can be taken",
                most,
                "must be positive and finite",
                "it was given as what is left");
        Require.within(office, 0, Double.MAX_VALUE, "value of office");
        Require.that(
                discount > 0 && discount < 1,
                "discount factor δ",
                discount,
                "must lie in (0, 1)",
                "a discount rate was given");
    }

    /** n voters, one unit to be taken a term, office worth nothing beside, δ = 0.9: what voters must leave is 0.1. */
    public static ReelectionRules of(int players) {
        return new ReelectionRules(players, 1, 0, 0.9);
    }
}
