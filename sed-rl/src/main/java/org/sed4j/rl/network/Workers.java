package org.sed4j.rl.network;

import java.util.List;

/** As many workers as a crew has threads, handed to whichever thread asks. */
final class Workers {
    private final Worker[] idle;
    private int left;

    Workers(int threads, Inputs inputs, List<Stage> stages, int chunk) {
        this.idle = new Worker[threads];
        for (int i = 0; i < threads; i++) {
            idle[i] = new Worker(inputs, stages, chunk);
        }
        this.left = threads;
    }

    synchronized Worker take() {
        if (left == 0) {
            throw new IllegalStateException(
                    "idle workers (0) must be at least 1.\nMaybe two threads called one executor at once.");
        }
        left--;
        return idle[left];
    }

    synchronized void giveBack(Worker worker) {
        idle[left] = worker;
        left++;
    }
}
