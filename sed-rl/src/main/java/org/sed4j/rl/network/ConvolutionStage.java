package org.sed4j.rl.network;

import java.nio.FloatBuffer;
import java.util.Objects;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;

/**
 * A convolution: columns of what the kernel sees, then one matrix product for a chunk of rows.
 *
 * <p>Inside, everything is ordered (plane or filter, row, position), so that a filter's values over a chunk are one run; only
 * where a dense layer reads them are they put row by row.
 */
final class ConvolutionStage extends Stage {
    private final Plan.Convolution layer;
    private final Window window;
    private final Inputs inputs;
    private final Parameters parameters;
    private final FloatPointer weights;
    private final float[] bias;
    private final float[] biasDirection;
    private final Block ones;
    private @Nullable FloatPointer direction;

    ConvolutionStage(Plan.Convolution layer, Inputs inputs, Parameters parameters, int chunk) {
        this.layer = layer;
        this.window = layer.window();
        this.inputs = inputs;
        this.parameters = parameters;
        this.weights = parameters.at(layer.weights());
        this.bias = new float[layer.filters()];
        this.biasDirection = new float[layer.filters()];
        this.ones = DenseStage.ones(chunk * window.positions());
    }

    @Override
    void prepare(int rows) {
        parameters.floats().get(layer.bias(), bias);
    }

    @Override
    void prepareDirection(Block direction, int rows) {
        if (this.direction == null) {
            this.direction = new FloatPointer(direction.pointer).position(layer.weights());
        }
        direction.floats.get(layer.bias(), biasDirection);
    }

    @Override
    Pass pass(@Nullable Pass before, Feed feed, int chunk) {
        return before == null
                ? new Work(new CodeColumns(window, inputs, feed), null, chunk)
                : new Work(new PlaneColumns(window, before, chunk), before, chunk);
    }

    private final class Work extends Pass {
        private final Columns source;
        private final @Nullable Pass before;
        private final Block columns;
        private final Block columnSlopes;
        private final Block outside; // [filters, rows · positions]: sums, then slopes
        private final Block byRow;

        Work(Columns source, @Nullable Pass before, int chunk) {
            super(chunk * layer.width());
            this.source = source;
            this.before = before;
            long length = (long) chunk * window.positions() * window.taps();
            this.columns = new Block(length);
            this.columnSlopes = new Block(before == null ? 0 : length);
            this.outside = new Block((long) chunk * layer.width());
            this.byRow = new Block((long) chunk * layer.width());
        }

        @Override
        void forward(int rows) {
            int run = rows * window.positions();
            int filters = layer.filters();
            int taps = window.taps();
            source.write(rows, columns);
            Blas.times(filters, run, taps, weights, taps, columns.pointer, run, 0, outside.pointer, run);
            outside.floats.get(0, values, 0, filters * run);
            addToRuns(values, bias, run);
            layer.nonlinearity().apply(values, filters * run);
            writeByRow(values, rows, byRow.floats);
        }

        @Override
        void tangent(int rows) {
            int run = rows * window.positions();
            int filters = layer.filters();
            int taps = window.taps();
            FloatPointer d = Objects.requireNonNull(direction);
            Blas.times(filters, run, taps, d, taps, columns.pointer, run, 0, outside.pointer, run);
            if (before != null) {
                source.writeSlopes(rows, columnSlopes);
                Blas.times(filters, run, taps, weights, taps, columnSlopes.pointer, run, 1, outside.pointer, run);
            }
            outside.floats.get(0, slopes, 0, filters * run);
            addToRuns(slopes, biasDirection, run);
            layer.nonlinearity().multiply(values, slopes, filters * run);
        }

        /** Adds to each filter's run that filter's number. */
        private void addToRuns(float[] to, float[] addends, int run) {
            for (int filter = 0; filter < addends.length; filter++) {
                float addend = addends[filter];
                for (int i = filter * run; i < (filter + 1) * run; i++) {
                    to[i] += addend;
                }
            }
        }

        @Override
        void writeSlopes(int rows, Block to) {
            writeByRow(slopes, rows, to.floats);
        }

        private void writeByRow(float[] from, int rows, FloatBuffer to) {
            int positions = window.positions();
            for (int filter = 0; filter < layer.filters(); filter++) {
                for (int i = 0; i < rows; i++) {
                    int at = (i * layer.filters() + filter) * positions;
                    to.put(at, from, (filter * rows + i) * positions, positions);
                }
            }
        }

        @Override
        void backward(int rows, Lane lane) {
            int run = rows * window.positions();
            int filters = layer.filters();
            int taps = window.taps();
            layer.nonlinearity().multiply(values, slopes, filters * run);
            outside.floats.put(0, slopes, 0, filters * run);
            FloatPointer d = outside.pointer;
            Blas.addTimes(filters, run, d, ones.pointer, lane.at(layer.bias()));
            Blas.timesTransposed(filters, taps, run, d, run, columns.pointer, run, 1, lane.at(layer.weights()), taps);
            if (before != null) {
                Blas.transposedTimes(taps, run, filters, weights, taps, d, run, 0, columnSlopes.pointer, run);
                source.back(rows, columnSlopes);
            }
        }

        @Override
        Block outputs() {
            return byRow;
        }

        @Override
        void receive(Block from, int rows) {
            int positions = window.positions();
            for (int filter = 0; filter < layer.filters(); filter++) {
                for (int i = 0; i < rows; i++) {
                    int at = (i * layer.filters() + filter) * positions;
                    from.floats.get(at, slopes, (filter * rows + i) * positions, positions);
                }
            }
        }
    }
}
