package org.sed4j.core.game;

/**
 * A voting mechanism V = (O, f, Θ): the social choice function f: Θ → O that turns reports into an objective.
 *
 * @paper 002, Definition 3.2; 000, Definition 10
 */
@FunctionalInterface
public interface VotingMechanism {

    /** O = f(θ_0, θ_-0): counts the reports. */
    Election elect(Vote vote);
}
