package org.sed4j.core.pomg.engine;

import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.pomg.ByteTensor;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.Tensors;
import org.sed4j.core.run.Crew;

/** The worlds of a batch, cut into shards that a crew works on; failures are reported when all worlds are through. */
final class Shards {
    private final Crew crew;
    private final Tensors now;
    private final Shard[] shards;
    /** [B, n · heads]: what is played, written by the batch. */
    private final int[] joint;

    private final IntConsumer stepping;
    private final IntConsumer resetting;
    private final IntConsumer consulting;
    private final IntConsumer publishing;

    private @Nullable ByteTensor marked;

    Shards(Roster roster, Spaces spaces, Engine engine, Crew crew, Tensors now, int[] joint) {
        this.crew = crew;
        this.now = now;
        this.joint = joint;
        int parts = engine.shards(crew.threads());
        this.shards = new Shard[parts];
        for (int s = 0; s < parts; s++) {
            int from = (int) ((long) roster.size() * s / parts);
            int to = (int) ((long) roster.size() * (s + 1) / parts);
            shards[s] = new Shard(from, to, roster, spaces, engine);
        }
        this.stepping = s -> shards[s].step(joint);
        this.resetting = s -> shards[s].reset(marked);
        this.consulting = s -> shards[s].consult(joint);
        this.publishing = s -> shards[s].publish();
    }

    /** Plays the joint actions. */
    void step() {
        all(stepping, "step", true);
    }

    /** Starts worlds anew: the marked ones, or all if nothing is marked. */
    void reset(@Nullable ByteTensor which) {
        marked = which;
        all(resetting, "reset", false);
    }

    /** Publishes the principal's view of the due worlds. */
    void consult() {
        all(consulting, "consult", true);
    }

    /** Publishes every world as it stands. */
    void publish() {
        all(publishing, "observe", false);
    }

    private void all(IntConsumer work, String doing, boolean withActions) {
        crew.run(shards.length, work);
        HostSide.wrote(now);
        IllegalStateException first = null;
        for (Shard shard : shards) {
            if (shard.hasFailed()) {
                IllegalStateException problem = shard.report(doing, withActions ? joint : null);
                first = first == null ? problem : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    /** Whether any world was due when last published. */
    boolean anyDue() {
        for (Shard shard : shards) {
            if (shard.anyDue()) {
                return true;
            }
        }
        return false;
    }

    /** Whether any world had ended when last published. */
    boolean anyEnded() {
        for (Shard shard : shards) {
            if (shard.anyEnded()) {
                return true;
            }
        }
        return false;
    }

    /** Does something for each world in order, or for each that was due when last published. */
    void each(boolean whereDue, IntConsumer what) {
        for (Shard shard : shards) {
            for (int b = shard.from(); b < shard.to(); b++) {
                if (!whereDue || shard.due(b)) {
                    what.accept(b);
                }
            }
        }
    }
}
