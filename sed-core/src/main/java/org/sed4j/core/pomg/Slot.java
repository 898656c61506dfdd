package org.sed4j.core.pomg;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.run.Rng;

/** One world of a batch, with its random key, its tick and the design in force in it. */
final class Slot {
    final World world;
    final @Nullable Settlement settlement;
    /** φ in this world, k floats; read-only for the world. */
    final float[] design;
    /** What the last step paid, n floats. */
    final float[] rewards;

    /** As last published. */
    boolean due;

    /** As last published: terminated or truncated. */
    boolean ended;

    private final State state;
    /** What this world's chance is hashed from. */
    private long key;
    /** Steps and resets lived: each sees draws of its own. */
    private long tick;

    Slot(World world, State state, Spaces spaces) {
        this.world = world;
        this.settlement = world instanceof Settlement s ? s : null;
        this.state = state;
        this.design = new float[spaces.design().dimension()];
        this.rewards = new float[spaces.players()];
    }

    long tick() {
        return tick;
    }

    void rekey(long key) {
        this.key = key;
    }

    /** Another key, which depends on this one, the tick and the number alone. */
    long freshKey(long number) {
        return new org.sed4j.core.run.Seed(key)
                .named("fork")
                .at(tick)
                .at(number)
                .key();
    }

    void reset(Rng rng) {
        rng.seat(key, tick);
        world.reset(rng);
        tick++;
        java.util.Arrays.fill(rewards, 0);
    }

    void step(int[] actions, Rng rng) {
        rng.seat(key, tick);
        world.step(actions, design, rng, rewards);
        tick++;
        if (settlement != null) {
            settlement.rewards(settlement.ledger(), design, rewards);
        }
    }

    /** Becomes a copy of another slot: state, key, tick, design, rewards. */
    void copy(Slot other) {
        state.copy(other.state);
        key = other.key;
        tick = other.tick;
        System.arraycopy(other.design, 0, design, 0, design.length);
        System.arraycopy(other.rewards, 0, rewards, 0, rewards.length);
    }

    /** Writes a record. */
    void write(ByteBuffer out, int number) {
        out.putLong(key).putLong(tick);
        Packed.put(design, out);
        Packed.put(rewards, out);
        state.write(out, number);
    }

    /** Takes up a record. */
    void read(ByteBuffer in) {
        key = in.getLong();
        tick = in.getLong();
        Packed.get(in, design);
        Packed.get(in, rewards);
        state.read(in);
    }

    /** A hash of state, key and tick; design and rewards are left out. */
    long hash(ByteBuffer scratch, int number) {
        scratch.clear();
        scratch.putLong(key).putLong(tick);
        state.write(scratch, number);
        long hash = scratch.position();
        int at = 0;
        for (; at + Long.BYTES <= scratch.position(); at += Long.BYTES) {
            hash = Rng.mix(hash ^ scratch.getLong(at)) * 31;
        }
        for (; at < scratch.position(); at++) {
            hash = Rng.mix(hash ^ scratch.get(at)) * 31;
        }
        return hash;
    }
}
