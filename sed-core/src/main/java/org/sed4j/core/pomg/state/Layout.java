package org.sed4j.core.pomg.state;

import java.lang.invoke.MethodHandle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the state of a world consists of, in order: the same for all worlds of a batch.
 *
 * @param pieces scalars and arrays, in the order of the walk
 * @param bytes length of the state when written
 */
public record Layout(List<Piece> pieces, int bytes) {

    /**
     * A scalar or an array of the state.
     *
     * @param path how it is reached from the world: {@code purses[2].coin}
     * @param type the type of the scalar or of the array's elements
     * @param length of the array; {@link #SCALAR} for a scalar
     * @param reader bits of the scalar, null for arrays
     * @param writer likewise
     */
    public record Piece(
            String path,
            Class<?> type,
            int length,
            @Nullable MethodHandle reader,
            @Nullable MethodHandle writer) {
        static final int SCALAR = -1;

        /** "float[4] wealth". */
        String described() {
            return type.getName() + (length == SCALAR ? "" : "[" + length + "]") + " " + path;
        }

        public int bytes() {
            return size(type) * (length == SCALAR ? 1 : length);
        }
    }

    static Layout of(List<Piece> pieces) {
        int bytes = 0;
        for (Piece piece : pieces) {
            bytes = Math.addExact(bytes, piece.bytes());
        }
        return new Layout(List.copyOf(pieces), bytes);
    }

    /** One line a piece. */
    public String described() {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            text.append(piece.described()).append('\n');
        }
        return text.toString();
    }

    /** Whether another layout has the same paths, types and lengths. */
    public boolean agrees(Layout other) {
        return bytes == other.bytes && described().equals(other.described());
    }

    public static int size(Class<?> type) {
        if (type == long.class || type == double.class) {
            return Long.BYTES;
        }
        if (type == int.class || type == float.class) {
            return Integer.BYTES;
        }
        return type == short.class || type == char.class ? Short.BYTES : Byte.BYTES;
    }
}
