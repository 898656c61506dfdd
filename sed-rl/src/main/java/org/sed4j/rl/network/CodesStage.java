package org.sed4j.rl.network;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.pomg.Spaces;

/**
 * A dense first layer on symbols: sums of one table row for each cell instead of a product with one-hot columns, which would
 * multiply by zero (kinds - 1) times of kinds. Numbers, if any, go through a matrix product as elsewhere.
 *
 * <p>The table holds, for each (cell, kind), the weights of that column, as an array of its own: see {@link Sums}. The
 * gradient gathers the slopes of the rows that show a kind in a cell, found by counting.
 */
final class CodesStage extends Stage {
    private final Plan.Dense layer;
    private final Spaces.Grid grid;
    private final int numbers;
    private final int codeColumns;
    private final Parameters parameters;
    private final FloatPointer numberWeights;
    private final float[] bias;
    private final float[][] table;
    private final Sums sums;
    private final Block ones;
    private final FloatBuffer live;
    private final float[] seen;
    private boolean read;
    private final int[] others;
    private float[][][] gradients = {}; // [cell · kinds + kind][lane][width]

    CodesStage(Plan.Dense layer, Inputs inputs, Parameters parameters, int chunk) {
        this.layer = layer;
        this.grid = inputs.codes();
        this.numbers = inputs.numbers();
        this.codeColumns = grid.cells() * grid.kinds();
        this.parameters = parameters;
        this.numberWeights = parameters.at(layer.weights() + codeColumns);
        this.bias = new float[layer.width()];
        this.table = new float[codeColumns][layer.width()];
        this.sums = new Sums(layer.width());
        this.ones = DenseStage.ones(chunk);
        this.live = parameters.floats().slice(layer.weights(), layer.inputs() * layer.width());
        this.seen = new float[live.limit()];
        this.others = new int[FusedExecutor.LANES];
        Arrays.setAll(others, lane -> lane);
    }

    @Override
    void prepare(int rows) {
        parameters.floats().get(layer.bias(), bias);
        if (read && live.mismatch(FloatBuffer.wrap(seen)) < 0) {
            return; // between two updates the table stays as it is
        }
        live.get(0, seen);
        read = true;
        int cells = grid.cells();
        for (int kind = 0; kind < grid.kinds(); kind++) {
            for (int cell = 0; cell < cells; cell++) {
                float[] entry = table[cell * grid.kinds() + kind];
                int column = kind * cells + cell;
                for (int o = 0; o < entry.length; o++) {
                    entry[o] = seen[o * layer.inputs() + column];
                }
            }
        }
    }

    @Override
    void clear(Lane lane) {
        if (gradients.length == 0) {
            throw new IllegalStateException("a lane is cleared before there is memory for gradients");
        }
        for (float[][] entry : gradients) {
            Arrays.fill(entry[lane.number], 0);
        }
    }

    @Override
    void makeRoom() {
        if (gradients.length == 0) {
            gradients = new float[codeColumns][FusedExecutor.LANES][layer.width()];
        }
    }

    @Override
    void collect(int lanes, float[] gradient) {
        int cells = grid.cells();
        for (int kind = 0; kind < grid.kinds(); kind++) {
            for (int cell = 0; cell < cells; cell++) {
                float[][] entry = gradients[cell * grid.kinds() + kind];
                sums.add(entry[0], entry, others, 1, lanes);
                int at = layer.weights() + kind * cells + cell;
                for (int o = 0; o < layer.width(); o++) {
                    gradient[at + o * layer.inputs()] = entry[0][o];
                }
            }
        }
    }

    @Override
    Pass pass(@Nullable Pass before, Feed feed, int chunk) {
        return new Work(feed, chunk);
    }

    private final class Work extends Pass {
        private final Feed feed;
        private final Block outside;
        private final int[] entries = new int[grid.cells()];
        private final float[] sum = new float[layer.width()];
        private final float[][] slopeRows;
        private final int[] ends = new int[grid.kinds() + 1];
        private final int[] order;

        Work(Feed feed, int chunk) {
            super(chunk * layer.width());
            this.feed = feed;
            this.outside = new Block((long) chunk * layer.width());
            this.slopeRows = new float[chunk][layer.width()];
            this.order = new int[chunk];
        }

        @Override
        void forward(int rows) {
            int width = layer.width();
            for (int i = 0; i < rows; i++) {
                lookUp(i);
                System.arraycopy(sum, 0, values, i * width, width);
            }
            if (numbers > 0) {
                Blas.timesTransposed(
                        rows,
                        width,
                        numbers,
                        feed.numbersOutside.pointer,
                        numbers,
                        numberWeights,
                        layer.inputs(),
                        0,
                        outside.pointer,
                        width);
                outside.floats.get(0, slopes, 0, rows * width); // slopes are free in a forward pass
                Sums.add(values, slopes, rows * width);
            }
            layer.nonlinearity().apply(values, rows * width);
            outside.floats.put(0, values, 0, rows * width);
        }

        private void lookUp(int row) {
            int cells = grid.cells();
            for (int cell = 0; cell < cells; cell++) {
                entries[cell] = cell * grid.kinds() + feed.codes[row * cells + cell];
            }
            System.arraycopy(bias, 0, sum, 0, sum.length);
            sums.add(sum, table, entries, 0, cells);
        }

        @Override
        void backward(int rows, Lane lane) {
            int width = layer.width();
            layer.nonlinearity().multiply(values, slopes, rows * width);
            outside.floats.put(0, slopes, 0, rows * width);
            Blas.addTransposedTimes(rows, width, outside.pointer, ones.pointer, lane.at(layer.bias()));
            if (numbers > 0) {
                Blas.transposedTimes(
                        width,
                        numbers,
                        rows,
                        outside.pointer,
                        width,
                        feed.numbersOutside.pointer,
                        numbers,
                        1,
                        lane.at(layer.weights() + codeColumns),
                        layer.inputs());
            }
            for (int i = 0; i < rows; i++) {
                System.arraycopy(slopes, i * width, slopeRows[i], 0, width);
            }
            for (int cell = 0; cell < grid.cells(); cell++) {
                gather(cell, rows, lane.number);
            }
        }

        /** Adds the slopes of the rows that show a kind in the cell to the gradient of that column, for each kind. */
        private void gather(int cell, int rows, int lane) {
            int cells = grid.cells();
            Arrays.fill(ends, 0);
            for (int i = 0; i < rows; i++) {
                ends[feed.codes[i * cells + cell] + 1]++;
            }
            for (int kind = 0; kind < grid.kinds(); kind++) {
                ends[kind + 1] += ends[kind];
            }
            for (int i = 0; i < rows; i++) {
                order[ends[feed.codes[i * cells + cell]]++] = i; // a start becomes an end
            }
            int start = 0;
            for (int kind = 0; kind < grid.kinds(); kind++) {
                sums.add(gradients[cell * grid.kinds() + kind][lane], slopeRows, order, start, ends[kind]);
                start = ends[kind];
            }
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
