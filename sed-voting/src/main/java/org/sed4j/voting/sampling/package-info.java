/**
 * Societies drawn at random: rankings, utilities and types, each from a seed of its own.
 *
 * <p>Start at {@link org.sed4j.voting.sampling.Cultures} (rankings) and {@link org.sed4j.voting.sampling.TypeCultures}
 * (utilities and types).
 */
@NullMarked
package org.sed4j.voting.sampling;

import org.jspecify.annotations.NullMarked;
