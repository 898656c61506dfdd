/**
 * The induced economy as a partially observable Markov game, many worlds at a time.
 *
 * <p>To write an economy, implement {@link org.sed4j.core.pomg.World}: one world, plain fields, no tensors. To run it, make
 * a batch with {@link org.sed4j.core.pomg.Worlds}. To act in it or govern it, read {@link org.sed4j.core.pomg.Pomg} and
 * {@link org.sed4j.core.pomg.Loop}, the one loop in which players and principal meet.
 *
 * <p>What works under it is in the rooms {@code engine} and {@code state}, which are internal; the checks for worlds,
 * principals and followers are in {@code conformance}.
 */
@NullMarked
package org.sed4j.core.pomg;

import org.jspecify.annotations.NullMarked;
