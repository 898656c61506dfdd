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
    private final Stage stage;
    private final Stepper stepper;
    private final Desk desk;
    private final Rng rng = new Rng();
    private final View principal;
    private final int[] actions;
    private final float[] design;
    private final float[] rewards;
    /** By world of this shard, as last published: 1 if due. */
    private final byte[] isDue;
    /** Likewise: 1 if terminated or truncated. */
    private final byte[] hasEnded;

    private int due;
    private int ended;
    private int failed = -1;
    private @Nullable Throwable failure;

    @SuppressWarnings("unused")
    private final long[] padAfter = new long[PADDING];

    Shard(int from, int to, Roster roster, Tensors now, Spaces spaces) {
        this.from = from;
        this.to = to;
        this.roster = roster;
        this.now = now;
        this.players = spaces.players();
        this.stage = new Stage(spaces, now, to - from);
        this.stepper = Steppers.of(roster, spaces, stage, this::fail);
        this.desk = new Desk(spaces, now, to - from);
        this.principal = new View(
                spaces.principalCodes().cells(), spaces.principalNumbers().size());
        this.actions = new int[players * spaces.heads()];
        this.design = new float[spaces.design().dimension()];
        this.rewards = new float[players];
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
        due = 0;
        ended = 0;
        for (int first = from; first < to; first += stage.worlds()) {
            int count = Math.min(stage.worlds(), to - first);
            stepper.play(joint, first, count);
            stepper.show(first, count);
            recount(first, count);
            stage.publish(first, count);
        }
    }

    /** Starts worlds anew: the marked ones, or all if nothing is marked. */
    void reset(@Nullable ByteTensor which) {
        Arrays.fill(rewards, 0);
        Rows.put(rewards, stage.rewards, 0, players);
        for (int b = from; b < to; b++) {
            if (which == null || which.get(b) != 0) {
                try {
                    roster.reset(b, rng);
                    stepper.show(b, 1);
                    publish(b);
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
                    Rows.take(actions, joint, b, actions.length);
                    Rows.take(design, roster.designs(), b, design.length);
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
            Rows.put(rewards, stage.rewards, 0, players);
            stepper.show(b, 1);
            publish(b);
        }
    }

    /** Publishes world b as it stands at the stage's first place. */
    private void publish(int b) {
        due -= isDue[b - from];
        ended -= hasEnded[b - from];
        recount(b, 1);
        stage.publish(b, 1);
    }

    /** Counts who is due and who has ended among the worlds on the stage, and keeps which. */
    private void recount(int first, int count) {
        for (int w = 0; w < count; w++) {
            due += stage.due[w];
            ended += stage.ended[w];
        }
        System.arraycopy(stage.due, 0, isDue, first - from, count);
        System.arraycopy(stage.ended, 0, hasEnded, first - from, count);
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
