package org.sed4j.core.run;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Something that goes on turn by turn, is measured now and then, and can be stopped between turns: rounds of a society,
 * iterations of a leader, episodes of a designer. A {@link Runner} plays it in a run folder.
 *
 * @implSpec {@code load} of a state that this object saved takes it back there even after it has gone on, and everything from
 *     there on happens again to the bit.
 */
public interface Turns extends Checkpointed {

    /** How many turns were played. */
    long number();

    /** How many rows they came to; at most one a turn. */
    default long rows() {
        return number();
    }

    /** Whether there are no more. */
    boolean ended();

    /** How much work was done, in the unit that progress counts, such as agent steps. */
    default long done() {
        return number();
    }

    /** How much work there is in all; at least {@link #done}. */
    long of();

    /**
     * Plays a turn. Writes nothing: that is for {@link #log}, since a turn may be played again.
     *
     * @return its row of {@code metrics.csv}, number by column, NaN for what is undefined; empty if this turn was not measured
     * @throws NumericalDivergence if a number ceased to be one
     */
    Map<String, Double> next() throws IOException;

    /** What grows beside the tables by a piece a row. */
    default List<Growing> logs() {
        return List.of();
    }

    /** Writes the last turn's piece into the {@link #logs}. */
    default void log() throws IOException {}
}
