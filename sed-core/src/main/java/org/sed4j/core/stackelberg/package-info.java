/**
 * The theory room: finite games with a leader, certificates that say how far a profile is from equilibrium, and exact
 * solvers.
 *
 * <p>Start at {@link org.sed4j.core.stackelberg.StackelbergGame} (what is played),
 * {@link org.sed4j.core.stackelberg.Certificate} (what is claimed about a profile) and
 * {@link org.sed4j.core.stackelberg.Commitments} (the leader's optimum). Tabular Markov games are in
 * {@code stackelberg.markov}, linear programs in {@code stackelberg.lp}, the games of paper 003 in
 * {@code stackelberg.named}. No tensors, no learning.
 */
@NullMarked
package org.sed4j.core.stackelberg;

import org.jspecify.annotations.NullMarked;
