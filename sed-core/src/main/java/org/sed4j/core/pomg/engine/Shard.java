package org.sed4j.core.pomg.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.pomg.ByteTensor;
import org.sed4j.core.pomg.Spaces;

/**
 * The worlds of a batch that one thread works on at a time, and what drives them.
 *
 * <p>A world that fails does not keep the others from going on: the first world's first failure is kept and reported by
 * the batch, so that what follows depends neither on the number of threads nor on the backend.
 */
final class Shard {
    /** Longs between the scratch of two shards: two cache lines, for the prefetcher fetches pairs. */
    private static final int PADDING = 16;

    @SuppressWarnings("unused") // keeps the scratch of two shards off one cache line
    private final long[] padBefore = new long[PADDING];

    private final int from;
    private final int to;
    private final Roster roster;
    private final Marks marks;
    private final Drive drive;
    private final int perWorld;

    private boolean anyDue;
    private boolean anyEnded;
    private int failed = -1;
    private @Nullable Throwable failure;

    @SuppressWarnings("unused")
    private final long[] padAfter = new long[PADDING];

    Shard(int from, int to, Roster roster, Spaces spaces, Engine engine) {
        this.from = from;
        this.to = to;
        this.roster = roster;
        this.marks = new Marks(from, to);
        this.perWorld = spaces.players() * spaces.heads();
        this.drive = engine.drive(from, to, marks, this::fail);
    }

    /** Whether any of these worlds is due. */
    boolean anyDue() {
        return anyDue;
    }

    /** Whether world b was due when last published. */
    boolean due(int b) {
        return marks.due(b);
    }

    /** Whether any of these worlds has ended. */
    boolean anyEnded() {
        return anyEnded;
    }

    /** The first world of this shard. */
    int from() {
        return from;
    }

    /** The first world that is not of this shard but of the next. */
    int to() {
        return to;
    }

    /** Plays the joint actions, [B, n · heads]. */
    void step(int[] joint) {
        drive.step(joint);
        look();
    }

    /** Starts worlds anew: the marked ones, or all if nothing is marked. */
    void reset(@Nullable ByteTensor which) {
        drive.reset(which);
        look();
    }

    /** Publishes the principal's view of the due worlds. */
    void consult(int[] joint) {
        if (anyDue) {
            drive.consult(joint);
        }
    }

    /** Publishes every world as it stands, with the rewards that are published already. */
    void publish() {
        drive.publish();
        look();
    }

    private void look() {
        anyDue = Marks.any(marks.due);
        anyEnded = Marks.any(marks.ended);
    }

    private void fail(int b, Throwable thrown) {
        if (failure == null || b < failed) {
            failed = b;
            failure = thrown;
        }
    }

    /** Whether a world has failed since the last {@link #report}. */
    boolean hasFailed() {
        return failure != null;
    }

    /**
     * Describes the failure and forgets it.
     *
     * @param doing what the worlds were doing
     * @param joint the joint actions they were given, if any
     */
    IllegalStateException report(String doing, int @Nullable [] joint) {
        Throwable cause = failure;
        failure = null;
        int first = failed * perWorld;
        String played = joint == null
                ? ""
                : ", joint action " + Arrays.toString(Arrays.copyOfRange(joint, first, first + perWorld));
        return new IllegalStateException(
                "World " + failed + " failed in " + doing + " (tick " + roster.tick(failed) + played + "): " + cause
                        + ".\nMaybe its state allows what its rules do not foresee; reset or restore the batch to go on.",
                cause);
    }
}
