package org.sed4j.rl.head;

import java.util.Arrays;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.Require;
import org.sed4j.core.run.Rng;
import org.sed4j.rl.ppo.ActionFamily;

/**
 * How a policy's draws become designs: the family that it draws from, and the design that a draw stands for.
 *
 * <p>Draws are H ints as {@link ActionFamily} has them. Every draw stands for a design in Φ. Stateless and thread-safe.
 *
 * @implSpec {@code law} holds the design in force when a method is called, so that an entry can be kept
 */
public sealed interface DesignHead permits Levels, JointLevels, Squashed, Shares {

    /** k, entries of a design. */
    int entries();

    /** What policies with this head draw from. */
    ActionFamily family();

    /** Outputs of the actor's network; what the family has beyond them are parameters of their own, the same for every view. */
    default int outputs() {
        return family().scores();
    }

    /**
     * Overwrites the design in force with the one that a draw stands for.
     *
     * @param reach how far entries may go
     * @param law k entries from {@code lawAt}: the design in force, overwritten
     */
    void apply(int[] actions, int at, Reach reach, float[] law, int lawAt);

    /**
     * Writes which choices are open; all of them if not said.
     *
     * @param law k entries from {@code lawAt}: the design in force
     * @param mask one byte a score of the family, from {@code maskAt}
     */
    default void allow(float[] law, int lawAt, Reach reach, byte[] mask, int maskAt) {
        Arrays.fill(mask, maskAt, maskAt + family().scores(), (byte) 1);
    }

    /** Draws uniformly over what it can do. */
    void anything(Rng rng, int[] actions, int at);

    /**
     * The usual head of that many levels for a design space.
     *
     * @throws IllegalArgumentException if the space is no bounded box
     */
    static Levels levels(DesignSpace space, int count) {
        return Levels.even(bounded(space, "a head of levels"), count);
    }

    /** The usual continuous head for a design space: normal draws squashed into a box, Dirichlet draws on a simplex. */
    static DesignHead continuous(DesignSpace space) {
        return space instanceof DesignSpace.Simplex simplex
                ? Shares.dirichlet(simplex.dimension())
                : Squashed.learned(bounded(space, "a continuous head"));
    }

    /**
     * The space as a box with finite bounds.
     *
     * @param reader who needs it, in a message
     * @throws IllegalArgumentException if it is none
     */
    static DesignSpace.Box bounded(DesignSpace space, String reader) {
        if (!(space instanceof DesignSpace.Box box)) {
            throw new IllegalArgumentException("design space (a simplex of " + space.names() + ") must be a box for "
                    + reader + ".\nMaybe a Dirichlet head is what is wanted.");
        }
        for (int j = 0; j < box.dimension(); j++) {
            Require.that(
                    Double.isFinite(box.high().get(j) - box.low().get(j)),
                    "bounds of " + box.names().get(j),
                    box.low().get(j) + ", " + box.high().get(j),
                    "must be finite for " + reader,
                    "the economy leaves this entry open; give it bounds");
        }
        return box;
    }

    /**
     * Requires that a head was made for an economy's designs.
     *
     * @throws IllegalArgumentException naming both sizes if not
     */
    default void requireFor(DesignSpace space) {
        Require.that(
                entries() == space.dimension(),
                "entries of the principal's head",
                entries(),
                "must be the economy's " + space.dimension() + " " + space.names(),
                "the head was made for another economy");
    }
}
