package org.sed4j.core.welfare;

import java.util.Set;
import org.sed4j.core.game.Account;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Objective;
import org.sed4j.core.game.Require;

/**
 * (Σ_i J_i^(1-ε) / n)^(1/(1-ε)), the geometric mean for ε = 1; 0 where ε ≥ 1 and somebody has nothing.
 *
 * <p>NaN where an amount is negative, unless ε is 0. Amounts are divided by the largest first, so that no power overflows.
 */
record Atkinson(String measure, double aversion) implements Objective {
    Atkinson {
        Require.that(
                aversion >= 0 && Double.isFinite(aversion),
                "inequality aversion epsilon",
                aversion,
                "must be at least 0",
                "the order 1 - epsilon was given in its place");
    }

    @Override
    public String name() {
        return "atkinson(" + aversion + ", " + measure + ")";
    }

    @Override
    public Set<String> measures() {
        return Set.of(measure);
    }

    @Override
    public String undefined() {
        return aversion == 0 ? "" : "where " + measure + " of a player is negative";
    }

    @Override
    public double value(Design design, Account account) {
        double[] amounts = account.amounts(measure);
        if (aversion == 0) {
            return Sums.total(amounts) / amounts.length;
        }
        double most = 0;
        for (double amount : amounts) {
            if (!(amount >= 0)) {
                return Double.NaN;
            }
            most = Math.max(most, amount);
        }
        return most == 0 || (aversion >= 1 && Sums.least(amounts) == 0) ? 0 : most * shares(amounts, most);
    }

    private double shares(double[] amounts, double most) {
        double order = 1 - aversion;
        double sum = 0;
        for (double amount : amounts) {
            sum += order == 0 ? Math.log(amount / most) : Math.pow(amount / most, order);
        }
        double mean = sum / amounts.length;
        return order == 0 ? Math.exp(mean) : Math.pow(mean, 1 / order);
    }
}
