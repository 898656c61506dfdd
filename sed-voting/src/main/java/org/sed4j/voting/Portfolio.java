package org.sed4j.voting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.game.Objective;
import org.sed4j.core.game.ObjectiveFamily;
import org.sed4j.core.welfare.Welfare;

/** Several alternatives that are pursued together, O = Σ_j w_j · O_j. Immutable. */
final class Portfolio {
    private final Alternatives alternatives;
    private final List<Integer> members;
    private final double[] weights;

    /** At least one member; as many weights, summing to 1. */
    Portfolio(Alternatives alternatives, List<Integer> members, double[] weights) {
        this.alternatives = alternatives;
        this.members = List.copyOf(members);
        this.weights = weights.clone();
    }

    /** "weight_NAME" of each member. */
    Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        for (int j = 0; j < weights.length; j++) {
            figures.put("weight_" + name(j), weights[j]);
        }
        return figures;
    }

    List<String> account() {
        List<String> account = new ArrayList<>();
        for (int j = 0; j < weights.length; j++) {
            account.add("member " + name(j) + " weighs " + weights[j]);
        }
        return account;
    }

    private String name(int j) {
        return alternatives.candidates().name(members.get(j));
    }

    /** In a continuum the weighted mean of the members' parameters; in a finite list those of the member with most weight. */
    double[] parameters(ObjectiveFamily family) {
        double[] mean = new double[alternatives.parameters(0).length];
        int heaviest = 0;
        for (int j = 0; j < weights.length; j++) {
            double[] point = alternatives.parameters(members.get(j));
            for (int p = 0; p < mean.length; p++) {
                mean[p] += weights[j] * point[p];
            }
            heaviest = weights[j] > weights[heaviest] ? j : heaviest;
        }
        return family instanceof ObjectiveFamily.Finite ? alternatives.parameters(members.get(heaviest)) : mean;
    }

    /** The weighted sum. */
    Objective objective(ObjectiveFamily family) {
        List<Objective> parts =
                members.stream().map(c -> family.at(alternatives.parameters(c))).toList();
        return Welfare.weighted(Arrays.stream(weights).boxed().toList(), parts);
    }
}
