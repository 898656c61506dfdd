/**
 * What learners remember of play: rollouts in compact form, and what is estimated from them.
 *
 * <p>Start at {@link org.sed4j.rl.rollout.Rollout}. Observations stay one byte a cell until a learner needs floats.
 */
@NullMarked
package org.sed4j.rl.rollout;

import org.jspecify.annotations.NullMarked;
