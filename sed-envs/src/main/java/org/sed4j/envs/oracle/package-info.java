/**
 * What theory says: exact answers beside economies that have one.
 *
 * <p>Start at {@link org.sed4j.envs.oracle.Oracle}, which an economy's room implements; {@link org.sed4j.envs.oracle.Aim} is
 * what a principal may be after, {@link org.sed4j.envs.oracle.Answer} what then follows. {@link
 * org.sed4j.envs.oracle.Levels} lays out a continuous choice for players whose actions are numbers.
 */
@NullMarked
package org.sed4j.envs.oracle;

import org.jspecify.annotations.NullMarked;
