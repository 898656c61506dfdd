package org.sed4j.rl.principal;

/**
 * The terms of one round's office.
 *
 * @param cap greatest entry that may be set
 * @param scale what a set entry is multiplied by
 * @param reward which change of the objective pays a decision
 * @param rewardScale what it is multiplied by
 */
record Terms(double cap, double scale, PpoPrincipal.Reward reward, double rewardScale) {}
