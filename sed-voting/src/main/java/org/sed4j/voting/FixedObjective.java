package org.sed4j.voting;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.game.Election;
import org.sed4j.core.game.Vote;
import org.sed4j.core.game.VotingMechanism;

/** No vote: the same objective in every round, whatever is reported. Immutable. */
public final class FixedObjective implements VotingMechanism {
    private final double[] parameters;

    private FixedObjective(double[] parameters) {
        this.parameters = parameters;
    }

    /** Always the objective with these parameters in its family. */
    public static FixedObjective of(double... parameters) {
        return new FixedObjective(parameters.clone());
    }

    @Override
    public Election elect(Vote vote) {
        List<String> names = vote.objectives().parameters();
        Map<String, Double> figures = new LinkedHashMap<>();
        for (int j = 0; j < Math.min(parameters.length, names.size()); j++) {
            figures.put(names.get(j), parameters[j]);
        }
        String line = "no vote: the objective is fixed at " + names + " = " + Arrays.toString(parameters);
        return new VoteRecord(vote.objectives(), parameters, figures, List.of(line));
    }

    @Override
    public String toString() {
        return "FixedObjective" + Arrays.toString(parameters);
    }
}
