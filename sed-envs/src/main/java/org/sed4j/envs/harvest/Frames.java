package org.sed4j.envs.harvest;

import java.util.Arrays;

/**
 * What players saw in the last steps, shown below what they see now, newest first. A part of a world.
 *
 * <p>Before an episode's first step nothing was seen: {@link HarvestCode#OUT} everywhere.
 */
final class Frames {
    private final int kept;
    private final int cells;
    /** [n, kept, cells]. */
    private final byte[] past;

    private final transient byte[] seen;

    /**
     * Frames for that many players.
     *
     * @param frames shown in all, the present one included
     * @param cells of a frame
     */
    Frames(int players, int frames, int cells) {
        this.kept = frames - 1;
        this.cells = cells;
        this.past = new byte[players * kept * cells];
        this.seen = new byte[kept > 0 ? cells : 0];
    }

    void reset() {
        Arrays.fill(past, HarvestCode.OUT_CODE);
    }

    /** At the beginning of a step: what everybody sees becomes the past. */
    void pass(Harvest world, int players) {
        for (int i = 0; i < players && kept > 0; i++) {
            world.look(i, seen);
            int from = i * kept * cells;
            System.arraycopy(past, from, past, from + cells, (kept - 1) * cells);
            System.arraycopy(seen, 0, past, from, cells);
        }
    }

    /** Writes a player's past behind the present frame. */
    void show(int player, byte[] out) {
        if (kept > 0) {
            System.arraycopy(past, player * kept * cells, out, cells, kept * cells);
        }
    }
}
