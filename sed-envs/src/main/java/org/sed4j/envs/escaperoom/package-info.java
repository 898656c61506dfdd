/**
 * Escape Room: a small game in which some must pull a lever at a cost so that others can leave by the door.
 *
 * <p>Start at {@link org.sed4j.envs.escaperoom.EscapeRoom}; {@link org.sed4j.envs.escaperoom.EscapeRoomRules} holds the
 * numbers.
 */
@NullMarked
package org.sed4j.envs.escaperoom;

import org.jspecify.annotations.NullMarked;
