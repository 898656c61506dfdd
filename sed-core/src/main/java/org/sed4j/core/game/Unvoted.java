package org.sed4j.core.game;

import java.util.List;
import java.util.Map;

/** No vote: the same objective in every round. */
record Unvoted(List<Double> choice) implements VotingMechanism {
    @Override
    public Election elect(Vote vote) {
        double[] parameters = choice.stream().mapToDouble(Double::doubleValue).toArray();
        Objective objective = vote.objectives().at(parameters);
        return new Election() {
            @Override
            public Objective objective() {
                return objective;
            }

            @Override
            public double[] parameters() {
                return parameters.clone();
            }

            @Override
            public Map<String, Double> figures() {
                return Map.of();
            }
        };
    }
}
