package org.sed4j.core.picture;

import org.sed4j.core.game.Require;

/**
 * A world at one moment: one character for each cell, and a line about it.
 *
 * <p>Immutable. What a character looks like is said by the world's {@link Palette}.
 *
 * @param rows R
 * @param columns C
 * @param cells R · C characters, row by row
 * @param caption what to write beside the picture; may be empty
 */
public record Frame(int rows, int columns, String cells, String caption) {
    public Frame {
        Require.atLeast(rows, 1, "rows of a frame");
        Require.atLeast(columns, 1, "columns of a frame");
        Require.that(
                cells.length() == rows * columns,
                "cells of a frame",
                cells.length(),
                "must be " + rows * columns + ", one for each of " + rows + " x " + columns,
                "a line feed is among them");
    }

    /** The character at a row and a column. */
    public char at(int row, int column) {
        return cells.charAt(row * columns + column);
    }
}
