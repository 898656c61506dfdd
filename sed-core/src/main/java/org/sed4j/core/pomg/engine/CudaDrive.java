package org.sed4j.core.pomg.engine;

import org.jspecify.annotations.Nullable;
import org.sed4j.core.backend.CudaFailure;
import org.sed4j.core.pomg.ByteTensor;
import org.sed4j.core.pomg.Tensors;

/**
 * Drives a whole batch on a device: a thread steps a world, a thread looks for a player; what is shown is copied to the
 * tensors. The batch is cut into lanes with a queue each, so that one's copies overlap with another's kernels.
 *
 * <p>A world that a kernel flags is run again on the JVM, which throws what the user should see. After a failure of the
 * device every later call fails.
 */
final class CudaDrive implements Drive {
    private final CudaQueue[] lanes;
    private final CudaMemory memory;
    private final CudaStore store;
    private final Roster roster;
    private final Residence residence;
    private final JvmDrive jvm;
    private final Tensors now;
    private final Marks marks;
    private final int worlds;
    private final int players;
    private final boolean resets;

    CudaDrive(
            CudaQueue[] lanes,
            CudaMemory memory,
            CudaStore store,
            Roster roster,
            Residence residence,
            JvmDrive jvm,
            Tensors now,
            Marks marks,
            boolean resets) {
        this.lanes = lanes;
        this.memory = memory;
        this.store = store;
        this.roster = roster;
        this.residence = residence;
        this.jvm = jvm;
        this.now = now;
        this.marks = marks;
        this.worlds = roster.size();
        this.players = now.rewards().length() / worlds;
        this.resets = resets;
    }

    private void guarded(Runnable work) {
        store.requireHealthy();
        try {
            work.run();
        } catch (CudaFailure failure) {
            store.fail(failure);
            residence.moved(0, worlds); // nobody can say where they are: they are not to be had
            throw failure;
        }
    }

    private void give(int @Nullable [] joint) {
        if (joint != null) {
            memory.hostActions.asIntBuffer().put(0, joint);
        }
        memory.hostDesigns.asFloatBuffer().put(0, roster.designs());
        residence.lend(0, worlds);
    }

    @Override
    public void step(int[] joint) {
        guarded(() -> {
            give(joint);
            for (CudaQueue lane : lanes) {
                lane.step();
                lane.look();
                lane.show(true);
            }
            written();
            settle(joint);
        });
    }

    @Override
    public void reset(@Nullable ByteTensor which) {
        if (!resets) {
            jvm.reset(which); // the roster brings and marks what it touches
            return;
        }
        guarded(() -> {
            give(null);
            byte[] marked = new byte[worlds];
            if (which == null) {
                java.util.Arrays.fill(marked, (byte) 1);
            } else {
                which.view().get(0, marked);
            }
            for (CudaQueue lane : lanes) {
                lane.reset(marked);
                lane.look();
                lane.showRuns(marked);
            }
            for (int at = 0; at < worlds * players; at++) {
                if (marked[at / players] != 0) {
                    now.rewards().set(at, 0);
                }
            }
            written();
            again(marked);
        });
    }

    @Override
    public void consult(int[] joint) {
        guarded(() -> {
            give(joint);
            for (CudaQueue lane : lanes) {
                lane.consult(marks.due);
            }
            if (await()) {
                for (int b = 0; b < worlds; b++) {
                    residence.read(b);
                }
                jvm.consult(joint);
            }
        });
    }

    @Override
    public void publish() {
        guarded(() -> {
            give(null);
            for (CudaQueue lane : lanes) {
                lane.look();
                lane.show(false);
            }
            settle(null);
        });
    }

    private void written() {
        store.forget();
        residence.moved(0, worlds);
    }

    /** Waits; whether any world was flagged. */
    private boolean await() {
        boolean any = false;
        for (CudaQueue lane : lanes) {
            any |= lane.await();
        }
        return any;
    }

    /** Waits, and runs flagged worlds again. */
    private void settle(int @Nullable [] joint) {
        boolean any = await();
        marks.take(now, 0, worlds);
        for (int b = 0; any && b < worlds; b++) {
            if (joint != null && flagged(b, 0, 1)) {
                residence.read(b);
                jvm.step(joint, b, 1);
                residence.written(b);
            } else if (flagged(b, 1, CudaMemory.FLAGS)) {
                residence.read(b);
                jvm.publish(b);
            }
        }
    }

    /** Waits, and resets flagged worlds again. */
    private void again(byte[] marked) {
        boolean any = await();
        marks.take(now, 0, worlds);
        for (int b = 0; any && b < worlds; b++) {
            if (marked[b] != 0 && flagged(b, 0, 1)) {
                jvm.reset(b);
            } else if (marked[b] != 0 && flagged(b, 1, CudaMemory.FLAGS)) {
                residence.read(b);
                jvm.publish(b);
            }
        }
    }

    private boolean flagged(int b, int fromKind, int toKind) {
        int flags = 0;
        for (int kind = fromKind; kind < toKind; kind++) {
            flags |= memory.hostFlags.getInt((kind * worlds + b) * Integer.BYTES);
        }
        return flags != 0;
    }
}
