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
     * Where it is undefined, as words that can follow "is undefined": "where reward of a player is negative". Empty, as if not
     * said, if nowhere. Whoever begins a run says it before the start.
     */
    default String undefined() {
        return "";
    }

    /**
     * O in one world.
     *
     * @param design the design in force
     * @return NaN where it is undefined for what players got: no exception, since that may come about late in a run
     */
    double value(Design design, Account account);
}
