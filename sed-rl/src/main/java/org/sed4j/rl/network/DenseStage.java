package org.sed4j.rl.network;

import java.nio.FloatBuffer;
import java.util.Objects;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;

/** A dense layer: one matrix product for each pass over floats, the rest in loops over arrays in cache. */
final class DenseStage extends Stage {
    private final Plan.Dense layer;
    private final boolean last;
    private final Parameters parameters;
    private final FloatPointer weights;
    private final float[] bias;
    private final float[] tiled;
    private final float[] tiledDirection;
    private final Block ones;
    private @Nullable FloatPointer direction;

    DenseStage(Plan.Dense layer, boolean last, Parameters parameters, int chunk) {
        this.layer = layer;
        this.last = last;
        this.parameters = parameters;
        this.weights = parameters.at(layer.weights());
        this.bias = new float[layer.width()];
        this.tiled = new float[chunk * layer.width()];
        this.tiledDirection = new float[chunk * layer.width()];
        this.ones = ones(chunk);
    }

    static Block ones(int length) {
        Block ones = new Block(length);
        for (int i = 0; i < length; i++) {
            ones.floats.put(i, 1);
        }
        return ones;
    }

    @Override
    void prepare(int rows) {
        parameters.floats().get(layer.bias(), bias);
        tile(bias, rows, tiled);
    }

    @Override
    void prepareDirection(Block direction, int rows) {
        if (this.direction == null) {
            this.direction = new FloatPointer(direction.pointer).position(layer.weights());
        }
        direction.floats.get(layer.bias(), bias);
        tile(bias, rows, tiledDirection);
    }

    /** Repeats one row, so that adding it to many is one long loop. */
    static void tile(float[] row, int rows, float[] tiled) {
        for (int i = 0; i < rows; i++) {
            System.arraycopy(row, 0, tiled, i * row.length, row.length);
        }
    }

    @Override
    Pass pass(@Nullable Pass before, Feed feed, int chunk) {
        return new Work(before, feed, chunk);
    }

    private final class Work extends Pass {
        private final @Nullable Pass before;
        private final Block input;
        private final Block outside; // sums, then values
        private final Block cotangent; // at the input; its tangent, where a direction is followed
        private final Block product; // slopes, or sums along a direction

        Work(@Nullable Pass before, Feed feed, int chunk) {
            super(chunk * layer.width());
            this.before = before;
            this.input = before == null ? feed.numbersOutside : before.outputs();
            this.outside = new Block((long) chunk * layer.width());
            this.cotangent = new Block(before == null ? 0 : (long) chunk * layer.inputs());
            this.product = new Block((long) chunk * layer.width());
        }

        @Override
        void forward(int rows) {
            int length = rows * layer.width();
            int in = layer.inputs();
            FloatBuffer sums = outside.floats;
            Blas.timesTransposed(
                    rows, layer.width(), in, input.pointer, in, weights, in, 0, outside.pointer, layer.width());
            sums.get(0, values, 0, length);
            Sums.add(values, tiled, length);
            layer.nonlinearity().apply(values, length);
            if (!last) {
                sums.put(0, values, 0, length);
            }
        }

        @Override
        void tangent(int rows) {
            int width = layer.width();
            int in = layer.inputs();
            FloatPointer d = Objects.requireNonNull(direction);
            Blas.timesTransposed(rows, width, in, input.pointer, in, d, in, 0, product.pointer, width);
            if (before != null) {
                before.writeSlopes(rows, cotangent);
                Blas.timesTransposed(rows, width, in, cotangent.pointer, in, weights, in, 1, product.pointer, width);
            }
            product.floats.get(0, slopes, 0, rows * width);
            Sums.add(slopes, tiledDirection, rows * width);
            layer.nonlinearity().multiply(values, slopes, rows * width);
        }

        @Override
        void backward(int rows, Lane lane) {
            int width = layer.width();
            int in = layer.inputs();
            layer.nonlinearity().multiply(values, slopes, rows * width);
            product.floats.put(0, slopes, 0, rows * width); // values stay for whoever goes back twice
            FloatPointer d = product.pointer;
            Blas.addTransposedTimes(rows, width, d, ones.pointer, lane.at(layer.bias()));
            Blas.transposedTimes(width, in, rows, d, width, input.pointer, in, 1, lane.at(layer.weights()), in);
            if (before != null) {
                Blas.times(rows, in, width, d, width, weights, in, 0, cotangent.pointer, in);
                before.receive(cotangent, rows);
            }
        }

        @Override
        void writeSlopes(int rows, Block to) {
            to.floats.put(0, slopes, 0, rows * layer.width());
        }

        @Override
        Block outputs() {
            return outside;
        }

        @Override
        void receive(Block from, int rows) {
            from.floats.get(0, slopes, 0, rows * layer.width());
        }
    }
}
