/**
 * Pictures of grid worlds, for people: how players look in frames, and drawings of frames.
 *
 * <p>Start at {@link org.sed4j.envs.render.Sprites}; frames and palettes are the library's, {@link
 * org.sed4j.core.picture.Frame}. A world's room says how it becomes frames; players and principals never see any of this.
 */
@NullMarked
package org.sed4j.envs.render;

import org.jspecify.annotations.NullMarked;
