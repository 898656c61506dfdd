package org.sed4j.rl.population;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.sed4j.rl.noregret.FollowerRule;

/** How rows of tables are written and read. */
final class Rows {
    private Rows() {}

    /** Makes a rule of the same kind equal to another. */
    static void copy(FollowerRule from, FollowerRule to) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            from.save(new DataOutputStream(bytes));
            to.load(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory takes every byte and gives it back", impossible);
        }
    }

    /** Rules write themselves. */
    static final Book.Form<FollowerRule> RULES = new Book.Form<>() {
        @Override
        public void write(FollowerRule row, DataOutput out) throws IOException {
            row.save(out);
        }

        @Override
        public void read(FollowerRule row, DataInput in) throws IOException {
            row.load(in);
        }
    };

    /** Numbers, as many as a blank row has. */
    static final Book.Form<double[]> NUMBERS = new Book.Form<>() {
        @Override
        public void write(double[] row, DataOutput out) throws IOException {
            for (double value : row) {
                out.writeDouble(value);
            }
        }

        @Override
        public void read(double[] row, DataInput in) throws IOException {
            for (int j = 0; j < row.length; j++) {
                row[j] = in.readDouble();
            }
        }
    };

    /** Choices, as many as a blank row has. */
    static final Book.Form<int[]> CHOICES = new Book.Form<>() {
        @Override
        public void write(int[] row, DataOutput out) throws IOException {
            for (int choice : row) {
                out.writeInt(choice);
            }
        }

        @Override
        public void read(int[] row, DataInput in) throws IOException {
            for (int j = 0; j < row.length; j++) {
                row[j] = in.readInt();
            }
        }
    };
}
