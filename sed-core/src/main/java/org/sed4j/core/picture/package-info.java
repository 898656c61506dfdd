/**
 * What a world looks like to people: frames of characters, and what each character stands for.
 *
 * <p>Start at {@link org.sed4j.core.picture.Frame}. Players and principals never see any of this; a filmstrip of frames becomes
 * the replay of a report.
 */
@NullMarked
package org.sed4j.core.picture;

import org.jspecify.annotations.NullMarked;
