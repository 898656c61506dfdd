/**
 * The Stackelberg POMDP: a leader learns to lead followers that adapt inside its own episode.
 *
 * <p>Start at {@link org.sed4j.rl.stackelbergpomdp.LeaderGame} (what is led; {@link
 * org.sed4j.rl.stackelbergpomdp.LeaderGames} makes one of any game of the theory room), {@link
 * org.sed4j.rl.stackelbergpomdp.StackelbergPomdp} (the world), {@link org.sed4j.rl.stackelbergpomdp.LeaderTraining} (PPO and
 * MAPPO) and {@link org.sed4j.rl.stackelbergpomdp.Verdict} (what a leader is worth, exactly). {@link
 * org.sed4j.rl.stackelbergpomdp.Settings} has those of paper 003.
 */
@NullMarked
package org.sed4j.rl.stackelbergpomdp;

import org.jspecify.annotations.NullMarked;
