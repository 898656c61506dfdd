package org.sed4j.envs.grid;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.sed4j.core.game.Require;

/**
 * A map drawn in characters, one for each cell: what stands where when a world begins.
 *
 * <p>Immutable. Rows and columns are counted from 0 at the top left; cell q is row q / columns, column q % columns. What the
 * characters mean is said by the world that reads the map.
 *
 * @param name what the map is called in messages
 * @param lines its rows, all of one length
 */
public record GridMap(String name, List<String> lines) {
    /** Every cell has a place in tables and in the state of every world. */
    private static final int MOST_CELLS = 1 << 22;

    public GridMap {
        lines = List.copyOf(lines);
        Require.that(!lines.isEmpty(), "rows of map " + name, 0, "must be at least 1", "the file is empty");
        int width = lines.get(0).length();
        Require.that(width > 0, "columns of map " + name, 0, "must be at least 1", "it begins with an empty line");
        for (int r = 1; r < lines.size(); r++) {
            Require.that(
                    lines.get(r).length() == width,
                    "length of line " + (r + 1) + " of map " + name,
                    lines.get(r).length(),
                    "must be " + width + " like line 1",
                    "blanks at the end of a line were cut, or a tab stands for blanks");
        }
    }

    /**
     * Reads a map.
     *
     * @param name what to call it in messages
     * @param text its rows, ended by line feeds; a line feed at the very end is allowed
     * @param legend every character that may occur
     * @throws IllegalArgumentException naming line and column of a character outside the legend, or a line whose length
     *     differs
     */
    public static GridMap parse(String name, String text, String legend) {
        GridMap map = new GridMap(name, text.lines().toList());
        map.check(legend);
        return map;
    }

    /**
     * Requires every character to be one of the legend.
     *
     * @throws IllegalArgumentException naming line and column of the first that is not
     */
    public void check(String legend) {
        for (int r = 0; r < rows(); r++) {
            for (int c = 0; c < columns(); c++) {
                if (legend.indexOf(at(r, c)) < 0) {
                    throw new IllegalArgumentException("character at line " + (r + 1) + ", column " + (c + 1)
                            + " of map " + name + " ('" + at(r, c) + "') must be one of \"" + legend
                            + "\".\nMaybe the map was drawn for another world.");
                }
            }
        }
    }

    /** R. */
    public int rows() {
        return lines.size();
    }

    /** C. */
    public int columns() {
        return lines.get(0).length();
    }

    /** R · C. */
    public int size() {
        return rows() * columns();
    }

    /** The character at a row and a column. */
    public char at(int row, int column) {
        return lines.get(row).charAt(column);
    }

    /** The cells with that character, in order. */
    public int[] cells(char symbol) {
        int[] cells = new int[count(symbol)];
        int found = 0;
        for (int q = 0; q < size(); q++) {
            if (at(q / columns(), q % columns()) == symbol) {
                cells[found++] = q;
            }
        }
        return cells;
    }

    /** How many cells have that character. */
    public int count(char symbol) {
        int count = 0;
        for (String line : lines) {
            for (int c = 0; c < line.length(); c++) {
                count += line.charAt(c) == symbol ? 1 : 0;
            }
        }
        return count;
    }

    /**
     * The map laid side by side with itself, its border included: one large world with room for many.
     *
     * @param down copies from top to bottom, at least 1
     * @param across copies from left to right, at least 1
     */
    public GridMap tiled(int down, int across) {
        Require.atLeast(down, 1, "tiles down");
        Require.atLeast(across, 1, "tiles across");
        double cells = (double) down * across * rows() * columns();
        Require.that(
                cells <= MOST_CELLS,
                "cells of map " + name + " tiled " + down + " by " + across,
                (long) cells,
                "must be at most " + MOST_CELLS,
                "fewer tiles hold as many players");
        List<String> rows = new ArrayList<>();
        for (int d = 0; d < down; d++) {
            for (String line : lines) {
                rows.add(String.join("", Collections.nCopies(across, line)));
            }
        }
        return new GridMap(name, rows);
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
