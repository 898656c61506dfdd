package org.sed4j.envs.harvest;

import org.sed4j.core.game.Require;
import org.sed4j.envs.tax.Brackets;

/**
 * How apples are taxed: on each player's total over a tax period, settled on the period's last step, the revenue handed out
 * evenly on the same step.
 *
 * @param brackets of a period's total, in apples times their reward
 * @param period steps of a tax period, at least 1; the principal decides before each period's first step
 * @param opensWithDecision whether the principal decides before the first period of an episode too; if not, the design
 *     already in force (at first φ_0) holds in it
 */
public record Taxation(Brackets brackets, int period, boolean opensWithDecision) {

    /**
     * Paper 002: three brackets, 50 steps, no decision before the first period, for which φ_0 = 0 is in force.
     *
     * @paper 002, section 4 and appendix A
     */
    public static final Taxation PAPER = new Taxation(Brackets.APPLES, 50, false);

    /** The published code (d9ef0c3): the integer formula, and rates from the very first step. */
    public static final Taxation CODE = new Taxation(Brackets.APPLES.with(Brackets.Formula.INTEGER), 50, true);

    public Taxation {
        Require.atLeast(period, 1, "tax period");
    }
}
