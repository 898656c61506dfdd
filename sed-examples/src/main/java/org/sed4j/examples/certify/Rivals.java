package org.sed4j.examples.certify;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** What a learned policy must be seen beside, all responding exactly. */
final class Rivals {
    private static final int GRID = 20;
    private static final int DRAWS = 10_000;

    private Rivals() {}

    /**
     * The best constant of 21 even ones, what there is without a policy, and uniformly random policies on average.
     *
     * @param value of the objective by the policy
     * @param none the policy of who has none
     */
    static Map<String, Double> of(DoubleUnaryOperator value, double low, double high, double none) {
        double best = Double.NEGATIVE_INFINITY;
        for (int k = 0; k <= GRID; k++) {
            best = Math.max(best, value.applyAsDouble(low + (high - low) * k / GRID));
        }
        double random = 0;
        for (int k = 0; k < DRAWS; k++) {
            random += value.applyAsDouble(low + (high - low) * (k + 0.5) / DRAWS) / DRAWS;
        }
        Map<String, Double> rivals = new LinkedHashMap<>();
        rivals.put("best_constant_of_21", best);
        rivals.put("untaxed", value.applyAsDouble(none));
        rivals.put("random", random);
        return rivals;
    }
}
