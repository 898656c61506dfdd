package org.sed4j.core.game;

import java.util.Optional;
import org.sed4j.core.run.Seed;

/**
 * What a voting mechanism is given in a round.
 *
 * @param round k, counted from 0
 * @param reports θ as reported; row 0 is the principal's
 * @param objectives the alternatives
 * @param past the round before: for rules that keep an incumbent, or judge what came of it; empty in the first
 * @param seed where chance in voting comes from
 */
public record Vote(int round, TypeMatrix reports, ObjectiveFamily objectives, Optional<Past> past, Seed seed) {

    /** The same vote on other reports. */
    public Vote with(TypeMatrix others) {
        return new Vote(round, others, objectives, past, seed);
    }
}
