package org.sed4j.envs.grid;

import java.util.Arrays;
import org.sed4j.core.game.Require;
import org.sed4j.core.run.Rng;

/**
 * Where everybody stands and looks: n avatars on a map, at most one to a cell and none on a wall.
 *
 * <p>A part of a world. An avatar is present or away (removed for a time). Moves are made one after the other in a random
 * order; a move into a wall, off the map or into somebody fails, so a train moves only if its head was first, and two who
 * face each other never swap.
 */
public final class Avatars {
    /** Nobody and nothing in the way. */
    public static final int FREE = 0;

    private static final short WALL = -1;
    /** How far one word is used: choices multiply up to 2^24, so no choice's probability is off by more than 2^-32. */
    private static final long WORD = 1L << 24;
    /** The most choices for which 56 bits times the choices fit a long. */
    private static final int RADIX = 127;

    private static final long FRACTION = (1L << 56) - 1;

    private final int rows;
    private final int columns;
    private final int count;
    private final int[] row;
    private final int[] column;
    private final int[] heading;
    private final boolean[] present;
    /** By cell: {@link #FREE}, a wall, or 1 + the avatar that stands there. */
    private final short[] standing;

    private final transient int[] order;

    /**
     * Avatars on a map, all away.
     *
     * @param wall the character of walls
     */
    public Avatars(int count, GridMap map, char wall) {
        Require.within(count, 1, Short.MAX_VALUE, "players");
        this.count = count;
        this.rows = map.rows();
        this.columns = map.columns();
        this.row = new int[count];
        this.column = new int[count];
        this.heading = new int[count];
        this.present = new boolean[count];
        this.order = new int[count];
        this.standing = new short[map.size()];
        for (int q : map.cells(wall)) {
            standing[q] = WALL;
        }
    }

    /** Everybody away. */
    public void clear() {
        for (int i = 0; i < count; i++) {
            if (present[i]) {
                lift(i);
            }
        }
        Arrays.fill(row, 0);
        Arrays.fill(column, 0);
        Arrays.fill(heading, Heading.NORTH);
    }

    /** Puts an avatar that is away on a free cell. */
    public void place(int i, int cell, int facing) {
        row[i] = cell / columns;
        column[i] = cell % columns;
        heading[i] = facing;
        present[i] = true;
        standing[cell] = (short) (i + 1);
    }

    /** Takes a present avatar off the map. */
    public void lift(int i) {
        standing[cell(i)] = FREE;
        present[i] = false;
    }

    /** Moves a present avatar one cell in a direction, if nothing is in the way; whether it moved. */
    public boolean move(int i, int direction) {
        int r = row[i] + Heading.rows(direction);
        int c = column[i] + Heading.columns(direction);
        if (at(r, c) != FREE) {
            return false;
        }
        standing[cell(i)] = FREE;
        standing[r * columns + c] = (short) (i + 1);
        row[i] = r;
        column[i] = c;
        return true;
    }

    /** Turns a present avatar. */
    public void turn(int i, int turn) {
        heading[i] = Heading.turned(heading[i], turn);
    }

    /** {@link #FREE}, a negative number for a wall or beyond the map, or 1 + the avatar that stands there. */
    public int at(int r, int c) {
        return r < 0 || c < 0 || r >= rows || c >= columns ? WALL : standing[r * columns + c];
    }

    /** The same for a cell of the map. */
    public int at(int cell) {
        return standing[cell];
    }

    /** Whether an avatar is on the map. */
    public boolean present(int i) {
        return present[i];
    }

    /** Its row. */
    public int row(int i) {
        return row[i];
    }

    /** Its column. */
    public int column(int i) {
        return column[i];
    }

    /** The cell it stands on. */
    public int cell(int i) {
        return row[i] * columns + column[i];
    }

    /** Where it looks. */
    public int heading(int i) {
        return heading[i];
    }

    /** n. */
    public int count() {
        return count;
    }

    /** C. */
    public int columns() {
        return columns;
    }

    /**
     * Draws a new uniformly random order of everybody; read it through {@link #turnOf}.
     *
     * <p>Inside-out Fisher-Yates. One 64-bit word, read as a fraction of 56 bits in mixed radix, decides several places.
     */
    public void drawOrder(Rng rng) {
        order[0] = 0;
        long word = 0;
        long used = WORD;
        for (int i = 1; i < count; i++) {
            int choices = i + 1;
            int j;
            if (choices > RADIX) {
                j = rng.below(choices);
            } else {
                used *= choices;
                if (used > WORD) {
                    word = rng.nextLong() >>> 8;
                    used = choices;
                }
                long product = word * choices;
                j = (int) (product >>> 56);
                word = product & FRACTION;
            }
            order[i] = order[j];
            order[j] = i;
        }
    }

    /** Whose turn is k-th in the order drawn last in this step. */
    public int turnOf(int k) {
        return order[k];
    }
}
