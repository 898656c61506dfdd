package org.sed4j.core.pomg;

import java.util.Arrays;
import org.sed4j.core.run.Rng;

/**
 * One world of an economy: S, A^φ, T^φ, r^φ, Ω^φ, B^φ, μ_0 as a plain class.
 *
 * <p>Its fields are its state: primitives and final arrays of primitives, and final parts that are classes under the same
 * rules. {@code transient} marks scratch, which means nothing at the start of a call; {@code final} scalars, strings,
 * enums and records are configuration; final lists and arrays of parts are walked. Anything else is refused when a batch is
 * made, with the field's name. The engine finds, copies, hashes, saves and forks state through the fields: nothing is
 * registered, nothing can be forgotten.
 *
 * <p>No tensors, no threads, no offsets here. A world is stepped by one thread at a time. {@code step} and {@code reset}
 * must not allocate, and draw chance from the given generator only. To stay translatable to other backends, keep step and
 * observe within primitives, flat arrays, parts and loops, and state free of NaN and of pow, exp and log.
 *
 * <p>{@code design} is φ in force in this world, k floats, read-only. Joint actions are n · heads numbers, player by player.
 *
 * @implSpec {@code observe}, {@code allowed}, {@code consult}, {@code due}, {@code terminated}, {@code truncated},
 *     {@code measure} and {@code gauge} write no state
 * @paper 002, Definitions 2.2 and 3.4
 */
public interface World {

    /** The shapes and names; the same for every world of a batch, and for the life of this one. */
    Spaces spaces();

    /** μ_0: draws an initial state. */
    void reset(Rng rng);

    /**
     * θ: takes up everybody's type, as part of the state from now on. {@link #reset} leaves it as it is, so that a society's
     * types outlive its episodes. Called on the JVM between steps, so it may do what a step may not.
     *
     * @param types n · c numbers for the c columns of {@link Spaces#types}, player by player; not kept
     * @throws IllegalArgumentException if a value is none that this world can live with
     */
    default void adopt(float[] types) {}

    /**
     * T and r: plays the joint action.
     *
     * @param rewards n numbers, all to be written; ignored if this is a {@link Settlement}
     */
    void step(int[] actions, float[] design, Rng rng, float[] rewards);

    /** Ω: what player {@code player} sees. Fills {@code out} in whole. */
    void observe(int player, float[] design, View out);

    /** A^φ: 1 for each allowed choice, 0 for others, head after head; at least one per head. */
    default void allowed(int player, float[] design, byte[] mask) {
        Arrays.fill(mask, (byte) 1);
    }

    /** Whether the principal decides before the coming step. */
    default boolean due() {
        return false;
    }

    /**
     * What the principal sees when it is asked. Fills {@code out} in whole.
     *
     * @param actions the joint action about to be played
     */
    default void consult(int[] actions, float[] design, View out) {}

    /** Whether the state is final: nothing of value follows, so learners do not look beyond it. */
    default boolean terminated() {
        return false;
    }

    /** Whether the world is cut off here though more would follow, so learners look beyond it. */
    default boolean truncated() {
        return false;
    }

    /** Counts of the last step, and stocks as they are: measure j of player i at {@code out[i * measures + j]}. */
    default void measure(float[] out) {}

    /** Readings of the present state, in the order of their names. */
    default void gauge(float[] out) {}
}
