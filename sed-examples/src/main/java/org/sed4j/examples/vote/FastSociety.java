package org.sed4j.examples.vote;

import org.sed4j.core.game.Account;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Objective;
import org.sed4j.core.game.Outcome;

/**
 * A society in closed form, for studies of voting that need thousands of rounds: players with skills work, a flat tax is
 * redistributed equally, and effort answers to it.
 *
 * <p>Player i earns z_i = w_i²·(1 - t) under the tax rate t, the best response of a player with income w·l, linear utility of
 * money and effort cost l²/2. Consumption is c_i = (1-t)·z_i + t·mean(z), and utility v_i = c_i - (z_i/w_i)²/2. The principal
 * chooses t to maximise the elected objective η·mean(v) + (1-η)·min(v); raising t above 1/2 never pays (it only lowers total
 * income), so the search is over [0, 1/2].
 *
 * <p>Source: the linear income tax of Sheshinski (1972, "The optimal linear income-tax", Rev. Econ. Stud. 39) with an elasticity
 * of labour of one; derived here.
 */
final class FastSociety {
    private static final int GRID = 500;

    private final double[] skills;

    FastSociety(double[] skills) {
        this.skills = skills.clone();
    }

    int players() {
        return skills.length;
    }

    /** v_i for every player under that rate. */
    double[] utilities(double rate) {
        double mean = 0;
        for (double w : skills) {
            mean += w * w * (1 - rate) / skills.length;
        }
        double[] utilities = new double[skills.length];
        for (int i = 0; i < utilities.length; i++) {
            double income = skills[i] * skills[i] * (1 - rate);
            double effort = skills[i] * (1 - rate);
            utilities[i] = (1 - rate) * income + rate * mean - effort * effort / 2;
        }
        return utilities;
    }

    /** The rate on a grid of 1/1000 that maximises the objective; the lowest of equals. */
    double best(Objective objective) {
        double best = Double.NEGATIVE_INFINITY;
        double chosen = 0;
        for (int step = 0; step <= GRID; step++) {
            double rate = step / (2.0 * GRID);
            double value = objective.value(Design.of(rate), Account.ofReturns(utilities(rate)));
            if (value > best) {
                best = value;
                chosen = rate;
            }
        }
        return chosen;
    }

    /** η·mean + (1-η)·min. */
    static Objective mixture(double eta) {
        return new Objective() {
            @Override
            public String name() {
                return "eta=" + eta;
            }

            @Override
            public double value(Design design, Account account) {
                double[] amounts = account.amounts(Outcome.REWARD);
                double sum = 0;
                double least = Double.POSITIVE_INFINITY;
                for (double amount : amounts) {
                    sum += amount;
                    least = Math.min(least, amount);
                }
                return eta * sum / amounts.length + (1 - eta) * least;
            }
        };
    }
}
