package org.sed4j.envs.inflation;

import org.sed4j.core.game.Require;
import org.sed4j.envs.oracle.Levels;

/**
 * The numbers of the inflation game, y = b (π - πᵉ), loss ½ [π² + λ (y - k)²].
 *
 * @param players n, 2 to 100,000
 * @param response b > 0, what unexpected inflation does to output
 * @param weight λ > 0 of society on output
 * @param target k > 0, the output that is aimed at
 * @param regime when inflation is chosen
 * @param expectation levels of expected inflation: from 0, and beyond λ b k, to where discretion leads
 * @param steps of a round, at least 1; each pays its share of the round's utility
 */
public record InflationRules(
        int players, double response, double weight, double target, Regime regime, Levels expectation, int steps) {
    private static final int MOST = 100_000;

    public InflationRules {
        Require.that(
                players >= 2 && players <= MOST,
                "players",
                players,
                "must be from 2 to " + MOST,
                "one player would weigh its own mark on expectations");
        positive(response, "response b of output");
        positive(weight, "weight λ on output");
        positive(target, "target k of output");
        Require.that(
                expectation.low() <= 0 && expectation.high() >= weight * response * target,
                "levels of expected inflation",
                "[" + expectation.low() + ", " + expectation.high() + "]",
                "must hold 0 and " + weight * response * target + ", where commitment and discretion lead",
                "they were given in percent");
        Require.atLeast(steps, 1, "steps of a round");
    }

    private static void positive(double value, String name) {
        Require.that(value > 0 && Double.isFinite(value), name, value, "must be positive and finite", "a unit is off");
    }

    /** n players with b = λ = k = 1 and 41 levels, 0, 0.05, ..., 2, ten steps a round. */
    public static InflationRules of(int players, Regime regime) {
        return new InflationRules(players, 1, 1, 1, regime, Levels.even(0, 2, 41), 10);
    }
}
