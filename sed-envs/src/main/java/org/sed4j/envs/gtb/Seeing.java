package org.sed4j.envs.gtb;

import org.sed4j.core.game.Require;

/**
 * What is seen of the map.
 *
 * @param reach cells that a player sees in each direction, at least 0; {@link #FULL} for the whole map, in which case
 *     players are not told where they are
 * @param principal whether the principal sees the map and where players are
 */
public record Seeing(int reach, boolean principal) {
    /** The whole map. */
    public static final int FULL = -1;

    /** Paper 004: 5 cells, and the principal sees all. */
    public static final Seeing PAPER = new Seeing(5, true);

    public Seeing {
        Require.within(reach, FULL, 1000, "cells seen in each direction");
    }

    /** Whether players see the whole map. */
    public boolean isFull() {
        return reach == FULL;
    }
}
