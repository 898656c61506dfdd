package org.sed4j.core.translator;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/**
 * A scalar or an array of the state of a constructed world, and the very object that holds it.
 *
 * <p>A carrier: identity equality of the holder.
 *
 * @param path how it is reached from the world: {@code purses[2].coin}
 * @param holder the array, or the object whose field the scalar is
 * @param field of a scalar, made accessible; null for an array
 * @param type the type of the scalar or of the array's elements
 * @param length of the array; -1 for a scalar
 */
public record StatePiece(
        String path, Object holder, @Nullable Field field, Class<?> type, int length) {

    /** Length in bytes. */
    public int bytes() {
        return Element.of(type).bytes() * Math.max(length, length < 0 ? 1 : 0);
    }
}
