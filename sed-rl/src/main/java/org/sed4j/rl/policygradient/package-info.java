/**
 * Policy-gradient players whose learning can be differentiated: REINFORCE, actor-critic and PPO as one update function.
 *
 * <p>Start at {@link org.sed4j.rl.policygradient.PolicyUpdate}: one update of one learner, and its derivative with respect to
 * the rewards. A {@link org.sed4j.rl.policygradient.Population} is the players of an economy, each following one of several
 * {@linkplain org.sed4j.rl.policygradient.Learner learners}; {@link org.sed4j.rl.policygradient.Episodes} plays and records
 * them. Large batches of one shared policy are the business of the room next door, {@code rl.ppo}.
 */
@NullMarked
package org.sed4j.rl.policygradient;

import org.jspecify.annotations.NullMarked;
