package org.sed4j.rl.population;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.run.Checkpointed;

/**
 * A table whose rows are found by what a player sees: equal views, one row. Rows are kept in the order in which they were
 * first asked for; there are only so many.
 *
 * @param <T> what a row holds
 */
final class Book<T> implements Checkpointed {
    private static final int LONGEST = 1 << 24;

    private final int most;
    private final Supplier<T> blank;
    private final Form<T> form;
    private final Map<ByteBuffer, T> rows = new LinkedHashMap<>();

    /** How a row is written and read. */
    interface Form<T> {
        void write(T row, DataOutput out) throws IOException;

        void read(T row, DataInput in) throws IOException;
    }

    /**
     * @param most rows, at least 1
     * @param blank makes a row that knows nothing
     */
    Book(int most, Supplier<T> blank, Form<T> form) {
        this.most = most;
        this.blank = blank;
        this.form = form;
    }

    /** A book with rows of its own, equal to these. */
    Book<T> copy() {
        Book<T> copy = new Book<>(most, blank, form);
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            save(new DataOutputStream(bytes));
            copy.load(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory takes every byte and gives it back", impossible);
        }
        return copy;
    }

    /** The row of that view; nothing if it was never entered. */
    @Nullable
    T find(ByteBuffer key) {
        return rows.get(key);
    }

    /**
     * The row of that view, a blank one if it is new.
     *
     * @throws IllegalStateException if there are too many
     */
    T row(ByteBuffer key) {
        T row = rows.get(key);
        if (row == null) {
            if (rows.size() == most) {
                throw new IllegalStateException(
                        "rows of a player's table (" + (most + 1L) + ") must be at most " + most
                                + ".\nMaybe views hardly ever repeat: tell situations apart by less (Context), or let a network learn (Populations.ppo).");
            }
            row = blank.get();
            rows.put(key, row);
        }
        return row;
    }

    /** How many rows there are. */
    int size() {
        return rows.size();
    }

    Set<ByteBuffer> keys() {
        return rows.keySet();
    }

    Iterable<T> all() {
        return rows.values();
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeInt(rows.size());
        for (Map.Entry<ByteBuffer, T> entry : rows.entrySet()) {
            out.writeInt(entry.getKey().remaining());
            out.write(entry.getKey().array());
            form.write(entry.getValue(), out);
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        rows.clear();
        int count = in.readInt();
        if (count < 0 || count > most) {
            throw new IOException("rows of a saved table (" + count + ") must lie in [0, " + most
                    + "].\nMaybe it was saved by players with a larger table.");
        }
        for (int i = 0; i < count; i++) {
            int length = in.readInt();
            if (length < 0 || length > LONGEST) {
                throw new IOException("bytes of a view (" + length + ") must lie in [0, " + LONGEST
                        + "].\nMaybe the checkpoint is damaged.");
            }
            byte[] key = new byte[length];
            in.readFully(key);
            T row = blank.get();
            form.read(row, in);
            rows.put(ByteBuffer.wrap(key), row);
        }
    }
}
