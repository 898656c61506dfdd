package org.sed4j.core.stackelberg.lp;

import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/** What came of a linear program. */
public sealed interface LpResult {

    /** The optimum, if there is one. */
    default Optional<Optimum> optimum() {
        return this instanceof Optimum optimum ? Optional.of(optimum) : Optional.empty();
    }

    /** No x satisfies the constraints. */
    record Infeasible() implements LpResult {}

    /** Some x is as good as one likes. */
    record Unbounded() implements LpResult {}

    /**
     * An optimal vertex.
     *
     * @param value ⟨c, x⟩
     * @param point x
     * @param exact ⟨c, x⟩ as a fraction, if the solver works in them
     */
    record Optimum(double value, List<Double> point, Optional<BigFraction> exact) implements LpResult {
        public Optimum {
            point = List.copyOf(point);
        }

        /** A copy of x. */
        public double[] toArray() {
            return point.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }
}
