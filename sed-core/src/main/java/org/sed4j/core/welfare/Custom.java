package org.sed4j.core.welfare;

import java.util.function.ToDoubleFunction;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Objective;

/** An objective given as a function. */
record Custom(String name, String measure, ToDoubleFunction<double[]> function) implements Objective {
    @Override
    public double value(Design design, double[] amounts) {
        return function.applyAsDouble(amounts);
    }
}
