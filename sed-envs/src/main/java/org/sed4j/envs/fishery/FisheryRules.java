package org.sed4j.envs.fishery;

import org.sed4j.core.game.Require;
import org.sed4j.envs.oracle.Levels;

/**
 * The numbers of the fishery; {@code z = c / (p q K) < 1} says how dear it is to fish.
 *
 * @param players n, 2 to 100,000
 * @param growth r > 0 of a small stock, a unit of time
 * @param capacity K > 0, the stock without fishing
 * @param catchability q > 0, the share of the stock that a unit of effort lands in a unit of time
 * @param price p > 0 of a unit landed
 * @param cost c ≥ 0 of a unit of effort
 * @param effort levels of each player's effort, at least 0; all at the highest must reach open access
 * @param adjustment how the stock answers
 * @param pace length of a step in units of time, small enough that no step can empty the sea
 * @param steps of a round, at least 1
 * @param start the stock at first, in (0, K]
 */
public record FisheryRules(
        int players,
        double growth,
        double capacity,
        double catchability,
        double price,
        double cost,
        Levels effort,
        Adjustment adjustment,
        double pace,
        int steps,
        double start) {
    private static final int MOST = 100_000;

    public FisheryRules {
        Require.that(
                players >= 2 && players <= MOST,
                "players",
                players,
                "must be from 2 to " + MOST,
                "one player is the sole owner, whom nobody shares a tax with");
        positive(growth, "growth r");
        positive(capacity, "capacity K");
        positive(catchability, "catchability q");
        positive(price, "price p");
        Require.within(cost, 0, Double.MAX_VALUE, "cost c");
        double z = cost / (price * catchability * capacity);
        Require.that(
                z < 1, "z = c / (p q K)", z, "must be below 1", "nobody would fish: effort costs more than it lands");
        double open = growth / catchability * (1 - z);
        effort.within(0, Double.MAX_VALUE, "effort");
        Require.that(
                players * effort.high() >= open,
                "greatest effort of " + players + " players",
                players * effort.high(),
                "must reach open access, " + open,
                "levels were given for all players together");
        positive(pace, "pace");
        Require.that(
                adjustment == Adjustment.AT_ONCE || pace * (catchability * players * effort.high()) < 1,
                "stock landed in a step at the greatest effort",
                pace * catchability * players * effort.high(),
                "must be below 1",
                "the pace is too long or the levels too high");
        Require.that(
                adjustment == Adjustment.AT_ONCE || pace * growth <= 1,
                "growth in a step",
                pace * growth,
                "must be at most 1",
                "the pace is too long");
        Require.atLeast(steps, 1, "steps of a round");
        Require.that(
                start > 0 && start <= capacity,
                "stock at first",
                start,
                "must lie in (0, " + capacity + "]",
                "it was given as a share, or none is left");
    }

    private static void positive(double value, String name) {
        Require.that(value > 0 && Double.isFinite(value), name, value, "must be positive and finite", "a unit is off");
    }

    /** n fishers with r = K = q = p = 1 and c = z, 41 levels of effort up to twice what each of n rivals would take. */
    public static FisheryRules of(int players, double z, Adjustment adjustment) {
        Require.atLeast(players, 2, "players");
        double rival = Math.max(0, 1 - z) / (players + 1);
        return new FisheryRules(
                players, 1, 1, 1, 1, z, Levels.even(0, Math.max(2 * rival, 1e-300), 41), adjustment, 0.1, 100, 1);
    }

    /** These rules with other levels of effort. */
    public FisheryRules withEffort(Levels other) {
        return new FisheryRules(
                players, growth, capacity, catchability, price, cost, other, adjustment, pace, steps, start);
    }

    /** z = c / (p q K). */
    public double z() {
        return cost / (price * catchability * capacity);
    }

    /** Units of time in a round. */
    public double round() {
        return pace * steps;
    }
}
