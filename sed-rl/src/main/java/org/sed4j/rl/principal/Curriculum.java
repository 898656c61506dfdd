package org.sed4j.rl.principal;

import org.sed4j.core.game.Require;

/**
 * A two-phase curriculum: players first learn without any design, then the greatest entry that may be set grows linearly.
 *
 * @param freeRounds rounds of phase one, in which the initial design stays in force
 * @param rampRounds rounds of phase two over which the cap grows from {@code startCap} to 1; 0 opens it at once
 * @param startCap cap at the start of phase two, in [0, 1]
 * @paper 002, appendix A: "bounding the maximum tax percentage that can be set"; the published code scales the tax instead
 */
public record Curriculum(int freeRounds, int rampRounds, double startCap) {
    /** No curriculum: every level is open from the first round. */
    public static final Curriculum NONE = new Curriculum(0, 0, 1);

    public Curriculum {
        Require.atLeast(freeRounds, 0, "tax-free rounds");
        Require.atLeast(rampRounds, 0, "rounds of the ramp");
        Require.within(startCap, 0, 1, "cap at the start of the ramp");
    }

    /** Whether the initial design stays in force in a round. */
    public boolean isFree(int round) {
        return round < freeRounds;
    }

    /** The greatest entry that may be set in a round, in [0, 1]. */
    public double cap(int round) {
        if (isFree(round)) {
            return 0;
        }
        double share = rampRounds == 0 ? 1 : Math.min(1, (double) (round - freeRounds) / rampRounds);
        return startCap + (1 - startCap) * share;
    }
}
