package org.sed4j.envs.grid;

import org.sed4j.core.game.Require;

/**
 * The rectangle that an avatar sees around itself, turned so that it looks up.
 *
 * <p>Row 0 is the farthest row ahead; the avatar is at row {@code forward}, column {@code left}.
 *
 * @param forward cells seen ahead, at least 0
 * @param backward cells seen behind, at least 0
 * @param left cells seen to the left, at least 0
 * @param right cells seen to the right, at least 0
 */
public record Window(int forward, int backward, int left, int right) {

    /**
     * Melting Pot's view, which paper 002 uses: 9 ahead, 1 behind, 5 to each side.
     *
     * @paper 002, appendix A
     */
    public static final Window MELTING_POT = new Window(9, 1, 5, 5);

    public Window {
        Require.atLeast(forward, 0, "cells seen forward");
        Require.atLeast(backward, 0, "cells seen backward");
        Require.atLeast(left, 0, "cells seen to the left");
        Require.atLeast(right, 0, "cells seen to the right");
    }

    /** Rows. */
    public int height() {
        return forward + 1 + backward;
    }

    /** Columns. */
    public int width() {
        return left + 1 + right;
    }

    /** Rows times columns. */
    public int cells() {
        return height() * width();
    }

    /** Where the avatar itself is, counted row by row. */
    public int self() {
        return forward * width() + left;
    }

    /** Whether a cell that many rows and columns away is inside, for an avatar with that heading. */
    public boolean sees(int heading, int rows, int columns) {
        int ahead = rows * Heading.rows(heading) + columns * Heading.columns(heading);
        int aside = rows * Heading.columns(heading) - columns * Heading.rows(heading);
        return ahead <= forward && ahead >= -backward && aside <= right && aside >= -left;
    }

    /** The greatest distance seen in any direction. */
    public int reach() {
        return Math.max(Math.max(forward, backward), Math.max(left, right));
    }
}
