/**
 * Objectives: social welfare functions over what each player got.
 *
 * <p>Start at {@link org.sed4j.core.welfare.Welfare}; {@link org.sed4j.core.welfare.Inequality} measures spread. All
 * objectives implement {@link org.sed4j.core.game.Objective}. No tensors.
 */
@NullMarked
package org.sed4j.core.welfare;

import org.jspecify.annotations.NullMarked;
