/**
 * The grid that Harvest, Clean Up and Gather-Trade-Build share: maps, avatars, what they see and what they shoot.
 *
 * <p>Start at {@link org.sed4j.envs.grid.GridMap}, a map drawn in characters. A world built on it is made of parts:
 * {@link org.sed4j.envs.grid.Avatars} (where everybody stands; moves in random order), {@link org.sed4j.envs.grid.Sight}
 * (the map as each heading sees it) and {@link org.sed4j.envs.grid.Beams}. This room knows no apples and no taxes.
 */
@NullMarked
package org.sed4j.envs.grid;

import org.jspecify.annotations.NullMarked;
