package org.sed4j.core.game;

/**
 * A part of the induced economy that a policy implementation P may change with φ. The state space S never changes.
 *
 * @paper 002, Definition 3.1 (P)
 */
public enum Part {
    /** A^φ, by masks: which actions are allowed. */
    ACTIONS,
    /** T^φ, the transition function. */
    TRANSITION,
    /** r^φ, the reward function: all that changes in the apple-picking game. */
    REWARD,
    /** B^φ (and Ω^φ by its content): what is observed. */
    OBSERVATION,
    /** γ^φ, the discount factor. */
    DISCOUNT,
    /** μ_0^φ, the initial states of worlds that start anew. */
    INITIAL_STATE
}
