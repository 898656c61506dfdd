/**
 * Adaptive incentive design by meta-gradient: a designer that differentiates its return through the players' learning.
 *
 * <p>Start at {@link org.sed4j.rl.metagradient.MetaGrad}, the designer as a principal of the ring, and
 * {@link org.sed4j.rl.metagradient.MetaGradient}, the gradient in first-order passes. Players and their update live in
 * {@code rl.policygradient}.
 */
@NullMarked
package org.sed4j.rl.metagradient;

import org.jspecify.annotations.NullMarked;
