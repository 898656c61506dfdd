/**
 * A fish war: a stock that grows by what is left, and players who each take a share of it, in closed form at any horizon.
 *
 * <p>Start at {@link org.sed4j.envs.commons.SharedStock}; {@link org.sed4j.envs.commons.SharedStockOracle} says what theory
 * says.
 */
@NullMarked
package org.sed4j.envs.commons;

import org.jspecify.annotations.NullMarked;
