package org.sed4j.core.pomg.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.pomg.Snapshot;

/** Snapshots in a checkpoint. */
final class Snapshots {
    /** Says that a snapshot follows, and in which form: "SED" and the version of the form. */
    private static final int MARK = 0x53_45_44_01;
    /** Longest schema that is believed, in bytes: damaged lengths must not fill the memory. */
    private static final int LONGEST = 1 << 26;

    private Snapshots() {}

    static void write(Snapshot snapshot, DataOutput out) throws IOException {
        byte[] schema = snapshot.schema().getBytes(StandardCharsets.UTF_8);
        out.writeInt(MARK);
        out.writeInt(schema.length);
        out.write(schema);
        out.writeInt(snapshot.records().size());
        for (Snapshot.Bytes each : snapshot.records()) {
            out.writeInt(each.length());
            out.write(each.toArray());
        }
    }

    static Snapshot read(DataInput in) throws IOException {
        String where = "the schema";
        try {
            int mark = in.readInt();
            if (mark != MARK) {
                throw new IOException(
                        "The economy's checkpoint begins with " + Integer.toHexString(mark) + ", not with "
                                + Integer.toHexString(MARK)
                                + ".\nMaybe it was written by another version, or read from the wrong place.");
            }
            String schema = new String(bytes(in, where), StandardCharsets.UTF_8);
            int worlds = in.readInt();
            List<Snapshot.Bytes> records = new ArrayList<>();
            for (int b = 0; b < worlds; b++) {
                where = "world " + b + " of " + worlds;
                records.add(Snapshot.Bytes.of(bytes(in, where)));
            }
            return new Snapshot(schema, records);
        } catch (EOFException end) {
            throw new IOException(
                    "The economy's checkpoint ends early, in " + where
                            + ".\nMaybe the run was killed while it was written.",
                    end);
        }
    }

    private static byte[] bytes(DataInput in, String where) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("The economy's checkpoint says that " + where + " is " + length
                    + " bytes long.\nMaybe it is damaged.");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }

    /** The first line in which two schemas differ. */
    static String difference(String expected, String found) {
        String[] one = expected.split("\n", -1);
        String[] other = found.split("\n", -1);
        for (int i = 0; i < Math.max(one.length, other.length); i++) {
            String left = i < one.length ? one[i] : "";
            String right = i < other.length ? other[i] : "";
            if (!left.equals(right)) {
                return "this economy has \"" + left + "\" where the snapshot has \"" + right + "\"";
            }
        }
        return "they agree";
    }
}
