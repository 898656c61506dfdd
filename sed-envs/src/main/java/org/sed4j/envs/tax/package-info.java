/**
 * Taxes as values: brackets, schedules of rates, even redistribution, and how a bound on rates is lifted over training.
 *
 * <p>Start at {@link org.sed4j.envs.tax.Brackets}. Worlds hold a {@link org.sed4j.envs.tax.BracketTable}, the same numbers
 * laid out flat. No world lives here.
 */
@NullMarked
package org.sed4j.envs.tax;

import org.jspecify.annotations.NullMarked;
