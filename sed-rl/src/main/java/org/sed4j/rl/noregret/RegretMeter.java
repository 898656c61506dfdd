package org.sed4j.rl.noregret;

import java.util.Arrays;

/**
 * Measures what one player regrets, type by type: how much better one fixed action (external regret), or one change of each
 * action into another (swap regret), would have done than the mixtures that were played. Averages over the updates of a
 * type, in gains.
 */
public final class RegretMeter {
    private final int actions;
    private final long[] updates;
    private final double[] earned;
    private final double[] fixed; // [type, a]: Σ g_a
    private final double[] swapped; // [type, b, a]: Σ p_b g_a

    /** A meter of one player. */
    public RegretMeter(int types, int actions) {
        this.actions = actions;
        this.updates = new long[types];
        this.earned = new double[types];
        this.fixed = new double[types * actions];
        this.swapped = new double[types * actions * actions];
    }

    /** Notes one update: the mixture that was played and what each action gained. */
    public void note(int type, double[] mixture, double[] gains) {
        updates[type]++;
        for (int b = 0; b < actions; b++) {
            earned[type] += mixture[b] * gains[b];
            fixed[type * actions + b] += gains[b];
            for (int a = 0; a < actions; a++) {
                swapped[(type * actions + b) * actions + a] += mixture[b] * gains[a];
            }
        }
    }

    /** Updates of that type. */
    public long updates(int type) {
        return updates[type];
    }

    /** Average external regret of that type; 0 before its first update. May be negative. */
    public double external(int type) {
        double most =
                Arrays.stream(fixed, type * actions, (type + 1) * actions).max().orElse(0);
        return updates[type] == 0 ? 0 : (most - earned[type]) / updates[type];
    }

    /** Average swap regret of that type, at least 0. */
    public double swap(int type) {
        double sum = 0;
        for (int b = 0; b < actions; b++) {
            int row = (type * actions + b) * actions;
            sum += Arrays.stream(swapped, row, row + actions).max().orElse(0) - swapped[row + b];
        }
        return updates[type] == 0 ? 0 : sum / updates[type];
    }
}
