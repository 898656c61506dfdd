package org.sed4j.rl.head;

import org.sed4j.core.game.Require;

/**
 * How far a principal's entries may go in a round, while a curriculum opens its powers.
 *
 * @param cap the greatest value that an entry may be set to, as a share of the way from its low to its high bound, in [0, 1]
 * @param scale what the way from the low bound to a value that is set is multiplied by, in [0, 1]
 */
public record Reach(double cap, double scale) {
    /** All of Φ. */
    public static final Reach FULL = new Reach(1, 1);

    public Reach {
        Require.within(cap, 0, 1, "cap");
        Require.within(scale, 0, 1, "scale");
    }

    boolean isFull() {
        return cap == 1 && scale == 1;
    }
}
