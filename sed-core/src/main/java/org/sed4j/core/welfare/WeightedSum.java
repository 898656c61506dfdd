package org.sed4j.core.welfare;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sed4j.core.game.Account;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Objective;
import org.sed4j.core.game.Require;

/** Σ_j w_j O_j. */
record WeightedSum(List<Double> weights, List<Objective> parts) implements Objective {
    WeightedSum {
        weights = List.copyOf(weights);
        parts = List.copyOf(parts);
        Require.atLeast(parts.size(), 1, "objectives in a weighted sum");
        Require.that(
                weights.size() == parts.size(),
                "weights of objectives",
                weights.size(),
                "must be one for each of " + parts.size() + " objectives",
                "one was left out");
        weights.forEach(weight -> Require.finite(weight, "weight of an objective"));
    }

    @Override
    public String name() {
        return IntStream.range(0, parts.size())
                .mapToObj(j -> weights.get(j) + " * " + parts.get(j).name())
                .collect(Collectors.joining(" + "));
    }

    @Override
    public Set<String> measures() {
        return all(Objective::measures);
    }

    @Override
    public Set<String> gauges() {
        return all(Objective::gauges);
    }

    private Set<String> all(Function<Objective, Set<String>> read) {
        Set<String> names = new LinkedHashSet<>();
        parts.forEach(part -> names.addAll(read.apply(part)));
        return names;
    }

    @Override
    public String undefined() {
        return parts.stream()
                .map(Objective::undefined)
                .filter(where -> !where.isEmpty())
                .distinct()
                .collect(Collectors.joining(", or "));
    }

    @Override
    public double value(Design design, Account account) {
        double sum = 0;
        for (int j = 0; j < parts.size(); j++) {
            sum += weights.get(j) * parts.get(j).value(design, account);
        }
        return sum;
    }
}
