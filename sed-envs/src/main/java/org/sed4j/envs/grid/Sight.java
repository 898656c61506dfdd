package org.sed4j.envs.grid;

import java.util.Arrays;

/**
 * What can be seen of a map: one code for each cell, kept in four copies, each turned so that one heading looks up.
 *
 * <p>A part of a world. Painting a cell costs four writes; in return what an avatar sees is a rectangle of its heading's
 * copy, and is read row by row. Avatars have four codes in a row, one for each heading relative to the onlooker's: the
 * same, to the right, towards, to the left.
 */
public final class Sight {
    /** The code of what lies beyond the map, and of everything for one who is away. */
    public static final byte OUT = 0;

    private final int rows;
    private final int columns;
    private final int area;
    private final int forward;
    private final int left;
    private final int height;
    private final int width;
    private final int self;
    /** Heading h's copy begins at h · area; copies of NORTH and SOUTH are R x C, the others C x R. */
    private final byte[] codes;

    /** A map of that size, all {@link #OUT}, seen through that window. */
    public Sight(int rows, int columns, Window window) {
        this.rows = rows;
        this.columns = columns;
        this.area = rows * columns;
        this.forward = window.forward();
        this.left = window.left();
        this.height = window.height();
        this.width = window.width();
        this.self = window.self();
        this.codes = new byte[4 * area];
    }

    /** Takes up codes that {@link #fourCopies} gave. */
    public void paintAll(byte[] fourCopies) {
        System.arraycopy(fourCopies, 0, codes, 0, codes.length);
    }

    /** All four copies, to paint another one alike. */
    public byte[] fourCopies() {
        return codes.clone();
    }

    /** Paints a cell with a code that looks alike from all sides. */
    public void paint(int row, int column, byte code) {
        int north = row * columns + column;
        int east = (columns - 1 - column) * rows + row;
        codes[north] = code;
        codes[area + east] = code;
        codes[3 * area - 1 - north] = code;
        codes[4 * area - 1 - east] = code;
    }

    /**
     * Paints a cell with an avatar.
     *
     * @param same the first of its four codes
     */
    public void paintAvatar(int row, int column, int heading, byte same) {
        int north = row * columns + column;
        int east = (columns - 1 - column) * rows + row;
        codes[north] = (byte) (same + heading);
        codes[area + east] = (byte) (same + ((heading + 3) & 3));
        codes[3 * area - 1 - north] = (byte) (same + ((heading + 2) & 3));
        codes[4 * area - 1 - east] = (byte) (same + ((heading + 1) & 3));
    }

    /** The code of a cell, avatars seen by one who heads north. */
    public byte at(int row, int column) {
        return codes[row * columns + column];
    }

    /** Writes the whole map as one sees it who heads north, R · C codes. */
    public void map(byte[] out) {
        System.arraycopy(codes, 0, out, 0, area);
    }

    /**
     * Writes what a player sees, height · width codes; all {@link #OUT} for one who is away.
     *
     * @param me the code of the cell that it stands on
     */
    public void window(Avatars avatars, int player, byte me, byte[] out) {
        if (avatars.present(player)) {
            window(avatars.row(player), avatars.column(player), avatars.heading(player), me, out);
        } else {
            Arrays.fill(out, OUT);
        }
    }

    /**
     * Writes what an avatar sees, height · width codes; what lies beyond the map is {@link #OUT}.
     *
     * @param me the code of the cell that it stands on
     */
    public void window(int row, int column, int heading, byte me, byte[] out) {
        boolean across = (heading & 1) != 0;
        int deep = across ? columns : rows;
        int broad = across ? rows : columns;
        int down = across ? columns - 1 - column : row;
        int over = across ? row : column;
        if (heading >= Heading.SOUTH) {
            down = deep - 1 - down;
            over = broad - 1 - over;
        }
        int top = down - forward;
        int side = over - left;
        int first = Math.max(0, top);
        int last = Math.min(deep, top + height);
        int from = Math.max(0, side);
        int length = Math.min(broad, side + width) - from;
        if (last - first < height || length < width) {
            Arrays.fill(out, OUT);
        }
        int source = heading * area + first * broad + from;
        int target = (first - top) * width + from - side;
        for (int r = first; r < last; r++) {
            System.arraycopy(codes, source, out, target, length);
            source += broad;
            target += width;
        }
        out[self] = me;
    }
}
