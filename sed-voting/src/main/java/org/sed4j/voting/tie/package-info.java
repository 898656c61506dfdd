/**
 * Ties are results; resolving one is a step of its own, by a stated policy, and recorded.
 *
 * <p>Start at {@link org.sed4j.voting.tie.TiePolicy}; {@link org.sed4j.voting.tie.TiePolicies} makes every policy. Rules ask
 * a policy inside their rounds through the count they are given, and only if one was given: without one they follow every
 * way a tie could fall (parallel universes).
 */
@NullMarked
package org.sed4j.voting.tie;

import org.jspecify.annotations.NullMarked;
