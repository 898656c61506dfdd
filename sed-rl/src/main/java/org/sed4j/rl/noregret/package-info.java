/**
 * Followers that learn to respond: no-regret dynamics and tabular Q, for each player and each of its types.
 *
 * <p>Start at {@link org.sed4j.rl.noregret.FollowerRule} (one player) and {@link org.sed4j.rl.noregret.FollowerGroup} (all of
 * them, querying a game by counterfactuals). {@link org.sed4j.rl.noregret.Dynamics} runs them in a game that is
 * known; in the leader's POMDP the leader itself is queried. No tensors, no networks.
 */
@NullMarked
package org.sed4j.rl.noregret;

import org.jspecify.annotations.NullMarked;
