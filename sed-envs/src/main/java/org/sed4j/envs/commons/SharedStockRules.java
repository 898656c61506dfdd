package org.sed4j.envs.commons;

import java.util.List;
import java.util.TreeSet;
import org.sed4j.core.game.Require;
import org.sed4j.envs.oracle.Levels;

/**
 * The numbers of the dynamic commons, x' = (x - Σ c_i)^α.
 *
 * @param players n, 2 to 100,000
 * @param growth α in (0, 1)
 * @param patience β in (0, 1): the discount factor of a step, and what a learner's should be
 * @param share levels of what a player takes of the stock, above 0; n times the highest must be below 1
 * @param steps between the principal's decisions, at least 1
 * @param start the stock at first, positive
 */
public record SharedStockRules(int players, double growth, double patience, Levels share, int steps, double start) {
    private static final int MOST = 100_000;

    public SharedStockRules {
        Require.that(
                players >= 2 && players <= MOST,
                "players",
                players,
                "must be from 2 to " + MOST,
                "one player has nobody to share with");
        inside(growth, "growth α");
        inside(patience, "patience β");
        Require.that(
                share.low() > 0,
                "least share",
                share.low(),
                "must be positive",
                "who takes nothing gets ln 0; the first level may be small");
        Require.that(
                players * share.high() < 1,
                "greatest share of all " + players + " together",
                players * share.high(),
                "must be below 1",
                "levels were given for all players together");
        Require.atLeast(steps, 1, "steps of a round");
        Require.that(
                start > Double.MIN_NORMAL && Double.isFinite(start),
                "stock at first",
                start,
                "must be positive and finite",
                "its logarithm was given");
    }

    private static void inside(double value, String name) {
        Require.that(
                value > 0 && value < 1,
                name,
                value,
                "must lie in (0, 1), so that α β < 1",
                "the stock would never settle, or the future would never end");
    }

    /** n players with 40 levels of share: those of theory untaxed and with the best tax are among them. */
    public static SharedStockRules of(int players, double growth, double patience) {
        inside(growth, "growth α");
        inside(patience, "patience β");
        Require.atLeast(players, 2, "players");
        double left = growth * patience;
        double planner = (1 - left) / players;
        double rival = (1 - left) / (players * (1 - left) + left);
        double high = Math.min(rival + (rival - planner), 0.5 * (rival + 1.0 / players));
        TreeSet<Double> values =
                new TreeSet<>(Levels.even(planner / 10, high, 38).values());
        values.add(planner);
        values.add(rival);
        return new SharedStockRules(players, growth, patience, new Levels(List.copyOf(values)), 20, 1);
    }

    /** These rules with other levels. */
    public SharedStockRules withShare(Levels other) {
        return new SharedStockRules(players, growth, patience, other, steps, start);
    }
}
