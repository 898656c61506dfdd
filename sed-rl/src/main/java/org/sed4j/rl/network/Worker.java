package org.sed4j.rl.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The memory of one thread: a chunk of input and every layer's pass over it. */
final class Worker {
    private final Feed feed;
    private final Pass[] passes;

    Worker(Inputs inputs, List<Stage> stages, int chunk) {
        this.feed = new Feed(inputs, chunk, !(stages.get(0) instanceof CodesStage));
        this.passes = new Pass[stages.size()];
        @Nullable Pass before = null;
        for (int i = 0; i < passes.length; i++) {
            passes[i] = stages.get(i).pass(before, feed, chunk);
            before = passes[i];
        }
    }

    void forward(Rows rows, int first, int count) {
        feed.fill(rows, first, count);
        for (Pass pass : passes) {
            pass.forward(count);
        }
    }

    /** After {@link #forward}: derivatives of the outputs along the direction, into {@link #cotangent}. */
    void tangent(int count) {
        for (Pass pass : passes) {
            pass.tangent(count);
        }
    }

    void backward(int count, Lane lane) {
        for (int i = passes.length - 1; i >= 0; i--) {
            passes[i].backward(count, lane);
        }
    }

    /** Outputs of the last layer, row by row. */
    float[] outputs() {
        return passes[passes.length - 1].values;
    }

    /** Where the derivative of the loss at {@link #outputs} is written. */
    float[] cotangent() {
        return passes[passes.length - 1].slopes;
    }
}
