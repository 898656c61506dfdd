package org.sed4j.core.pomg;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.FeasibleSet;
import org.sed4j.core.game.Require;
import org.sed4j.core.run.Crew;

/** The engine: B worlds, sharded over a crew. */
final class Batch implements Pomg {
    private final Blueprint blueprint;
    private final Spaces spaces;
    private final Roster roster;
    private final Records records;
    private final Shard[] shards;
    private final Tensors now;
    private final Engine.Maker maker;
    private final Engine engine;
    private final Crew crew;
    private final boolean ownsCrew;
    private final Design initial;
    private final JointActions joint;
    private final float[] proposed;

    private final IntConsumer stepping;
    private final IntConsumer resetting;
    private final IntConsumer consulting;
    private final IntConsumer publishing;

    private Gate gate;
    private @Nullable ByteTensor marked;
    private boolean started;

    /**
     * @param crew closed with this batch if {@code ownsCrew}
     * @param initial φ_0
     */
    Batch(
            Blueprint blueprint,
            Roster roster,
            Engine.Maker maker,
            Crew crew,
            boolean ownsCrew,
            Design initial,
            FeasibleSet feasible) {
        this.blueprint = blueprint;
        this.spaces = blueprint.spaces();
        this.roster = roster;
        int batch = roster.size();
        this.now = Tensors.zeros(spaces, batch);
        this.records = new Records(blueprint, roster, now.rewards());
        this.crew = crew;
        this.ownsCrew = ownsCrew;
        this.initial = initial;
        this.gate = new Gate(feasible);
        this.joint = new JointActions(spaces, batch);
        this.proposed = new float[roster.designs().length];
        this.maker = maker;
        this.engine = maker.of(roster, now);
        int parts = engine.shards(crew.threads());
        this.shards = new Shard[parts];
        for (int s = 0; s < parts; s++) {
            int from = (int) ((long) batch * s / parts);
            int to = (int) ((long) batch * (s + 1) / parts);
            shards[s] = new Shard(from, to, roster, spaces, engine);
        }
        this.stepping = s -> shards[s].step(joint.values());
        this.resetting = s -> shards[s].reset(marked);
        this.consulting = s -> shards[s].consult(joint.values());
        this.publishing = s -> shards[s].publish();
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
        return roster.size();
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
        all(resetting, "reset", false);
    }

    @Override
    public void reset(ByteTensor which) {
        requireStarted();
        sized("worlds to reset", which.length(), roster.size());
        if (which == now.ended() && !anyEnded()) {
            return;
        }
        marked = which;
        all(resetting, "reset", false);
    }

    @Override
    public boolean anyDue() {
        for (Shard shard : shards) {
            if (shard.anyDue()) {
                return true;
            }
        }
        return false;
    }

    private boolean anyEnded() {
        for (Shard shard : shards) {
            if (shard.anyEnded()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void consult(IntTensor actions) {
        requireStarted();
        joint.take(actions);
        all(consulting, "consult", true);
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
    public void enact(Design wanted) {
        requireStarted();
        inForce(gate.require(wanted));
        all(publishing, "observe", false);
    }

    private void inForce(Design wanted) {
        float[] values = wanted.toFloats();
        for (int b = 0; b < roster.size(); b++) {
            System.arraycopy(values, 0, roster.designs(), b * values.length, values.length);
        }
        publishDesigns();
    }

    @Override
    public void enact(FloatTensor designs) {
        requireStarted();
        enact(designs, false);
        all(publishing, "observe", false);
    }

    @Override
    public void enactWhereDue(FloatTensor designs) {
        requireStarted();
        enact(designs, true);
    }

    private void enact(FloatTensor designs, boolean whereDue) {
        sized("entries of the designs", designs.length(), proposed.length);
        HostSide.reads(designs.array());
        designs.view().get(0, proposed);
        int k = spaces.design().dimension();
        for (Shard shard : shards) {
            for (int b = shard.from(); b < shard.to(); b++) {
                if (!whereDue || shard.due(b)) {
                    gate.require(proposed, b * k, b);
                }
            }
        }
        for (Shard shard : shards) {
            for (int b = shard.from(); b < shard.to(); b++) {
                if (!whereDue || shard.due(b)) {
                    System.arraycopy(proposed, b * k, roster.designs(), b * k, k);
                }
            }
        }
        publishDesigns();
    }

    private void publishDesigns() {
        now.design().view().put(0, roster.designs());
        HostSide.wrote(now.design().array());
    }

    @Override
    public void step(IntTensor actions) {
        requireStarted();
        joint.take(actions);
        all(stepping, "step", true);
    }

    private void all(IntConsumer work, String doing, boolean withActions) {
        crew.run(shards.length, work);
        HostSide.wrote(now);
        IllegalStateException first = null;
        for (Shard shard : shards) {
            if (shard.hasFailed()) {
                IllegalStateException problem = shard.report(doing, withActions ? joint.values() : null);
                first = first == null ? problem : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    @Override
    public Snapshot save() {
        requireStarted();
        return records.save();
    }

    @Override
    public void restore(Snapshot snapshot) {
        records.restore(snapshot);
        started = true;
        republish();
    }

    private void republish() {
        publishDesigns();
        all(publishing, "observe", false);
    }

    @Override
    public void save(DataOutput out) throws IOException {
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
        copy(this, requireWorld(from), requireWorld(to), noise, to);
        republish();
    }

    @Override
    public Pomg forked(int[] worlds, int copies, Noise noise) {
        requireStarted();
        Require.atLeast(worlds.length, 1, "worlds to fork");
        Require.atLeast(copies, 1, "copies of a world");
        Roster copied = blueprint.roster(Math.multiplyExact(worlds.length, copies));
        Batch batch = new Batch(blueprint, copied, maker, crew, false, initial, gate.feasible());
        for (int i = 0; i < copied.size(); i++) {
            batch.copy(this, requireWorld(worlds[i / copies]), i, noise, i);
        }
        batch.started = true;
        batch.republish();
        return batch;
    }

    /** World {@code to} here becomes a copy of world {@code from} there. */
    private void copy(Batch there, int from, int to, Noise noise, int number) {
        long fresh = there.roster.freshKey(from, number);
        roster.copy(there.roster, from, to);
        if (noise == Noise.FRESH) {
            roster.rekey(to, fresh);
        }
        int n = spaces.players();
        for (int i = 0; i < n; i++) {
            now.rewards().set(to * n + i, there.now.rewards().get(from * n + i));
        }
    }

    @Override
    public World portrait(int world) {
        requireStarted();
        Roster copy = blueprint.roster(1);
        copy.copy(roster, requireWorld(world), 0);
        return copy.world(0);
    }

    @Override
    public long stateHash() {
        return records.hash();
    }

    @Override
    public Optional<Settlement> settlement() {
        return roster.settles() ? Optional.of((Settlement) roster.world(0)) : Optional.empty();
    }

    @Override
    public Backing backing() {
        return maker.backing();
    }

    @Override
    public void close() {
        engine.close();
        if (ownsCrew) {
            maker.close();
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
                world >= 0 && world < roster.size(),
                "world",
                world,
                "must lie in [0, " + (roster.size() - 1) + "]",
                "worlds were counted from 1");
        return world;
    }

    private static void sized(String what, int length, int expected) {
        Require.that(length == expected, what, length, "must be " + expected, "it was made for another batch");
    }
}
