package org.sed4j.core.pomg;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.FeasibleSet;
import org.sed4j.core.game.Require;
import org.sed4j.core.run.Crew;
import org.sed4j.core.run.Rng;

/** The engine: B worlds, sharded over a crew. */
final class Batch implements Pomg {
    private final Blueprint blueprint;
    private final Spaces spaces;
    private final Slot[] slots;
    private final Shard[] shards;
    private final Tensors now;
    private final Crew crew;
    private final boolean ownsCrew;
    private final Design initial;
    private final int[] joint;
    private final int[] choices;
    private final ByteBuffer scratch;

    private final IntConsumer stepping;
    private final IntConsumer resetting;
    private final IntConsumer consulting;
    private final IntConsumer publishing;

    private Gate gate;
    private @Nullable ByteTensor marked;
    private boolean started;

    Batch(Blueprint blueprint, Slot[] slots, Crew crew, boolean ownsCrew, Design initial, FeasibleSet feasible) {
        this.blueprint = blueprint;
        this.spaces = blueprint.spaces();
        this.slots = slots;
        int batch = slots.length;
        this.now = Tensors.zeros(spaces, batch);
        this.crew = crew;
        this.ownsCrew = ownsCrew;
        this.initial = initial;
        this.gate = new Gate(feasible);
        this.joint = new int[batch * spaces.players() * spaces.heads()];
        this.choices = spaces.actions().stream().mapToInt(c -> c).toArray();
        this.scratch = ByteBuffer.allocate(blueprint.recordBytes()).order(ByteOrder.LITTLE_ENDIAN);
        int parts = batch < 2 * crew.threads() ? 1 : crew.threads();
        this.shards = new Shard[parts];
        for (int s = 0; s < parts; s++) {
            shards[s] = new Shard(
                    (int) ((long) batch * s / parts), (int) ((long) batch * (s + 1) / parts), slots, now, spaces);
        }
        this.stepping = s -> shards[s].step(joint);
        this.resetting = s -> shards[s].reset(marked);
        this.consulting = s -> shards[s].consult(joint);
        this.publishing = s -> shards[s].publish();
    }

    /** Gives world b the key of that number below the seed. */
    void key(org.sed4j.core.run.Seed seed) {
        for (int b = 0; b < slots.length; b++) {
            slots[b].rekey(seed.at(b).key());
        }
    }

    @Override
    public Spaces spaces() {
        return spaces;
    }

    @Override
    public int players() {
        return spaces.players();
    }

    @Override
    public int batch() {
        return slots.length;
    }

    @Override
    public Tensors now() {
        return now;
    }

    @Override
    public void reset() {
        started = true;
        inForce(initial);
        marked = null;
        all(resetting, "reset", null);
    }

    @Override
    public void reset(ByteTensor which) {
        requireStarted();
        sized("worlds to reset", which.length(), slots.length);
        if (which == now.ended() && !anyEnded()) {
            return;
        }
        marked = which;
        all(resetting, "reset", null);
    }

    @Override
    public boolean anyDue() {
        for (Shard shard : shards) {
            if (shard.due() > 0) {
                return true;
            }
        }
        return false;
    }

    private boolean anyEnded() {
        for (Shard shard : shards) {
            if (shard.ended() > 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void consult(IntTensor actions) {
        requireStarted();
        take(actions);
        all(consulting, "consult", joint);
    }

    @Override
    public void admit(FeasibleSet feasible) {
        Require.that(
                feasible.space().dimension() == spaces.design().dimension(),
                "entries of a feasible design",
                feasible.space().names(),
                "must be the economy's " + spaces.design().names(),
                "the design game was made for another economy");
        gate = new Gate(feasible);
    }

    @Override
    public void enact(Design design) {
        requireStarted();
        inForce(gate.require(design));
        all(publishing, "observe", null);
    }

    @Override
    public void enact(FloatTensor designs) {
        requireStarted();
        enact(designs, false);
        all(publishing, "observe", null);
    }

    @Override
    public void enactWhereDue(FloatTensor designs) {
        requireStarted();
        enact(designs, true);
    }

    private void enact(FloatTensor designs, boolean whereDue) {
        int k = spaces.design().dimension();
        sized("entries of the designs", designs.length(), slots.length * k);
        for (int b = 0; b < slots.length; b++) {
            if (!whereDue || slots[b].due) {
                gate.require(designs, b * k, b);
            }
        }
        for (int b = 0; b < slots.length; b++) {
            if (!whereDue || slots[b].due) {
                designs.view().get(b * k, slots[b].design);
                now.design().view().put(b * k, slots[b].design);
            }
        }
    }

    private void inForce(Design design) {
        int k = spaces.design().dimension();
        float[] values = design.toFloats();
        for (int b = 0; b < slots.length; b++) {
            System.arraycopy(values, 0, slots[b].design, 0, k);
            now.design().view().put(b * k, values);
        }
    }

    @Override
    public void step(IntTensor actions) {
        requireStarted();
        take(actions);
        all(stepping, "step", joint);
    }

    /** Takes up the joint actions, if all are in range. */
    private void take(IntTensor actions) {
        sized("actions", actions.length(), joint.length);
        actions.view().get(0, joint);
        for (int at = 0; at < joint.length; at++) {
            int head = choices.length == 1 ? 0 : at % choices.length;
            if (joint[at] < 0 || joint[at] >= choices[head]) {
                int player = at / choices.length;
                throw new IllegalArgumentException("Action " + joint[at] + " of player " + player % spaces.players()
                        + " in world " + player / spaces.players()
                        + (choices.length == 1 ? "" : " (head " + head + ")") + " must lie in [0, "
                        + (choices[head] - 1)
                        + "].\nMaybe the actions were written for another economy, or not at all.");
            }
        }
    }

    private void all(IntConsumer work, String doing, int @Nullable [] actions) {
        crew.run(shards.length, work);
        for (Shard shard : shards) {
            shard.report(doing, actions);
        }
    }

    @Override
    public Snapshot save() {
        requireStarted();
        List<Snapshot.Bytes> records = new ArrayList<>(slots.length);
        for (int b = 0; b < slots.length; b++) {
            scratch.clear();
            slots[b].write(scratch, b);
            records.add(Snapshot.Bytes.of(scratch.array()));
        }
        return new Snapshot(blueprint.schema(), records);
    }

    @Override
    public void restore(Snapshot snapshot) {
        Require.that(
                snapshot.schema().equals(blueprint.schema()),
                "schema of the snapshot",
                snapshot.schema().lines().findFirst().orElse(""),
                "must be the economy's: " + Snapshots.difference(blueprint.schema(), snapshot.schema()),
                "it was saved from another world, or from other sizes");
        sized("worlds of the snapshot", snapshot.records().size(), slots.length);
        for (Snapshot.Bytes each : snapshot.records()) {
            sized("bytes of a record", each.length(), blueprint.recordBytes());
        }
        for (int b = 0; b < slots.length; b++) {
            byte[] bytes = snapshot.records().get(b).toArray();
            slots[b].read(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        }
        started = true;
        republish();
    }

    private void republish() {
        int k = spaces.design().dimension();
        for (int b = 0; b < slots.length; b++) {
            now.design().view().put(b * k, slots[b].design);
        }
        all(publishing, "observe", null);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        requireStarted();
        Snapshots.write(save(), out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        Snapshot snapshot = Snapshots.read(in);
        try {
            restore(snapshot);
        } catch (IllegalArgumentException other) {
            throw new IOException(other.getMessage(), other);
        }
    }

    @Override
    public void fork(int from, int to, Noise noise) {
        requireStarted();
        requireWorld(from);
        requireWorld(to);
        if (from != to) {
            slots[to].copy(slots[from]);
        }
        if (noise == Noise.FRESH) {
            slots[to].rekey(slots[from].freshKey(to));
        }
        republish();
    }

    @Override
    public Pomg forked(int[] worlds, int copies, Noise noise) {
        requireStarted();
        Require.atLeast(worlds.length, 1, "worlds to fork");
        Require.atLeast(copies, 1, "copies of a world");
        Slot[] copied = blueprint.slots(Math.multiplyExact(worlds.length, copies));
        Batch batch = new Batch(blueprint, copied, crew, false, initial, gate.feasible());
        for (int i = 0; i < batch.slots.length; i++) {
            Slot original = slots[requireWorld(worlds[i / copies])];
            batch.slots[i].copy(original);
            if (noise == Noise.FRESH) {
                batch.slots[i].rekey(original.freshKey(i));
            }
        }
        batch.started = true;
        batch.republish();
        return batch;
    }

    @Override
    public long stateHash() {
        long hash = slots.length;
        for (int b = 0; b < slots.length; b++) {
            hash = Rng.mix(hash + slots[b].hash(scratch, b));
        }
        return hash;
    }

    @Override
    public Optional<Settlement> settlement() {
        return Optional.ofNullable(slots[0].settlement);
    }

    @Override
    public void close() {
        if (ownsCrew) {
            crew.close();
        }
    }

    private void requireStarted() {
        if (!started) {
            throw new IllegalStateException(
                    "The batch has not begun.\nMaybe reset() was forgotten: it draws the first states.");
        }
    }

    private int requireWorld(int world) {
        Require.that(
                world >= 0 && world < slots.length,
                "world",
                world,
                "must lie in [0, " + (slots.length - 1) + "]",
                "worlds were counted from 1");
        return world;
    }

    private static void sized(String what, int length, int expected) {
        Require.that(length == expected, what, length, "must be " + expected, "it was made for another batch");
    }
}
