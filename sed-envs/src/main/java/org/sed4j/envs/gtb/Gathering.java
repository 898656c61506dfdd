package org.sed4j.envs.gtb;

import org.sed4j.core.game.Require;

/**
 * What walking and gathering cost.
 *
 * @param skill how the probability of a second unit is drawn
 * @param moveLabor labour of a step that changes one's place, at least 0
 * @param collectLabor labour of gathering on a cell, at least 0
 */
public record Gathering(Skill skill, double moveLabor, double collectLabor) {

    /** Paper 004: no second units. */
    public static final Gathering PAPER = new Gathering(Skill.NONE, 1, 1);

    public Gathering {
        Require.within(moveLabor, 0, Double.MAX_VALUE, "labour of moving");
        Require.within(collectLabor, 0, Double.MAX_VALUE, "labour of gathering");
    }
}
