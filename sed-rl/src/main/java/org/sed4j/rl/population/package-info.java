/**
 * Who lives in an economy: every kind of follower that the library has, and those that act from tables.
 *
 * <p>Start at {@link org.sed4j.rl.population.Populations}, which names them. {@link org.sed4j.rl.population.RuleFollowers}
 * learn by no-regret rules from what they would have got, {@link org.sed4j.rl.population.QFollowers} from what they got,
 * {@link org.sed4j.rl.population.BestResponders} try everything; {@link org.sed4j.rl.population.PolicyFollowers} and
 * {@link org.sed4j.rl.population.NetworkFollowers} do as they are told.
 */
@NullMarked
package org.sed4j.rl.population;

import org.jspecify.annotations.NullMarked;
