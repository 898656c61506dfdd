package org.sed4j.core.game;

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

    /** Always these types. */
    static TypeSpace fixed(TypeMatrix types) {
        return seed -> types;
    }
}
