/**
 * Incentives, what a principal pays players for what they do: the part that Escape Room and Clean Up share.
 *
 * <p>Start at {@link org.sed4j.envs.incentive.DeedPay}. This room knows no deeds: each world says what its own are.
 */
@NullMarked
package org.sed4j.envs.incentive;

import org.jspecify.annotations.NullMarked;
