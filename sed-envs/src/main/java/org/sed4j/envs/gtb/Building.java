package org.sed4j.envs.gtb;

import org.sed4j.core.game.Require;

/**
 * What a house brings and costs, besides one wood and one stone.
 *
 * @param payment coin for a house of the least skilled, above 0
 * @param mostMultiplier M ≥ 1: skill s earns payment · min(M, (M-1) · s + 1)
 * @param skill how skills are drawn
 * @param labor labour of building, at least 0
 */
public record Building(double payment, double mostMultiplier, Skill skill, double labor) {

    /** Paper 004 and the AI Economist: 10 to 30 coin by Pareto skill, 10 labour. */
    public static final Building PAPER = new Building(10, 3, Skill.PARETO, 10);

    public Building {
        Require.that(
                payment > 0 && Double.isFinite(payment),
                "payment for a house",
                payment,
                "must be a number above 0",
                "it was left at zero");
        Require.within(mostMultiplier, 1, Double.MAX_VALUE, "greatest multiple of the payment for a house");
        Require.within(labor, 0, Double.MAX_VALUE, "labour of building");
    }

    /** Coin for a house at a raw skill. */
    double paid(double raw) {
        return payment * multiple(raw);
    }

    /** min(M, (M-1) · s + 1). */
    double multiple(double raw) {
        return skill == Skill.NONE ? 1 : Math.min(mostMultiplier, (mostMultiplier - 1) * raw + 1);
    }
}
