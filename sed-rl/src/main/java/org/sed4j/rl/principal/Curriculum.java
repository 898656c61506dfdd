package org.sed4j.rl.principal;

import org.sed4j.core.game.Require;
import org.sed4j.rl.head.Reach;

/**
 * A two-phase curriculum: players first learn without any design, then what a principal may do grows linearly.
 *
 * @param freeRounds rounds of phase one, in which the initial design stays in force
 * @param rampRounds rounds of phase two over which the ramp grows from {@code startCap} to 1; 0 opens it at once
 * @param startCap height at the start of phase two, in [0, 1]
 * @param ramp what the ramp acts on
 * @paper 002, appendix A
 */
public record Curriculum(int freeRounds, int rampRounds, double startCap, Ramp ramp) {
    /** No curriculum: every level is open from the first round. */
    public static final Curriculum NONE = new Curriculum(0, 0, 1, Ramp.BOUND);

    /** What the ramp acts on. */
    public enum Ramp {
        /** The greatest entry that can be set: "bounding the maximum tax percentage that can be set" (paper 002). */
        BOUND,
        /**
         * What is set, multiplied: the published code multiplies the net transfers, which for a tax is the same as the
         * rates, transfers being linear in them. Entries that are kept keep the factor they were set with.
         */
        SCALE
    }

    public Curriculum {
        Require.atLeast(freeRounds, 0, "tax-free rounds");
        Require.atLeast(rampRounds, 0, "rounds of the ramp");
        Require.within(startCap, 0, 1, "height at the start of the ramp");
    }

    /** Whether the initial design stays in force in a round. */
    public boolean isFree(int round) {
        return round < freeRounds;
    }

    /** How far the principal's entries may go in a round. */
    Reach reach(int round) {
        return new Reach(cap(round), scale(round));
    }

    /** The greatest value that an entry may be set to in a round, as a share of its range, in [0, 1]. */
    public double cap(int round) {
        return isFree(round) ? 0 : ramp == Ramp.BOUND ? height(round) : 1;
    }

    /** What an entry that is set in a round is multiplied by, in [0, 1]. */
    public double scale(int round) {
        return ramp == Ramp.SCALE ? height(round) : 1;
    }

    private double height(int round) {
        return new org.sed4j.core.game.Ramp(startCap, rampRounds).height(round - freeRounds);
    }
}
