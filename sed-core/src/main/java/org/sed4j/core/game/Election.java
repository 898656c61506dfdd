package org.sed4j.core.game;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What came of a vote: the objective, and the evidence for it.
 *
 * @implSpec richer results (ballots, ties, pairwise matrices) implement this and stay readable through it
 */
public interface Election {

    /** The objective that the principal must now pursue. */
    Objective objective();

    /** The parameters of that objective in its {@link ObjectiveFamily}. A copy. */
    double[] parameters();

    /** Numbers worth logging each round, by name and in a stable order. */
    default Map<String, Double> figures() {
        return Map.of();
    }

    /** How the result came about, line by line. */
    default List<String> account() {
        return List.of();
    }

    /** The objective with these parameters, elected without further evidence. */
    static Election of(ObjectiveFamily family, double... parameters) {
        return new Unvoted.Elected(
                family.at(parameters), Arrays.stream(parameters).boxed().toList());
    }
}
