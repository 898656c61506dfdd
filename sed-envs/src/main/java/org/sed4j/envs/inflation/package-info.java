/**
 * Inflation that people expect: what a principal may promise, and what it does once they believe it.
 *
 * <p>Start at {@link org.sed4j.envs.inflation.Inflation}; {@link org.sed4j.envs.inflation.InflationOracle} says what theory
 * says.
 */
@NullMarked
package org.sed4j.envs.inflation;

import org.jspecify.annotations.NullMarked;
