/**
 * Pictures of grid worlds, for people: frames of characters, what each character looks like, and drawings of them.
 *
 * <p>Start at {@link org.sed4j.envs.render.Frame}. A world's room says how it becomes frames; players and principals never
 * see any of this.
 */
@NullMarked
package org.sed4j.envs.render;

import org.jspecify.annotations.NullMarked;
