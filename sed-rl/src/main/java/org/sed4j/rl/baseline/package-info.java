/**
 * What adaptive incentive design is compared with: designers that learn by reward alone, or by a one-step look ahead, or not at
 * all.
 *
 * <p>Start at {@link org.sed4j.rl.baseline.DualRl}. The centralised bound needs no designer: it is one learner in
 * {@link org.sed4j.rl.baseline.Centralised} worlds.
 */
@NullMarked
package org.sed4j.rl.baseline;

import org.jspecify.annotations.NullMarked;
