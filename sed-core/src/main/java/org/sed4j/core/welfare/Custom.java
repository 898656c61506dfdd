package org.sed4j.core.welfare;

import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.sed4j.core.game.Account;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Objective;

/** An objective given as a function. */
record Custom(String name, String measure, ToDoubleFunction<double[]> function) implements Objective {
    @Override
    public Set<String> measures() {
        return Set.of(measure);
    }

    @Override
    public double value(Design design, Account account) {
        double[] amounts = account.amounts(measure);
        return function.applyAsDouble(amounts);
    }
}
