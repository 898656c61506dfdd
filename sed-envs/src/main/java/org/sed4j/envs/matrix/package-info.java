/**
 * The finite games of the theory rooms as economies, played again and again: normal form, Bayesian, and with a leader whose
 * commitment is the design.
 *
 * <p>Start at {@link org.sed4j.envs.matrix.MatrixGame}, which says what is played and paid; {@link
 * org.sed4j.envs.matrix.MatrixWorld} is one world of it.
 */
@NullMarked
package org.sed4j.envs.matrix;

import org.jspecify.annotations.NullMarked;
