package org.sed4j.core.game;

/**
 * A straight line from {@code start} to 1: how a bound or a factor is lifted over training.
 *
 * @param start height at 0, in [0, 1]
 * @param length over how much it grows, at least 0; 0 is open at once
 */
public record Ramp(double start, int length) {
    public Ramp {
        Require.within(start, 0, 1, "height at the start of a ramp");
        Require.atLeast(length, 0, "length of a ramp");
    }

    /** The height after {@code done} of {@code length}, in [start, 1]. */
    public double height(int done) {
        double share = length == 0 ? 1 : Math.min(1, (double) done / length);
        return start + (1 - start) * share;
    }
}
