/**
 * Objectives: social welfare functions over what each player got.
 *
 * <p>All implement {@link org.sed4j.core.game.Objective}. No tensors.
 */
@NullMarked
package org.sed4j.core.welfare;

import org.jspecify.annotations.NullMarked;
