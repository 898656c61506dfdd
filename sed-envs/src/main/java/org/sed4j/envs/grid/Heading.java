package org.sed4j.envs.grid;

/**
 * The four headings of a grid, clockwise from north, as the numbers 0 to 3: a turn to the right adds one.
 *
 * <p>Plain ints, because worlds hold headings in arrays. Rows grow to the south, columns to the east.
 */
public final class Heading {
    /** Towards row 0. */
    public static final int NORTH = 0;
    /** Towards the last column. */
    public static final int EAST = 1;
    /** Towards the last row. */
    public static final int SOUTH = 2;
    /** Towards column 0. */
    public static final int WEST = 3;

    /** A quarter turn to the right, to be added. */
    public static final int RIGHT = 1;
    /** A half turn. */
    public static final int ABOUT = 2;
    /** A quarter turn to the left. */
    public static final int LEFT = 3;

    private Heading() {}

    /** The heading after a turn. */
    public static int turned(int heading, int turn) {
        return (heading + turn) & 3;
    }

    /** Rows gained by one step: -1, 0, 1, 0. */
    public static int rows(int heading) {
        return (1 - (heading & 1)) * ((heading & 2) - 1);
    }

    /** Columns gained by one step: 0, 1, 0, -1. */
    public static int columns(int heading) {
        return (heading & 1) * (1 - (heading & 2));
    }
}
