package org.sed4j.envs.cournot;

import org.sed4j.core.game.Require;
import org.sed4j.envs.oracle.Levels;

/**
 * The numbers of the market, price = a - b Q.
 *
 * @param players n firms, 2 to 100,000
 * @param demand a, the price at which nobody buys, above c
 * @param steepness b > 0
 * @param cost c ≥ 0 of a unit
 * @param quantity levels of what a firm brings to market, at least 0
 * @param steps of a round, at least 1; each pays its share of the round's profit
 */
public record CournotRules(int players, double demand, double steepness, double cost, Levels quantity, int steps) {
    private static final int MOST = 100_000;

    public CournotRules {
        Require.that(
                players >= 2 && players <= MOST,
                "firms",
                players,
                "must be from 2 to " + MOST,
                "a monopoly is a game of one, which needs no equilibrium");
        Require.that(
                steepness > 0 && Double.isFinite(steepness),
                "steepness b of demand",
                steepness,
                "must be positive and finite",
                "demand falls, and the sign is in the formula already");
        Require.within(cost, 0, Double.MAX_VALUE, "cost c");
        Require.that(
                demand > cost && Double.isFinite(demand),
                "highest price a",
                demand,
                "must be above the cost, " + cost,
                "nobody would produce");
        quantity.within(0, Double.MAX_VALUE, "quantity");
        Require.atLeast(steps, 1, "steps of a round");
    }

    /** n firms with a = 1, b = 1, c = 0 and 41 levels up to twice what each produces untaxed, ten steps a round. */
    public static CournotRules of(int players) {
        Require.atLeast(players, 2, "firms");
        return new CournotRules(players, 1, 1, 0, Levels.even(0, 2.0 / (players + 1), 41), 10);
    }

    /** These rules with other levels. */
    public CournotRules withQuantity(Levels other) {
        return new CournotRules(players, demand, steepness, cost, other, steps);
    }

    /** a - c, what the first unit is worth more than it costs. */
    public double margin() {
        return demand - cost;
    }
}
