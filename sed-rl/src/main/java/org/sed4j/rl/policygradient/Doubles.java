package org.sed4j.rl.policygradient;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Arrays of doubles in a checkpoint: length, then bits. */
public final class Doubles {
    private Doubles() {}

    /** Writes an array. */
    public static void write(DataOutput out, double[] values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES);
        bytes.asDoubleBuffer().put(values);
        out.writeInt(values.length);
        out.write(bytes.array());
    }

    /**
     * Reads an array.
     *
     * @param length how many there must be
     * @throws IOException if another number was written
     */
    public static double[] read(DataInput in, int length) throws IOException {
        int saved = in.readInt();
        if (saved != length) {
            throw new IOException("numbers of a saved array (" + saved + ") must be " + length
                    + ".\nMaybe the checkpoint is of another network.");
        }
        byte[] bytes = new byte[length * Double.BYTES];
        in.readFully(bytes);
        double[] values = new double[length];
        ByteBuffer.wrap(bytes).asDoubleBuffer().get(values);
        return values;
    }
}
