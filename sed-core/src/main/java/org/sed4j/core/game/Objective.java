package org.sed4j.core.game;

import java.util.Set;

/**
 * An objective O: Φ × Π → R: what the principal is asked to maximise.
 *
 * <p>It is computed from one world's {@link Account}, the players' policies being known through what they did. It reads
 * measures and gauges of the economy by name: {@link Outcome#REWARD} is the return J(π_i); the apple-picking game counts
 * apples, since its principal cannot see intrinsic reward; apples left are a gauge. What an objective is worth in a round is
 * {@link Outcome#value}, the mean over worlds, and nothing else.
 *
 * @paper 002, Definition 3.1 (O) and "Social welfare examples"
 */
public interface Objective {

    /** What a log calls it, parameters included. */
    String name();

    /** The measures that it reads of an account; the return of each player if not said. */
    default Set<String> measures() {
        return Set.of(Outcome.REWARD);
    }

    /** The gauges that it reads of an account; none if not said. */
    default Set<String> gauges() {
        return Set.of();
    }

    /**
     * O in one world.
     *
     * @param design the design in force
     */
    double value(Design design, Account account);
}
