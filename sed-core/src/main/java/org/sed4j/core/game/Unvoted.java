package org.sed4j.core.game;

import java.util.List;

/** No vote: the same objective in every round. */
record Unvoted(List<Double> choice) implements VotingMechanism {
    @Override
    public Election elect(Vote vote) {
        return Election.of(
                vote.objectives(),
                choice.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** An objective without evidence. */
    record Elected(Objective objective, List<Double> choice) implements Election {
        @Override
        public double[] parameters() {
            return choice.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }
}
