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
    private final Slot[] slots;
    private final Tensors now;
    private final Spaces spaces;
    private final Rng rng = new Rng();
    private final View view;
    private final View principal;
    private final byte[] mask;
    private final int[] actions;
    private final float[] measures;
    private final float[] gauges;

    private int due;
    private int ended;
    private int failed = -1;
    private @Nullable Throwable failure;

    @SuppressWarnings("unused")
    private final long[] padAfter = new long[PADDING];

    Shard(int from, int to, Slot[] slots, Tensors now, Spaces spaces) {
        this.from = from;
        this.to = to;
        this.slots = slots;
        this.now = now;
        this.spaces = spaces;
        this.view = new View(spaces.codes().cells(), spaces.numbers().size());
        this.principal = new View(
                spaces.principalCodes().cells(), spaces.principalNumbers().size());
        this.mask = new byte[spaces.masked() ? spaces.choices() : 0];
        this.actions = new int[spaces.players() * spaces.heads()];
        this.measures = new float[spaces.players() * spaces.measures().size()];
        this.gauges = new float[spaces.gauges().size()];
    }

    /** How many of these worlds are due. */
    int due() {
        return due;
    }

    /** How many of these worlds have ended. */
    int ended() {
        return ended;
    }

    /** Plays the joint actions, [B, n · heads]. */
    void step(int[] joint) {
        for (int b = from; b < to; b++) {
            try {
                System.arraycopy(joint, b * actions.length, actions, 0, actions.length);
                slots[b].step(actions, rng);
                publish(b);
            } catch (RuntimeException | Error thrown) {
                fail(b, thrown);
            }
        }
    }

    /** Starts worlds anew: the marked ones, or all if nothing is marked. */
    void reset(@Nullable ByteTensor which) {
        for (int b = from; b < to; b++) {
            if (which == null || which.get(b) != 0) {
                try {
                    slots[b].reset(rng);
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
            if (slots[b].due) {
                try {
                    System.arraycopy(joint, b * actions.length, actions, 0, actions.length);
                    slots[b].world.consult(actions, slots[b].design, principal);
                    now.principalCodes().view().put(b * principal.codes.length, principal.codes);
                    now.principalNumbers().view().put(b * principal.numbers.length, principal.numbers);
                } catch (RuntimeException | Error thrown) {
                    fail(b, thrown);
                }
            }
        }
    }

    /** Publishes every world as it stands. */
    void publish() {
        for (int b = from; b < to; b++) {
            try {
                publish(b);
            } catch (RuntimeException | Error thrown) {
                fail(b, thrown);
            }
        }
    }

    private void publish(int b) {
        Slot slot = slots[b];
        World world = slot.world;
        int n = spaces.players();
        for (int i = 0; i < n; i++) {
            int row = b * n + i;
            world.observe(i, slot.design, view);
            now.codes().view().put(row * view.codes.length, view.codes);
            now.numbers().view().put(row * view.numbers.length, view.numbers);
            if (mask.length > 0) {
                world.allowed(i, slot.design, mask);
                now.masks().view().put(row * mask.length, mask);
            }
        }
        now.rewards().view().put(b * n, slot.rewards);
        if (slot.settlement != null) {
            now.ledger().view().put(b * spaces.ledger(), slot.settlement.ledger());
        }
        if (measures.length > 0) {
            world.measure(measures);
            now.measures().view().put(b * measures.length, measures);
        }
        if (gauges.length > 0) {
            world.gauge(gauges);
            now.gauges().view().put(b * gauges.length, gauges);
        }
        flags(b, slot);
    }

    private void flags(int b, Slot slot) {
        boolean terminated = slot.world.terminated();
        boolean truncated = slot.world.truncated();
        boolean isDue = slot.world.due();
        boolean hasEnded = terminated || truncated;
        due += (isDue ? 1 : 0) - (slot.due ? 1 : 0);
        ended += (hasEnded ? 1 : 0) - (slot.ended ? 1 : 0);
        slot.due = isDue;
        slot.ended = hasEnded;
        now.terminated().set(b, (byte) (terminated ? 1 : 0));
        now.truncated().set(b, (byte) (truncated ? 1 : 0));
        now.ended().set(b, (byte) (hasEnded ? 1 : 0));
        now.due().set(b, (byte) (isDue ? 1 : 0));
    }

    private void fail(int b, Throwable thrown) {
        if (failure == null) {
            failed = b;
            failure = thrown;
        }
    }

    /**
     * Reports the first failure since the last report.
     *
     * @param doing what the worlds were doing
     * @param joint the joint actions they were given, if any
     */
    void report(String doing, int @Nullable [] joint) {
        if (failure == null) {
            return;
        }
        Throwable cause = failure;
        failure = null;
        int from = failed * actions.length;
        String played = joint == null
                ? ""
                : ", joint action " + Arrays.toString(Arrays.copyOfRange(joint, from, from + actions.length));
        throw new IllegalStateException(
                "World " + failed + " failed in " + doing + " (tick " + slots[failed].tick() + played + "): " + cause
                        + ".\nMaybe its state allows what its rules do not foresee; reset or restore the batch to go on.",
                cause);
    }
}
