package org.sed4j.envs.gtb;

import org.sed4j.core.game.Require;

/**
 * How a resource grows back: in each step, each source cell below {@code most} gains a unit with probability
 * weight · (mean of max(units, 1 if a source) over the square around it, cells beyond the map counting 0).
 *
 * @param weight in [0, 1]
 * @param reach half-width of the square, at least 0; 0 for the cell itself
 * @param most most units on a cell, at least 1
 */
public record Growth(double weight, int reach, int most) {

    /** Paper 004 and the AI Economist: one unit a cell, back with probability 0.01 a step. */
    public static final Growth PAPER = new Growth(0.01, 0, 1);

    public Growth {
        Require.within(weight, 0, 1, "weight of growing back");
        Require.within(reach, 0, 100, "reach of growing back");
        Require.within(most, 1, 100, "most units on a cell");
    }

    /** Whether every empty source cell has the same chance, {@code weight}. */
    boolean isLocal() {
        return reach == 0 && most == 1;
    }
}
