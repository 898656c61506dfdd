package org.sed4j.rl.ppo;

import org.sed4j.core.run.Rng;
import org.sed4j.rl.network.Rows;
import org.sed4j.rl.rollout.Advantages;
import org.sed4j.rl.rollout.Rollout;

/**
 * The transitions of one rollout in the order in which an update visits them, with their advantages as it uses them.
 *
 * <p>Places are counted from 0 in that order: first slot by slot and lane by lane, then as shuffled.
 */
final class Transitions {
    private static final double TINY = 1e-8; // keeps a constant advantage from dividing by zero

    private final Rollout rollout;
    private final Advantages estimates;
    private final int[] order;
    private final float[] advantage;

    Transitions(Rollout rollout, Advantages estimates) {
        this.rollout = rollout;
        this.estimates = estimates;
        this.order = new int[rollout.size()];
        this.advantage = new float[rollout.size()];
        int at = 0;
        for (int slot = 0; slot < rollout.slots(); slot++) {
            for (int lane = 0; lane < rollout.lanes(); lane++) {
                if (slot < rollout.length(lane)) {
                    order[at++] = slot * rollout.lanes() + lane;
                }
            }
        }
    }

    int size() {
        return order.length;
    }

    Rollout rollout() {
        return rollout;
    }

    int slot(int place) {
        return order[place] / rollout.lanes();
    }

    int lane(int place) {
        return order[place] % rollout.lanes();
    }

    /** What the value of the observation should have been. */
    double target(int place) {
        return estimates.target(slot(place), lane(place));
    }

    /** What it was taken for when the action was drawn. */
    double value(int place) {
        return rollout.value(slot(place))[lane(place)];
    }

    /** As {@link #take} left it. */
    float advantage(int place) {
        return advantage[place];
    }

    void shuffle(Rng rng) {
        rng.shuffle(order);
    }

    /**
     * Takes up the advantages of a minibatch.
     *
     * @param normalises whether they are shifted and scaled to mean 0 and deviation 1
     */
    void take(int from, int count, boolean normalises) {
        double mean = 0;
        for (int i = from; i < from + count; i++) {
            advantage[i] = estimates.advantage(slot(i), lane(i));
            mean += advantage[i];
        }
        if (!normalises || count < 2) {
            return;
        }
        mean /= count;
        double squares = 0;
        for (int i = from; i < from + count; i++) {
            squares += (advantage[i] - mean) * (advantage[i] - mean);
        }
        double deviation = Math.sqrt(squares / (count - 1)) + TINY;
        for (int i = from; i < from + count; i++) {
            advantage[i] = (float) ((advantage[i] - mean) / deviation);
        }
    }

    /** The observations from a place on. */
    Rows observations(int from) {
        int cells = rollout.inputs().codes().cells();
        int floats = rollout.inputs().numbers();
        return (first, number, codes, numbers) -> {
            for (int i = 0; i < number; i++) {
                int place = from + first + i;
                rollout.observation(slot(place), lane(place), codes, i * cells, numbers, i * floats);
            }
        };
    }

    /** How much of the targets' variance the values explain: 1 is all, 0 or less no more than their mean would. */
    double explainedVariance() {
        int size = order.length;
        double mean = 0;
        double meanError = 0;
        for (int i = 0; i < size; i++) {
            mean += target(i) / size;
            meanError += (target(i) - value(i)) / size;
        }
        double variance = 0;
        double unexplained = 0;
        for (int i = 0; i < size; i++) {
            double error = target(i) - value(i) - meanError;
            variance += (target(i) - mean) * (target(i) - mean);
            unexplained += error * error;
        }
        return variance == 0 ? 0 : 1 - unexplained / variance;
    }
}
