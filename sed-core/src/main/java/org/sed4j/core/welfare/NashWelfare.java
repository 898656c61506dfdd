package org.sed4j.core.welfare;

import java.util.Set;
import org.sed4j.core.game.Account;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Objective;

/** (∏_i (J_i + shift))^(1/n); 0 or NaN where a factor is not positive. Through logarithms so that a product of many does not overflow. */
record NashWelfare(String measure, double shift, Nonpositive policy) implements Objective {
    @Override
    public String name() {
        return "nash(" + measure + (shift == 0 ? "" : " + " + shift) + ")";
    }

    @Override
    public Set<String> measures() {
        return Set.of(measure);
    }

    @Override
    public String undefined() {
        return policy == Nonpositive.ZERO
                ? ""
                : "where " + measure + " of a player" + (shift == 0 ? "" : " plus " + shift) + " is not positive";
    }

    @Override
    public double value(Design design, Account account) {
        double[] amounts = account.amounts(measure);
        double logs = 0;
        for (double plain : amounts) {
            double amount = plain + shift;
            if (Double.isNaN(amount) || (amount <= 0 && policy == Nonpositive.UNDEFINED)) {
                return Double.NaN;
            }
            logs += amount > 0 ? Math.log(amount) : Double.NEGATIVE_INFINITY;
        }
        return Math.exp(logs / amounts.length);
    }
}
