/**
 * Linear programs: what they are ({@link org.sed4j.core.stackelberg.lp.LinearProgram}), who solves them
 * ({@link org.sed4j.core.stackelberg.lp.LpSolver}: in floating point, or exactly in rationals), and
 * what may come of them ({@link org.sed4j.core.stackelberg.lp.LpResult}). Knows nothing of games.
 */
@NullMarked
package org.sed4j.core.stackelberg.lp;

import org.jspecify.annotations.NullMarked;
