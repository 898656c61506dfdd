/**
 * Rules that choose a point of a continuum, such as η in [0, 1].
 *
 * <p>Start at {@link org.sed4j.voting.continuous.ContinuousRule}; {@link org.sed4j.voting.continuous.ContinuousRules} makes
 * every rule of this room. All are O(n) for n voters, coordinate by coordinate, but the geometric median.
 */
@NullMarked
package org.sed4j.voting.continuous;

import org.jspecify.annotations.NullMarked;
