/**
 * Firms that choose quantities, and a regulator who taxes or subsidises each unit.
 *
 * <p>Start at {@link org.sed4j.envs.cournot.Cournot}; {@link org.sed4j.envs.cournot.CournotOracle} says what theory says.
 */
@NullMarked
package org.sed4j.envs.cournot;

import org.jspecify.annotations.NullMarked;
