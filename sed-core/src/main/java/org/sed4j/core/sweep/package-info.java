/**
 * Many runs of one experiment: every point of a grid, or points drawn at random, each from several seeds.
 *
 * <p>A {@link org.sed4j.core.sweep.SweepPlan} says which {@link org.sed4j.core.sweep.Cell}s there are, a
 * {@link org.sed4j.core.sweep.Sweep} runs those that are not done yet in folders of their own, and leaves one table.
 */
@NullMarked
package org.sed4j.core.sweep;

import org.jspecify.annotations.NullMarked;
