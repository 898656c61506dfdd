/**
 * Small Markov games, written out in tables, so that everything about them can be computed exactly: returns, best
 * responses, the normal form among memoryless policies, equilibria under a leader.
 *
 * <p>Start at {@link org.sed4j.core.stackelberg.markov.FinitePomg}. The economies that agents learn in are not here but in
 * {@code org.sed4j.core.pomg}.
 */
@NullMarked
package org.sed4j.core.stackelberg.markov;

import org.jspecify.annotations.NullMarked;
