package org.sed4j.envs.harvest;

/**
 * A group of numbers that players may see besides the cells around them; in this order where several are chosen.
 *
 * <p>Paper 002 lets the design change rewards only, so its players see no rates; its published code shows players their
 * number.
 */
public enum Sense {
    /** n numbers: 1 at the player's own place, for policies that all players share. */
    IDENTITY,
    /** 1 number: the player's total in the running tax period, in units of {@link HarvestRules#totalsUnit}. */
    TOTAL,
    /** 1 number in [0, 1): how much of the tax period has passed. */
    PHASE,
    /** B numbers: the tax rates in force. */
    RATES,
    /** 2 numbers: the player's own σ and β. */
    TYPE,
    /** 1 number: max(1 - cooling / cooldown, 0), 0 while away; Melting Pot's READY_TO_SHOOT. */
    READY
}
