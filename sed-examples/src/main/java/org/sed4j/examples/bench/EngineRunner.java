package org.sed4j.examples.bench;

import org.sed4j.core.pomg.ByteTensor;
import org.sed4j.core.pomg.FloatTensor;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Tensors;
import org.sed4j.core.run.Rng;

/** The loop of the protocol over the engine: prepared actions, a design where due, resets of ended worlds. */
final class EngineRunner implements Stopwatch.Runner, AutoCloseable {
    private final Pomg economy;
    private final IntTensor[] actions;
    private final FloatTensor designs;
    private int turn;

    /**
     * @param actions played in turn, again and again
     * @param designs [B,k], enacted where due
     */
    EngineRunner(Pomg economy, IntTensor[] actions, FloatTensor designs) {
        this.economy = economy;
        this.actions = actions;
        this.designs = designs;
        economy.reset();
    }

    @Override
    public void steps(int count) {
        for (int t = 0; t < count; t++) {
            IntTensor joint = actions[turn++ % actions.length];
            if (economy.anyDue()) {
                economy.consult(joint);
                economy.enactWhereDue(designs);
            }
            economy.step(joint);
            economy.reset(economy.now().ended());
        }
    }

    Tensors now() {
        return economy.now();
    }

    @Override
    public void close() {
        economy.close();
    }

    /** A hash of everything players see and get. */
    static long checksum(Tensors now) {
        long hash = checksum(now.codes());
        hash = Rng.mix(hash + checksum(now.masks()));
        hash = Rng.mix(hash + checksum(now.ended()));
        hash = Rng.mix(hash + checksum(now.due()));
        hash = Rng.mix(hash + checksum(now.numbers()));
        hash = Rng.mix(hash + checksum(now.principalNumbers()));
        hash = Rng.mix(hash + checksum(now.design()));
        hash = Rng.mix(hash + checksum(now.rewards()));
        hash = Rng.mix(hash + checksum(now.measures()));
        hash = Rng.mix(hash + checksum(now.ledger()));
        return Rng.mix(hash + checksum(now.gauges()));
    }

    private static long checksum(ByteTensor tensor) {
        long hash = 0;
        for (int at = 0; at < tensor.length(); at++) {
            hash = hash * 31 + tensor.get(at);
        }
        return hash;
    }

    private static long checksum(FloatTensor tensor) {
        long hash = 0;
        for (int at = 0; at < tensor.length(); at++) {
            hash = hash * 31 + Float.floatToIntBits(tensor.get(at));
        }
        return hash;
    }

    /** Joint actions drawn uniformly, for playing in turn. */
    static IntTensor[] randomActions(int turns, int batch, int players, int choices, Rng rng) {
        IntTensor[] actions = new IntTensor[turns];
        for (int t = 0; t < turns; t++) {
            actions[t] = IntTensor.zeros(batch, players);
            for (int at = 0; at < actions[t].length(); at++) {
                actions[t].set(at, rng.below(choices));
            }
        }
        return actions;
    }

    /** The same design for every world. */
    static FloatTensor everywhere(int batch, float... design) {
        FloatTensor designs = FloatTensor.zeros(batch, design.length);
        for (int b = 0; b < batch; b++) {
            designs.view().put(b * design.length, design);
        }
        return designs;
    }
}
