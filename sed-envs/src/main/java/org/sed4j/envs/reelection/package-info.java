/**
 * Office holders who take what they can, and voters who keep them only while they take little.
 *
 * <p>Start at {@link org.sed4j.envs.reelection.Reelection}; {@link org.sed4j.envs.reelection.ReelectionOracle} says what
 * theory says.
 */
@NullMarked
package org.sed4j.envs.reelection;

import org.jspecify.annotations.NullMarked;
