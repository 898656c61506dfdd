package org.sed4j.core.pomg;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.run.Rng;

/**
 * The worlds of a batch that one thread works on at a time, with that thread's scratch.
 *
 * <p>A world that fails does not keep the others from going on: the first failure is kept and reported by the batch, so
 * that what follows does not depend on the number of threads.
 */
final class Shard {
    /** Longs between the scratch of two shards: two cache lines, for the prefetcher fetches pairs. */
    private static final int PADDING = 16;

    @SuppressWarnings("unused") // keeps the scratch of two shards off one cache line
    private final long[] padBefore = new long[PADDING];

    private final int from;
    private final int to;
    private final Roster roster;
    private final Tensors now;
    private final int players;
    private final boolean coded;
    private final boolean masked;
    private final Stage stage;
    private final Desk desk;
    private final Rng rng = new Rng();
    private final View view;
    private final View principal;
    private final byte[] mask;
    private final int[] actions;
    private final float[] design;
    private final float[] rewards;
    private final float[] measures;
    private final float[] gauges;
    /** By world of this shard, as last published: 1 if due. */
    private final byte[] isDue;
    /** Likewise: 1 if terminated or truncated. */
    private final byte[] hasEnded;

    /**
     * What a step does with a stage of worlds. Called through this array so that each is compiled on its own: as one method
     * they run out of registers, and a small world takes 55 ns instead of 38 (JDK 17, C2).
     */
    private final Pass[] passes = {this::play, this::show, this::publish};

    private int[] joint = {};
    private int due;
    private int ended;
    private int failed = -1;
    private @Nullable Throwable failure;

    @SuppressWarnings("unused")
    private final long[] padAfter = new long[PADDING];

    /** Something done with {@code count} worlds from world {@code first} on. */
    @FunctionalInterface
    private interface Pass {
        void over(int first, int count);
    }

    Shard(int from, int to, Roster roster, Tensors now, Spaces spaces) {
        this.from = from;
        this.to = to;
        this.roster = roster;
        this.now = now;
        this.players = spaces.players();
        this.coded = spaces.codes().cells() > 0;
        this.masked = spaces.masked();
        this.stage = new Stage(spaces, now, to - from);
        this.desk = new Desk(spaces, now, to - from);
        this.view = new View(spaces.codes().cells(), spaces.numbers().size());
        this.principal = new View(
                spaces.principalCodes().cells(), spaces.principalNumbers().size());
        this.mask = new byte[masked ? spaces.choices() : 0];
        this.actions = new int[players * spaces.heads()];
        this.design = new float[spaces.design().dimension()];
        this.rewards = new float[players];
        this.measures = new float[players * spaces.measures().size()];
        this.gauges = new float[spaces.gauges().size()];
        this.isDue = new byte[to - from];
        this.hasEnded = new byte[to - from];
    }

    /** How many of these worlds are due. */
    int due() {
        return due;
    }

    /** Whether world b was due when last published. */
    boolean due(int b) {
        return isDue[b - from] != 0;
    }

    /** The first world of this shard. */
    int from() {
        return from;
    }

    /** The first world that is not of this shard but of the next. */
    int to() {
        return to;
    }

    /** How many of these worlds have ended. */
    int ended() {
        return ended;
    }

    /** Plays the joint actions, [B, n · heads]. */
    void step(int[] joint) {
        this.joint = joint;
        for (int first = from; first < to; first += stage.worlds()) {
            int count = Math.min(stage.worlds(), to - first);
            for (Pass pass : passes) {
                pass.over(first, count);
            }
        }
    }

    private void play(int first, int count) {
        for (int w = 0; w < count; w++) {
            int b = first + w;
            try {
                Rows.take(actions, joint, b);
                Rows.take(design, roster.designs(), b);
                roster.step(b, actions, design, rng, rewards);
                Rows.put(rewards, stage.rewards, w);
            } catch (RuntimeException | Error thrown) {
                fail(b, thrown);
            }
        }
    }

    private void show(int first, int count) {
        for (int w = 0; w < count; w++) {
            int b = first + w;
            try {
                observe(b, w);
            } catch (RuntimeException | Error thrown) {
                fail(b, thrown);
            }
        }
    }

    /** Starts worlds anew: the marked ones, or all if nothing is marked. */
    void reset(@Nullable ByteTensor which) {
        Arrays.fill(rewards, 0);
        Rows.put(rewards, stage.rewards, 0);
        for (int b = from; b < to; b++) {
            if (which == null || which.get(b) != 0) {
                try {
                    roster.reset(b, rng);
                    observe(b, 0);
                    publish(b, 1);
                } catch (RuntimeException | Error thrown) {
                    fail(b, thrown);
                }
            }
        }
    }

    /** Publishes the principal's view of the due worlds. */
    void consult(int[] joint) {
        for (int b = from; due > 0 && b < to; b++) {
            if (isDue[b - from] != 0) {
                try {
                    Rows.take(actions, joint, b);
                    Rows.take(design, roster.designs(), b);
                    roster.world(b).consult(actions, design, principal);
                    desk.put(b, principal);
                } catch (RuntimeException | Error thrown) {
                    fail(b, thrown);
                }
            }
        }
        desk.publish();
    }

    /** Publishes every world as it stands, with the rewards that are published already. */
    void publish() {
        for (int b = from; b < to; b++) {
            now.rewards().view().get(b * players, rewards);
            Rows.put(rewards, stage.rewards, 0);
            show(b, 1);
            publish(b, 1);
        }
    }

    /** Puts all that world b shows, but for its rewards, at place w of the stage. */
    private void observe(int b, int w) {
        World world = roster.world(b);
        Rows.take(design, roster.designs(), b);
        players(world, w);
        counts(world, w);
        flags(world, w);
    }

    private void players(World world, int w) {
        for (int i = 0, row = w * players; i < players; i++, row++) {
            world.observe(i, design, view);
            if (coded) {
                Rows.put(view.codes, stage.codes, row);
            }
            Rows.put(view.numbers, stage.numbers, row);
            if (masked) {
                world.allowed(i, design, mask);
                Rows.put(mask, stage.masks, row);
            }
        }
    }

    private void counts(World world, int w) {
        if (roster.settles()) {
            Rows.put(((Settlement) world).ledger(), stage.ledger, w);
        }
        if (measures.length > 0) {
            world.measure(measures);
            Rows.put(measures, stage.measures, w);
        }
        if (gauges.length > 0) {
            world.gauge(gauges);
            Rows.put(gauges, stage.gauges, w);
        }
    }

    private void flags(World world, int w) {
        boolean terminated = world.terminated();
        boolean truncated = world.truncated();
        stage.terminated[w] = (byte) (terminated ? 1 : 0);
        stage.truncated[w] = (byte) (truncated ? 1 : 0);
        stage.ended[w] = (byte) (terminated || truncated ? 1 : 0);
        stage.due[w] = (byte) (world.due() ? 1 : 0);
    }

    /** Publishes what stands at the first places of the stage, and keeps count of who is due and who has ended. */
    private void publish(int first, int count) {
        for (int w = 0, at = first - from; w < count; w++, at++) {
            due += stage.due[w] - isDue[at];
            ended += stage.ended[w] - hasEnded[at];
            isDue[at] = stage.due[w];
            hasEnded[at] = stage.ended[w];
        }
        stage.publish(first, count);
    }

    private void fail(int b, Throwable thrown) {
        if (failure == null) {
            failed = b;
            failure = thrown;
        }
    }

    /** Whether a world has failed since the last {@link #report}. */
    boolean hasFailed() {
        return failure != null;
    }

    /**
     * Describes the first failure and forgets it.
     *
     * @param doing what the worlds were doing
     * @param joint the joint actions they were given, if any
     */
    IllegalStateException report(String doing, int @Nullable [] joint) {
        Throwable cause = failure;
        failure = null;
        int first = failed * actions.length;
        String played = joint == null
                ? ""
                : ", joint action " + Arrays.toString(Arrays.copyOfRange(joint, first, first + actions.length));
        return new IllegalStateException(
                "World " + failed + " failed in " + doing + " (tick " + roster.tick(failed) + played + "): " + cause
                        + ".\nMaybe its state allows what its rules do not foresee; reset or restore the batch to go on.",
                cause);
    }
}
