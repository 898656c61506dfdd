package org.sed4j.core.welfare;

import java.util.Set;
import org.sed4j.core.game.Account;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Objective;
import org.sed4j.core.game.Require;

/** (∏_i (J_i + shift))^(1/n), through logarithms so that a product of many does not overflow. */
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
    public double value(Design design, Account account) {
        double[] amounts = account.amounts(measure);
        double logs = 0;
        for (int i = 0; i < amounts.length; i++) {
            double amount = amounts[i] + shift;
            Require.that(
                    amount > 0 || policy == Nonpositive.ZERO,
                    measure + " of player " + i + " under " + name(),
                    amount,
                    "must be positive",
                    "the measure can be 0 or less; give a shift, or the policy ZERO");
            logs += amount > 0 ? Math.log(amount) : Double.NEGATIVE_INFINITY;
        }
        return Math.exp(logs / amounts.length);
    }
}
