/**
 * A price, and buyers who take it or leave it: with reason, or by a logit rule.
 *
 * <p>Start at {@link org.sed4j.envs.pricing.Pricing}; {@link org.sed4j.envs.pricing.PricingOracle} says what theory says.
 */
@NullMarked
package org.sed4j.envs.pricing;

import org.jspecify.annotations.NullMarked;
