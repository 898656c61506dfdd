package org.sed4j.core.pomg.engine;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.pomg.Settlement;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.World;
import org.sed4j.core.pomg.state.State;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

/** The worlds of a batch side by side: each one's instance, state, random key, tick and design in force. */
final class Roster {
    private final World[] worlds;
    private final State[] states;
    private final boolean settles;
    private final int k;
    /** By world: what its chance is hashed from. */
    private final long[] keys;
    /** By world: steps and resets lived; each sees draws of its own. */
    private final long[] ticks;
    /** [B,k]: the designs in force. */
    private final float[] designs;
    /** Where worlds are, if an engine keeps them elsewhere. */
    private @Nullable Residence residence;

    Roster(World[] worlds, State[] states, Spaces spaces) {
        this.worlds = worlds;
        this.states = states;
        this.settles = worlds[0] instanceof Settlement;
        this.k = spaces.design().dimension();
        this.keys = new long[worlds.length];
        this.ticks = new long[worlds.length];
        this.designs = new float[worlds.length * k];
    }

    int size() {
        return worlds.length;
    }

    /** The instance of world b; its state may be elsewhere. */
    World world(int b) {
        return worlds[b];
    }

    /** Says who knows where worlds are. */
    void reside(Residence where) {
        residence = where;
    }

    private void reading(int b) {
        if (residence != null) {
            residence.read(b);
        }
    }

    private void wrote(int b) {
        if (residence != null) {
            residence.written(b);
        }
    }

    /** Length of a state in bytes. */
    int stateBytes() {
        return states[0].layout().bytes();
    }

    /** Writes the state that the instance of world b has, whatever it is. */
    void state(int b, ByteBuffer out) {
        states[b].hand(out);
    }

    /** The key that the instance of world b has. */
    long key(int b) {
        return keys[b];
    }

    /** The tick that the instance of world b has. */
    long ticked(int b) {
        return ticks[b];
    }

    /** Sets what the instance of world b has. */
    void place(int b, long key, long tick, ByteBuffer state) {
        keys[b] = key;
        ticks[b] = tick;
        states[b].read(state);
    }

    /** Whether rewards are settled from ledgers. */
    boolean settles() {
        return settles;
    }

    /** Steps and resets that world b has lived. */
    long tick(int b) {
        reading(b);
        return ticks[b];
    }

    /** Gives world b another stream of chance. */
    void rekey(int b, long key) {
        reading(b);
        keys[b] = key;
        wrote(b);
    }

    /** Another key, which depends on world b's, its tick and the number alone. */
    long freshKey(int b, long number) {
        reading(b);
        return new Seed(keys[b]).named("fork").at(ticks[b]).at(number).key();
    }

    /** [B,k]: the designs in force; whoever writes here publishes. */
    float[] designs() {
        return designs;
    }

    /** Starts world b anew. */
    void reset(int b, Rng rng) {
        reading(b);
        wrote(b); // also if it fails half way
        rng.seat(keys[b], ticks[b]);
        worlds[b].reset(rng);
        ticks[b]++;
    }

    /** Hands every world these types. */
    void adopt(float[] types) {
        for (int b = 0; b < worlds.length; b++) {
            reading(b);
            wrote(b); // also if it fails half way
            worlds[b].adopt(types.clone());
        }
    }

    /** Seats the generator for world b's coming step. */
    void seat(int b, Rng rng) {
        rng.seat(keys[b], ticks[b]);
    }

    /** World b has lived through a step. */
    void lived(int b) {
        ticks[b]++;
    }

    /** World {@code to} becomes a copy of another roster's world: state, key, tick, design. */
    void copy(Roster other, int from, int to) {
        other.reading(from);
        wrote(to);
        states[to].copy(other.states[from]);
        keys[to] = other.keys[from];
        ticks[to] = other.ticks[from];
        System.arraycopy(other.designs, from * k, designs, to * k, k);
    }

    /** Writes key, tick, design and state of world b. */
    void write(int b, ByteBuffer out) {
        reading(b);
        out.putLong(keys[b]).putLong(ticks[b]);
        for (int j = 0; j < k; j++) {
            out.putFloat(designs[b * k + j]);
        }
        states[b].write(out, b);
    }

    /** Takes up what {@link #write} wrote. */
    void read(int b, ByteBuffer in) {
        wrote(b);
        keys[b] = in.getLong();
        ticks[b] = in.getLong();
        for (int j = 0; j < k; j++) {
            designs[b * k + j] = in.getFloat();
        }
        states[b].read(in);
    }

    /** A hash of state, key and tick of world b; the design is left out. */
    long hash(int b, ByteBuffer scratch) {
        reading(b);
        scratch.clear();
        scratch.putLong(keys[b]).putLong(ticks[b]);
        states[b].write(scratch, b);
        int end = scratch.position();
        long hash = end;
        int at = 0;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            hash = Rng.mix(hash ^ scratch.getLong(at)) * 31;
        }
        for (; at < end; at++) {
            hash = Rng.mix(hash ^ scratch.get(at)) * 31;
        }
        return hash;
    }
}
