package org.sed4j.envs.gtb;

import java.util.Collections;
import org.sed4j.core.game.Require;
import org.sed4j.envs.grid.GridMap;

/**
 * Sources scattered anew each episode, without water: wood towards the bottom, stone towards the top.
 *
 * <p>For each resource: every free cell is a seed with probability coverage · (1 - clumpiness) · (its row's share of the
 * gradient row^steepness, mean 1); then a 7 x 7 pattern of random cells is drawn, and free cells that it reaches from a
 * source join with probability 1/2 each, pass after pass, until the coverage is reached. Maps whose coverage is off by more
 * than a factor of 1.4 either way are drawn again. Source: the uniform scenario of the released code; the
 * clumping passes are ours in its spirit, not its numbers.
 *
 * @param rows R
 * @param columns C
 * @param woodCover share of cells that are wood sources, in (0, 0.5)
 * @param stoneCover share of cells that are stone sources, in (0, 0.5)
 * @param woodClumps share of wood that comes from clumping, in [0, 0.99]
 * @param stoneClumps share of stone that comes from clumping, in [0, 0.99]
 * @param steepness whole exponent of the gradient, at least 1
 * @param wood how wood grows back
 * @param stone how stone grows back
 */
public record Scattered(
        int rows,
        int columns,
        double woodCover,
        double stoneCover,
        double woodClumps,
        double stoneClumps,
        int steepness,
        Growth wood,
        Growth stone)
        implements Land {

    public Scattered {
        Require.within(rows, 4, 1000, "rows of a scattered map");
        Require.within(columns, 4, 1000, "columns of a scattered map");
        cover(woodCover, "share of wood sources", rows * columns);
        cover(stoneCover, "share of stone sources", rows * columns);
        Require.within(woodClumps, 0, 0.99, "clumpiness of wood");
        Require.within(stoneClumps, 0, 0.99, "clumpiness of stone");
        Require.within(steepness, 1, 64, "steepness");
    }

    private static void cover(double share, String name, int cells) {
        Require.that(
                share * cells >= 3 && share <= 0.4,
                name,
                share,
                "must lie in [" + 3.0 / cells + ", 0.4]: at least three cells, and room to walk",
                "it was given in percent, or the map is too small for it");
    }

    /** The released code's defaults on a map of that size. */
    public static Scattered of(int rows, int columns) {
        return new Scattered(rows, columns, 0.025, 0.025, 0.35, 0.5, 8, Growth.PAPER, Growth.PAPER);
    }

    @Override
    public GridMap map() {
        return new GridMap("scattered", Collections.nCopies(rows, ".".repeat(columns)));
    }
}
