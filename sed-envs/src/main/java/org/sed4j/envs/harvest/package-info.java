/**
 * Harvest with taxes: the apple-picking society's economy (paper 002, section 4), on Melting Pot's rules.
 *
 * <p>Start at {@link org.sed4j.envs.harvest.HarvestRules} (every number, and the presets), then
 * {@link org.sed4j.envs.harvest.Harvest}, one world: its step reads as the order of events. Its parts are the orchard
 * (apples), the purse (who earned and paid what), the clock, and the avatars, sight and beams of
 * {@link org.sed4j.envs.grid}. Learners and voting live elsewhere.
 */
@NullMarked
package org.sed4j.envs.harvest;

import org.jspecify.annotations.NullMarked;
