package org.sed4j.core.game;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The set O of objectives that a society votes over: a finite list, or a family O_η with parameters η.
 *
 * @paper 002, Definition 3.1 (O); section 4 for the family {η·Σ + (1-η)·min : 0 ≤ η ≤ 1}
 */
public sealed interface ObjectiveFamily {

    /** A parameter's value where any will do. */
    double MIDDLE = 0.5;

    /** What the parameters are called; a finite list has the one parameter "index". */
    List<String> parameters();

    /**
     * The objective with these parameters.
     *
     * @throws IllegalArgumentException if they are out of range
     */
    Objective at(double... parameters);

    /**
     * What is to be said before a run about objectives that are undefined somewhere: "NAME is undefined where ...". Empty if none
     * is.
     */
    default String undefined() {
        List<Objective> some = this instanceof Finite list
                ? list.objectives()
                : List.of(at(parameters().stream().mapToDouble(name -> MIDDLE).toArray()));
        return some.stream()
                .filter(objective -> !objective.undefined().isEmpty())
                .map(objective -> objective.name() + " is undefined " + objective.undefined())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /** A finite set of alternatives. */
    static Finite of(Objective... objectives) {
        return new Finite(List.of(objectives));
    }

    /** The family of objectives with parameters in [0, 1], made by {@code maker}. */
    static Continuum continuum(Maker maker, String... parameters) {
        return new Continuum(List.of(parameters), maker);
    }

    /** Makes an objective from its parameters. */
    @FunctionalInterface
    interface Maker {
        /** The objective with these parameters, each in [0, 1]. */
        Objective make(double... parameters);
    }

    /**
     * Finitely many objectives.
     *
     * @param objectives the alternatives, at least one
     */
    record Finite(List<Objective> objectives) implements ObjectiveFamily {
        public Finite {
            objectives = List.copyOf(objectives);
            Require.atLeast(objectives.size(), 1, "objectives to vote over");
        }

        @Override
        public List<String> parameters() {
            return List.of("index");
        }

        @Override
        public Objective at(double... parameters) {
            double given = parameters.length == 1 ? parameters[0] : Double.NaN;
            int index = (int) given;
            Require.that(
                    index == given && index >= 0 && index < objectives.size(),
                    "index of an objective",
                    Arrays.toString(parameters),
                    "must be a whole number from 0 to " + (objectives.size() - 1),
                    "a continuous rule was asked to choose from a finite list");
            return objectives.get(index);
        }
    }

    /**
     * A continuum of objectives, parameters in [0, 1].
     *
     * @param parameters what the parameters are called
     * @param maker makes the objective
     */
    record Continuum(List<String> parameters, Maker maker) implements ObjectiveFamily {
        public Continuum {
            parameters = List.copyOf(parameters);
        }

        @Override
        public Objective at(double... values) {
            Require.that(
                    values.length == parameters.size(),
                    "parameters of an objective",
                    values.length,
                    "must be " + parameters,
                    "the voting rule has another dimension");
            for (int j = 0; j < values.length; j++) {
                Require.within(values[j], 0, 1, parameters.get(j));
            }
            return maker.make(values);
        }
    }
}
