package org.sed4j.core.pomg.conformance;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.World;
import org.sed4j.core.pomg.state.Layout;
import org.sed4j.core.pomg.state.State;
import org.sed4j.core.pomg.state.Walk;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

/** A world under examination, called directly: its state as bytes, and random legal play. */
final class Subject {
    final World world;
    final Spaces spaces;
    final float[] design;
    final int[] actions;
    final float[] rewards;
    final Rng rng = new Rng();

    private final State state;
    private final Seed seed;
    private final Seed choices;
    private final Rng untouched = new Rng();
    private long tick;
    private boolean drew;

    /**
     * @param seed where the world's chance comes from
     * @param choices where actions and designs come from
     */
    Subject(World world, Seed seed, Seed choices) {
        this.world = world;
        this.seed = seed;
        this.choices = choices;
        this.spaces = world.spaces();
        this.state = Walk.of(world).state();
        this.design = new float[spaces.design().dimension()];
        this.actions = new int[spaces.players() * spaces.heads()];
        this.rewards = new float[spaces.players()];
    }

    /** The state as it is now. */
    ByteBuffer bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(state.layout().bytes()).order(ByteOrder.LITTLE_ENDIAN);
        state.write(bytes, 0);
        return bytes.flip();
    }

    /** Takes up a state that {@link #bytes} gave. */
    void take(ByteBuffer bytes) {
        state.read(bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN));
    }

    /** The first piece in which two states differ. */
    String difference(ByteBuffer one, ByteBuffer other) {
        int at = one.mismatch(other);
        int end = 0;
        for (Layout.Piece piece : state.layout().pieces()) {
            end += piece.bytes();
            if (at < end) {
                return piece.path();
            }
        }
        return "nothing";
    }

    void reset() {
        rng.seat(seed.key(), tick);
        world.reset(rng);
        noteDraws();
    }

    private void noteDraws() {
        untouched.seat(seed.key(), tick++);
        drew |= rng.nextLong() != untouched.nextLong();
    }

    /** Whether the world has drawn any chance. */
    boolean drew() {
        return drew;
    }

    /** Draws a design and a joint action that the masks allow. */
    void choose() {
        rng.seat(choices.key(), tick);
        Lots.design(spaces.design(), rng, design);
        byte[] mask = new byte[spaces.masked() ? spaces.choices() : 0];
        for (int i = 0; i < spaces.players(); i++) {
            if (mask.length > 0) {
                world.allowed(i, design, mask);
            }
            Lots.action(spaces, mask, 0, rng, actions, i * spaces.heads());
        }
    }

    /** Plays what was chosen. */
    void step() {
        rng.seat(seed.key(), tick);
        world.step(actions, design, rng, rewards);
        noteDraws();
    }

    /** Chooses and plays; starts anew what has ended. */
    void live() {
        choose();
        step();
        if (world.terminated() || world.truncated()) {
            reset();
        }
    }

    /** The tick to come. */
    long tick() {
        return tick;
    }

    /** Sets the tick to come. */
    void at(long tick) {
        this.tick = tick;
    }
}
