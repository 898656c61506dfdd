package org.sed4j.core.welfare;

import java.util.Set;
import org.sed4j.core.game.Account;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Objective;
import org.sed4j.core.game.Require;

/** (w · equality + 1 - w) · productivity, productivity being the total or the mean; NaN where equality is and counts. */
record EqualityTimesProductivity(String measure, double weight, boolean perHead) implements Objective {
    EqualityTimesProductivity {
        Require.within(weight, 0, 1, "weight of equality");
    }

    @Override
    public String name() {
        String productivity = perHead ? "mean" : "total";
        return "equality(" + weight + ") x " + productivity + "(" + measure + ")";
    }

    @Override
    public Set<String> measures() {
        return Set.of(measure);
    }

    @Override
    public String undefined() {
        return weight == 0 ? "" : "where " + measure + " of a player is negative";
    }

    @Override
    public double value(Design design, Account account) {
        double[] amounts = account.amounts(measure);
        double total = Sums.total(amounts);
        double fairness = weight == 0 ? 1 : weight * Inequality.equality(amounts) + 1 - weight;
        return fairness * (perHead ? total / amounts.length : total);
    }
}
