/**
 * A linear income tax with elastic labour: the society in which the vote, the objectives and the lobby have exact answers.
 *
 * <p>Start at {@link org.sed4j.envs.lineartax.LinearTax}; {@link org.sed4j.envs.lineartax.LinearTaxOracle} says what theory
 * says.
 */
@NullMarked
package org.sed4j.envs.lineartax;

import org.jspecify.annotations.NullMarked;
