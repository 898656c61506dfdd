/**
 * A fishery: open access, rival fishers, the sole owner, and the landing tax that makes the first look like the last.
 *
 * <p>Start at {@link org.sed4j.envs.fishery.Fishery}; {@link org.sed4j.envs.fishery.FisheryOracle} says what theory says.
 */
@NullMarked
package org.sed4j.envs.fishery;

import org.jspecify.annotations.NullMarked;
