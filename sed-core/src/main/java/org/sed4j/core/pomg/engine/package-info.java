/**
 * The engine under {@link org.sed4j.core.pomg.Pomg}: B worlds with their keys, laws and states, stepped in shards on the JVM,
 * in compiled C or on a device.
 *
 * <p>Internal: {@link org.sed4j.core.pomg.engine.Order} is its one door, and {@link org.sed4j.core.pomg.Worlds} alone goes
 * through it. Nothing here is promised to stay.
 *
 * <p>The way through: {@code Order} has a {@code Mould} make worlds and {@code Engines} choose what they run on; {@code Batch}
 * is the result. {@code Roster} holds the worlds, {@code Designs} the laws behind their {@code Gate}, {@code Shards} the
 * threads' parts; a {@code Drive} steps one shard: {@code JvmDrive}, {@code NativeDrive}, {@code CudaDrive}.
 */
@NullMarked
package org.sed4j.core.pomg.engine;

import org.jspecify.annotations.NullMarked;
