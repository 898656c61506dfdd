package org.sed4j.core.pomg.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignGame;
import org.sed4j.core.game.FeasibleSet;
import org.sed4j.core.game.Require;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.pomg.Backing;
import org.sed4j.core.pomg.ByteTensor;
import org.sed4j.core.pomg.FloatTensor;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Noise;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Settlement;
import org.sed4j.core.pomg.Snapshot;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.Tensors;
import org.sed4j.core.pomg.World;
import org.sed4j.core.run.Crew;

/** The engine: B worlds with their designs, worked on in shards. */
final class Batch implements Pomg {
    private final Mould mould;
    private final Spaces spaces;
    private final Roster roster;
    private final Records records;
    private final Shards shards;
    private final Designs designs;
    private final Tensors now;
    private final Engine.Maker maker;
    private final Engine engine;
    private final Crew crew;
    private final boolean ownsCrew;
    private final Design initial;
    private final JointActions joint;
    private IntTensor played;
    private boolean started;

    /**
     * @param crew closed with this batch if {@code ownsCrew}
     * @param initial φ_0
     */
    Batch(
            Mould mould,
            Roster roster,
            Engine.Maker maker,
            Crew crew,
            boolean ownsCrew,
            Design initial,
            FeasibleSet feasible) {
        this.mould = mould;
        this.spaces = mould.spaces();
        this.roster = roster;
        int batch = roster.size();
        this.now = Tensors.zeros(spaces, batch);
        this.records = new Records(mould, roster, now.rewards());
        this.crew = crew;
        this.ownsCrew = ownsCrew;
        this.initial = initial;
        this.designs = new Designs(roster, spaces, now, feasible);
        this.joint = new JointActions(spaces, batch);
        this.played = IntTensor.zeros(batch, 0);
        this.maker = maker;
        this.engine = maker.of(roster, now);
        this.shards = new Shards(roster, spaces, engine, crew, now, joint.values());
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
        designs.put(initial);
        shards.reset(null);
    }

    @Override
    public void reset(ByteTensor which) {
        requireStarted();
        Require.that(
                which.length() == roster.size(),
                "worlds to reset",
                which.length(),
                "must be " + roster.size(),
                "it was made for another batch");
        if (which == now.ended() && !shards.anyEnded()) {
            return;
        }
        shards.reset(which);
    }

    @Override
    public boolean anyDue() {
        return shards.anyDue();
    }

    @Override
    public void consult(IntTensor actions) {
        requireStarted();
        joint.take(actions);
        shards.consult();
    }

    @Override
    public void admit(FeasibleSet feasible, DesignGame.Reference centre) {
        designs.admit(feasible, centre);
    }

    @Override
    public Design law(int b) {
        return designs.law(requireWorld(b));
    }

    @Override
    public void adopt(TypeMatrix types) {
        requireStarted();
        Require.that(
                types.players() == spaces.players(),
                "players with a type",
                types.players(),
                "must be the economy's " + spaces.players(),
                "the types were drawn for another economy");
        if (!spaces.types().isEmpty()) {
            roster.adopt(types.flat(spaces.types()));
            shards.publish();
        }
    }

    @Override
    public void enact(Design wanted) {
        requireStarted();
        designs.enact(wanted);
        shards.publish();
    }

    @Override
    public void enact(FloatTensor wanted) {
        requireStarted();
        designs.enact(wanted, shards, false);
        shards.publish();
    }

    @Override
    public void enactWhereDue(FloatTensor wanted) {
        requireStarted();
        designs.enact(wanted, shards, true);
    }

    @Override
    public void step(IntTensor actions) {
        requireStarted();
        joint.take(actions);
        played = actions;
        shards.step();
    }

    @Override
    public IntTensor actions() {
        return played;
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
        designs.publish();
        shards.publish();
    }

    /** Also before the first reset: random keys and ticks are part of it. */
    @Override
    public void save(DataOutput out) throws IOException {
        Snapshots.write(records.save(), out);
        out.writeBoolean(started);
    }

    @Override
    public void load(DataInput in) throws IOException {
        Snapshot snapshot = Snapshots.read(in);
        boolean begun = begun(in);
        try {
            records.restore(snapshot);
            started = begun;
            if (begun) {
                republish(); // a world that was never reset cannot be looked at
            }
        } catch (IllegalArgumentException other) {
            throw new IOException(other.getMessage(), other);
        }
    }

    private static boolean begun(DataInput in) throws IOException {
        try {
            return in.readBoolean();
        } catch (EOFException cut) {
            throw new IOException("The checkpoint ends early.\nMaybe the file was cut short.", cut);
        }
    }

    @Override
    public void fork(int from, int to, Noise noise) {
        requireStarted();
        copy(this, requireWorld(from), requireWorld(to), noise, to);
        designs.centre(designs, from, to);
        republish();
    }

    @Override
    public Pomg forked(int[] worlds, int copies, Noise noise) {
        requireStarted();
        Require.atLeast(worlds.length, 1, "worlds to fork");
        Require.atLeast(copies, 1, "copies of a world");
        Roster copied = mould.roster(Math.multiplyExact(worlds.length, copies));
        Batch batch = new Batch(mould, copied, maker, crew, false, initial, designs.feasible());
        for (int i = 0; i < copied.size(); i++) {
            batch.copy(this, requireWorld(worlds[i / copies]), i, noise, i);
            batch.designs.centre(designs, worlds[i / copies], i);
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
        Roster copy = mould.roster(1);
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
}
