package org.sed4j.envs.grid;

import java.util.Arrays;

/**
 * Moves that everybody makes at once.
 *
 * <p>A part of a world; all scratch. Each avatar wants a cell, or stays. Walls and the map's end stop a move; so does an avatar
 * that stays, or that wants the cell of the one who wants its own (no swaps). Of several who want one cell, each wins with the
 * same probability; the others stay, and so do those who wanted the cells that are therefore not left, until nothing changes.
 * Trains move as one, and so do rings of three or more.
 *
 * <p>The resolver that SocialJax's grids share. Its winner is drawn for each cell; here it is who comes first in the random
 * order of the step, with the same distribution for each cell. O(n).
 */
public final class SimultaneousMoves {
    private static final int NOBODY = 0;

    /** By avatar: the cell it wants, its own if it stays. */
    private final transient int[] wanted;
    /** By cell: 1 + who will stand there by a move. */
    private final transient short[] winner;

    /** For that many avatars on a map of that many cells. */
    public SimultaneousMoves(int avatars, int cells) {
        this.wanted = new int[avatars];
        this.winner = new short[cells];
    }

    /** Everybody stays, unless it says otherwise. */
    public void open(Avatars avatars) {
        Arrays.fill(winner, (short) NOBODY);
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = avatars.cell(i);
        }
    }

    /** A present avatar wants to go one cell in a direction. */
    public void want(Avatars avatars, int i, int direction) {
        int r = avatars.row(i) + Heading.rows(direction);
        int c = avatars.column(i) + Heading.columns(direction);
        if (avatars.at(r, c) >= Avatars.FREE) {
            wanted[i] = r * avatars.columns() + c;
        }
    }

    /** Decides who goes; afterwards {@link #goes} tells who, and {@link #wanted} where to. */
    public void resolve(Avatars avatars) {
        for (int i = 0; i < wanted.length; i++) {
            int other = avatars.at(wanted[i]) - 1;
            if (wanted[i] != avatars.cell(i) && other >= 0 && wanted[other] == avatars.cell(i)) {
                wanted[i] = avatars.cell(i);
                wanted[other] = avatars.cell(other);
            }
        }
        for (int k = 0; k < wanted.length; k++) {
            int i = avatars.turnOf(k);
            if (goes(avatars, i)) {
                if (winner[wanted[i]] == NOBODY) {
                    winner[wanted[i]] = (short) (i + 1);
                } else {
                    wanted[i] = avatars.cell(i);
                }
            }
        }
        for (int i = 0; i < wanted.length; i++) {
            if (avatars.present(i) && !goes(avatars, i)) {
                holdUp(avatars, avatars.cell(i));
            }
        }
    }

    /** Whoever won a cell that is not left stays, and so on down the train. */
    private void holdUp(Avatars avatars, int held) {
        int cell = held;
        while (winner[cell] != NOBODY) {
            int i = winner[cell] - 1;
            winner[cell] = NOBODY;
            wanted[i] = avatars.cell(i);
            cell = wanted[i];
        }
    }

    /** Whether an avatar, not yet moved, will change its cell. */
    public boolean goes(Avatars avatars, int i) {
        return wanted[i] != avatars.cell(i);
    }

    /** Where it will stand. */
    public int wanted(int i) {
        return wanted[i];
    }
}
