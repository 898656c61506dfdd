package org.sed4j.core.pomg.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.game.Require;
import org.sed4j.core.pomg.FloatTensor;
import org.sed4j.core.pomg.Snapshot;
import org.sed4j.core.run.Rng;

/** The records of a batch: key, tick, design, last rewards and state of each world, as bytes. */
final class Records {
    private final Mould mould;
    private final Roster roster;
    private final FloatTensor rewards;
    private final float[] row;
    private final ByteBuffer scratch;

    Records(Mould mould, Roster roster, FloatTensor rewards) {
        this.mould = mould;
        this.roster = roster;
        this.rewards = rewards;
        this.row = new float[mould.spaces().players()];
        this.scratch = ByteBuffer.allocate(mould.recordBytes()).order(ByteOrder.LITTLE_ENDIAN);
    }

    Snapshot save() {
        List<Snapshot.Bytes> records = new ArrayList<>(roster.size());
        for (int b = 0; b < roster.size(); b++) {
            scratch.clear();
            rewards.view().get(b * row.length, row);
            for (float reward : row) {
                scratch.putFloat(reward);
            }
            roster.write(b, scratch);
            records.add(Snapshot.Bytes.of(scratch.array()));
        }
        return new Snapshot(mould.schema(), records);
    }

    void restore(Snapshot snapshot) {
        Require.that(
                snapshot.schema().equals(mould.schema()),
                "schema of the snapshot",
                snapshot.schema().lines().findFirst().orElse(""),
                "must be the economy's: " + Snapshots.difference(mould.schema(), snapshot.schema()),
                "it was saved from another world, or from other sizes");
        sized("worlds of the snapshot", snapshot.records().size(), roster.size());
        for (Snapshot.Bytes each : snapshot.records()) {
            sized("bytes of a record", each.length(), mould.recordBytes());
        }
        for (int b = 0; b < roster.size(); b++) {
            byte[] bytes = snapshot.records().get(b).toArray();
            ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < row.length; i++) {
                row[i] = in.getFloat();
            }
            rewards.view().put(b * row.length, row);
            roster.read(b, in);
        }
    }

    private static void sized(String what, int length, int expected) {
        Require.that(length == expected, what, length, "must be " + expected, "it was made for another batch");
    }

    /** A hash of all states, keys and ticks; designs and rewards are left out. */
    long hash() {
        long hash = roster.size();
        for (int b = 0; b < roster.size(); b++) {
            hash = Rng.mix(hash + roster.hash(b, scratch));
        }
        return hash;
    }
}
