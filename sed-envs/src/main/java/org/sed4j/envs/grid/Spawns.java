package org.sed4j.envs.grid;

import org.sed4j.core.run.Rng;

/**
 * Cells on which avatars appear: draws a free one, all free ones alike.
 *
 * @param cells the cells; a table, shared by all worlds of a batch
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier: a table of configuration, identity equality
public record Spawns(int[] cells) {
    /** No cell is free. */
    public static final int NONE = -1;

    private static final int TRIES = 16;

    /** A uniformly random cell on which nobody stands, or {@link #NONE}. */
    public int draw(Avatars avatars, Rng rng) {
        for (int t = 0; t < TRIES && cells.length > 0; t++) {
            int cell = cells[rng.below(cells.length)];
            if (avatars.at(cell) == Avatars.FREE) {
                return cell;
            }
        }
        return drawOfFew(avatars, rng);
    }

    /** Nearly all are taken: counts the free ones and draws among them. */
    private int drawOfFew(Avatars avatars, Rng rng) {
        int free = 0;
        for (int cell : cells) {
            free += avatars.at(cell) == Avatars.FREE ? 1 : 0;
        }
        if (free == 0) {
            return NONE;
        }
        int pick = rng.below(free);
        for (int cell : cells) {
            if (avatars.at(cell) == Avatars.FREE && pick-- == 0) {
                return cell;
            }
        }
        return NONE;
    }
}
