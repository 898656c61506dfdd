package org.sed4j.voting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Objective;
import org.sed4j.core.game.ObjectiveFamily;
import org.sed4j.core.game.Require;

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

    /** The weighted sum, whose parts must be over one measure. */
    Objective objective(ObjectiveFamily family) {
        List<Objective> parts =
                members.stream().map(c -> family.at(alternatives.parameters(c))).toList();
        String measure = parts.get(0).measure();
        for (Objective part : parts) {
            Require.that(
                    part.measure().equals(measure),
                    "measure of " + part.name(),
                    part.measure(),
                    "must be " + measure + " as for " + parts.get(0).name(),
                    "objectives over different measures cannot be added");
        }
        return new Sum(parts, weights);
    }

    private static final class Sum implements Objective {
        private final List<Objective> parts;
        private final double[] weights;

        Sum(List<Objective> parts, double[] weights) {
            this.parts = parts;
            this.weights = weights;
        }

        @Override
        public String name() {
            List<String> terms = new ArrayList<>();
            for (int j = 0; j < weights.length; j++) {
                terms.add(weights[j] + " * " + parts.get(j).name());
            }
            return terms.stream().collect(Collectors.joining(" + "));
        }

        @Override
        public String measure() {
            return parts.get(0).measure();
        }

        @Override
        public double value(Design design, double[] amounts) {
            double sum = 0;
            for (int j = 0; j < weights.length; j++) {
                sum += weights[j] * parts.get(j).value(design, amounts);
            }
            return sum;
        }
    }
}
