package org.sed4j.core.stackelberg;

import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignSpace;

/**
 * A Stackelberg-Nash game (n, m, X, Y, u): the leader commits to x ∈ X ⊂ R^m, the n followers see it and play the game it
 * induces.
 *
 * @implSpec {@link #induce} is pure: the same x induces the same game
 * @paper 002, Definition 2.1; 000, Definition 1. Deviation: each Y_i is finite here, and followers may have types
 */
public interface StackelbergNashGame {

    /** X. */
    DesignSpace leaderSpace();

    /** The game among the followers once the leader is committed to x ∈ X, and u_0(x, ·). */
    InducedGame induce(Design x);
}
