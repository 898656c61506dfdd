package org.sed4j.core.game;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Arrays of doubles in a checkpoint: a count, then the bits. */
final class Numbers {
    private Numbers() {}

    static void write(DataOutput out, double[] values) throws IOException {
        out.writeInt(values.length);
        for (double value : values) {
            out.writeLong(Double.doubleToLongBits(value));
        }
    }

    static double[] read(DataInput in) throws IOException {
        double[] values = new double[in.readInt()];
        for (int j = 0; j < values.length; j++) {
            values[j] = Double.longBitsToDouble(in.readLong());
        }
        return values;
    }
}
