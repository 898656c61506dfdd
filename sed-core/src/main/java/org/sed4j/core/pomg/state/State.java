package org.sed4j.core.pomg.state;

import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import org.sed4j.core.pomg.state.Layout.Piece;

/**
 * The state of one world: where its scalars and arrays are, so that it can be copied, written and read.
 *
 * <p>References to state are final, so they are looked up once.
 */
public final class State {
    private final Layout layout;
    /** By piece: the array, or the object that owns the scalar. */
    private final Object[] holders;

    State(Layout layout, Object[] holders) {
        this.layout = layout;
        this.holders = holders;
    }

    /** This state under a layout that agrees with its own: the worlds of a batch share one. */
    public State under(Layout common) {
        return new State(common, holders);
    }

    public Layout layout() {
        return layout;
    }

    /** By piece: the array, or the object that owns the scalar. */
    public Object[] holders() {
        return holders;
    }

    /** Takes up another state of the same layout. */
    public void copy(State other) {
        for (int i = 0; i < holders.length; i++) {
            Piece piece = layout.pieces().get(i);
            if (piece.length() == Piece.SCALAR) {
                set(piece, holders[i], bits(piece, other.holders[i]));
            } else {
                System.arraycopy(other.holders[i], 0, holders[i], 0, piece.length());
            }
        }
    }

    /**
     * Writes the state.
     *
     * @param world for the message
     * @throws IllegalStateException if a number in it is NaN
     */
    public void write(ByteBuffer out, int world) {
        for (int i = 0; i < holders.length; i++) {
            Piece piece = layout.pieces().get(i);
            int start = out.position();
            write(piece, holders[i], out);
            int nan = Packed.firstNaN(piece.type(), out, start);
            if (nan >= 0) {
                String entry = piece.length() == Piece.SCALAR ? "" : "[" + nan + "]";
                throw new IllegalStateException("State " + piece.path() + entry + " of world " + world
                        + " is NaN.\nMaybe something was divided by zero; mark it transient if it is scratch.");
            }
        }
    }

    /** Writes the state as it is, NaN too: from one memory of the engine to another, where nobody has asked for it yet. */
    public void hand(ByteBuffer out) {
        for (int i = 0; i < holders.length; i++) {
            write(layout.pieces().get(i), holders[i], out);
        }
    }

    private static void write(Piece piece, Object holder, ByteBuffer out) {
        if (piece.length() != Piece.SCALAR) {
            Packed.put(holder, out);
            return;
        }
        long bits = bits(piece, holder);
        switch (Layout.size(piece.type())) {
            case Long.BYTES -> out.putLong(bits);
            case Integer.BYTES -> out.putInt((int) bits);
            case Short.BYTES -> out.putShort((short) bits);
            default -> out.put((byte) bits);
        }
    }

    /** Takes up a state that was written. */
    public void read(ByteBuffer in) {
        for (int i = 0; i < holders.length; i++) {
            Piece piece = layout.pieces().get(i);
            if (piece.length() == Piece.SCALAR) {
                long bits = switch (Layout.size(piece.type())) {
                    case Long.BYTES -> in.getLong();
                    case Integer.BYTES -> in.getInt();
                    case Short.BYTES -> in.getShort();
                    default -> in.get();
                };
                set(piece, holders[i], bits);
            } else {
                Packed.get(in, holders[i]);
            }
        }
    }

    @SuppressWarnings("NullAway") // scalars have a reader
    private static long bits(Piece piece, Object owner) {
        try {
            MethodHandle reader = piece.reader();
            return (long) reader.invokeExact(owner);
        } catch (Throwable impossible) {
            throw new IllegalStateException(piece.path() + " cannot be read", impossible);
        }
    }

    @SuppressWarnings("NullAway") // scalars have a writer
    private static void set(Piece piece, Object owner, long bits) {
        try {
            MethodHandle writer = piece.writer();
            writer.invokeExact(owner, bits);
        } catch (Throwable impossible) {
            throw new IllegalStateException(piece.path() + " cannot be written", impossible);
        }
    }
}
