package org.sed4j.core.stackelberg.markov;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.game.Require;
import org.sed4j.core.stackelberg.Distribution;

/** The possible outcomes of a draw and their probabilities. */
record Sparse(List<Integer> outcomes, List<Double> probabilities) {

    /**
     * The outcomes of positive probability.
     *
     * @param size how many outcomes there must be in all
     * @param name what the distribution is called where it is refused
     */
    static Sparse of(Distribution distribution, int size, String name) {
        Require.that(
                distribution.size() == size,
                "outcomes of " + name,
                distribution.size(),
                "must be " + size,
                "it is over states in place of observations, or the reverse");
        List<Integer> outcomes = new ArrayList<>();
        List<Double> probabilities = new ArrayList<>();
        for (int j = 0; j < size; j++) {
            if (distribution.get(j) > 0) {
                outcomes.add(j);
                probabilities.add(distribution.get(j));
            }
        }
        return new Sparse(List.copyOf(outcomes), List.copyOf(probabilities));
    }
}
