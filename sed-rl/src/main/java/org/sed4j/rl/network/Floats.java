package org.sed4j.rl.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Float vectors as bytes of a checkpoint, big-endian, bit for bit. */
final class Floats {
    private Floats() {}

    static void write(DataOutput out, float[] values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES));
        bytes.asFloatBuffer().put(values);
        out.write(bytes.array());
    }

    static void read(DataInput in, float[] values) throws IOException {
        byte[] bytes = new byte[Math.multiplyExact(values.length, Float.BYTES)];
        try {
            in.readFully(bytes);
        } catch (EOFException cut) {
            throw new IOException(
                    "checkpoint ends before its " + values.length + " floats.\nMaybe it was cut short while written.",
                    cut);
        }
        ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
    }
}
