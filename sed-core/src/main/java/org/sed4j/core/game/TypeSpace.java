package org.sed4j.core.game;

import java.util.List;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

/**
 * A type space Θ: what types a society can have, how they are drawn, and how they change from round to round.
 *
 * @paper 002, Definition 3.1 (Θ) and the remark that types may be part of the state
 */
@FunctionalInterface
public interface TypeSpace {

    /** Draws everybody's type. */
    TypeMatrix draw(Seed seed);

    /**
     * Everybody's type after a round was lived: unchanged unless a society says otherwise.
     *
     * @param before the types that the round was lived with
     * @param outcome what followed
     */
    default TypeMatrix next(TypeMatrix before, Outcome outcome, Seed seed) {
        return before;
    }

    /** How types change after a round. */
    @FunctionalInterface
    interface Evolution {
        /**
         * Everybody's type after a round was lived.
         *
         * @param before the types that it was lived with
         * @param outcome what followed
         */
        TypeMatrix next(TypeMatrix before, Outcome outcome, Seed seed);
    }

    /** The same types to begin with, which after every round change as they do here and then by that evolution, too. */
    default TypeSpace evolving(Evolution evolution) {
        TypeSpace first = this;
        return new TypeSpace() {
            @Override
            public TypeMatrix draw(Seed seed) {
                return first.draw(seed);
            }

            @Override
            public TypeMatrix next(TypeMatrix before, Outcome outcome, Seed seed) {
                return evolution.next(first.next(before, outcome, seed), outcome, seed);
            }
        };
    }

    /**
     * n players whose types are uniform on [0, 1], column by column; the principal's own row is 0.
     *
     * @param columns what types are called
     */
    static TypeSpace uniform(int players, String... columns) {
        Require.atLeast(columns.length, 1, "columns of a type");
        return seed -> {
            double[][] rows = new double[players][columns.length];
            Rng rng = seed.rng();
            for (int j = 0; j < columns.length; j++) {
                for (double[] row : rows) {
                    row[j] = rng.uniform();
                }
            }
            return TypeMatrix.of(List.of(columns), new double[columns.length], rows);
        };
    }

    /** Always these types. */
    static TypeSpace fixed(TypeMatrix types) {
        return seed -> types;
    }
}
