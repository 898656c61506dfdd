package org.sed4j.envs.gtb;

import java.util.Arrays;

/**
 * How the society does: productivity Σ C_i, equality 1 - Gini · n/(n-1), and their product added up over the episode.
 *
 * <p>A part of a world; kept up to date by the step, without allocation. Source of the formulas: the released code of the AI
 * Economist: from 30 players on its Gini is 1 - 2/(n+1) Σ cumsum(sorted)/Σ, without the factor n/(n-1).
 */
final class Welfare {
    private static final int MANY = 30;
    private static final double TINY = 1e-10;

    private final int players;
    private final Preferences preferences;
    private final PlannerObjective objective;

    private double productivity;
    private double equality;
    /** Σ_t equality · productivity over the steps of the episode: paper 004's welfare. */
    private double sum;

    private final transient double[] sorted;

    Welfare(int players, Preferences preferences, PlannerObjective objective) {
        this.players = players;
        this.preferences = preferences;
        this.objective = objective;
        this.sorted = new double[players];
    }

    void reset(Holdings holdings) {
        sum = 0;
        read(holdings);
    }

    /** After a step. */
    void step(Holdings holdings) {
        read(holdings);
        sum += equality * productivity;
    }

    private void read(Holdings holdings) {
        double total = 0;
        for (int i = 0; i < players; i++) {
            total += holdings.wealth(i);
        }
        productivity = total;
        equality = players == 1 || total == 0 ? 1 : 1 - (players < MANY ? few(holdings) : many(holdings));
    }

    private double few(Holdings holdings) {
        double apart = 0;
        for (int i = 0; i < players; i++) {
            for (int j = 0; j < i; j++) {
                apart += Math.abs(holdings.wealth(i) - holdings.wealth(j));
            }
        }
        return 2 * apart / (2 * players * productivity + TINY) * players / (players - 1);
    }

    private double many(Holdings holdings) {
        for (int i = 0; i < players; i++) {
            sorted[i] = holdings.wealth(i);
        }
        Arrays.sort(sorted);
        double below = 0;
        double area = 0;
        for (int i = 0; i < players; i++) {
            below += sorted[i];
            area += below / (productivity + TINY);
        }
        return 1 - 2.0 / (players + 1) * area;
    }

    double productivity() {
        return productivity;
    }

    double equality() {
        return equality;
    }

    double sum() {
        return sum;
    }

    /** The planner's objective at the present state. */
    double objective(Holdings holdings, double laborWeight) {
        return switch (objective.kind()) {
            case EQUALITY_TIMES_MEAN ->
                (objective.equality() * equality + 1 - objective.equality()) * productivity / players;
            case WEIGHTED_COIN -> weighted(holdings, laborWeight, false);
            case WEIGHTED_UTILITY -> weighted(holdings, laborWeight, true);
        };
    }

    double weighted(Holdings holdings, double laborWeight, boolean utility) {
        double weights = 0;
        double value = 0;
        for (int i = 0; i < players; i++) {
            double wealth = holdings.wealth(i);
            double weight = 1 / Math.max(wealth, 1);
            weights += weight;
            value += weight
                    * (utility
                            ? preferences.ofCoin(wealth) - laborWeight * preferences.laborCost() * holdings.labor(i)
                            : wealth);
        }
        return value / weights;
    }
}
