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
 * gradient gathers the slopes of the rows that show a kind in a cell, listed cell by cell.
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
        this.table = new float[codeColumns + 1][layer.width()]; // the last entry stays zero
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
            gradients = new float[codeColumns][FusedExecutor.LANES][];
            for (int lane = 0; lane < FusedExecutor.LANES; lane++) { // what a lane works on lies together
                for (float[][] entry : gradients) {
                    entry[lane] = new float[layer.width()];
                }
            }
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
        private final float[][] rowSums; // a row's sums, then its slopes, as an array of its own
        private final int[] shown = new int[grid.kinds()]; // by how many rows, for each kind
        private final int[][] showing; // which rows, for each kind

        Work(Feed feed, int chunk) {
            super(chunk * layer.width());
            this.feed = feed;
            this.outside = new Block((long) chunk * layer.width());
            this.rowSums = new float[chunk][layer.width()];
            this.showing = new int[grid.kinds()][chunk];
        }

        @Override
        void forward(int rows) {
            int width = layer.width();
            for (int i = 0; i < rows; i++) {
                System.arraycopy(bias, 0, rowSums[i], 0, width);
            }
            for (int cell = 0; cell < grid.cells(); cell += Sums.GROUP) {
                lookUp(cell, rows);
            }
            for (int i = 0; i < rows; i++) {
                System.arraycopy(rowSums[i], 0, values, i * width, width);
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

        /** Adds what six cells show to every row: their part of the table stays in the nearest cache. */
        private void lookUp(int cell, int rows) {
            int cells = grid.cells();
            int width = layer.width();
            for (int i = 0; i < rows; i++) {
                int at = i * cells;
                Sums.add6(
                        rowSums[i],
                        entry(at, cell),
                        entry(at, cell + 1),
                        entry(at, cell + 2),
                        entry(at, cell + 3),
                        entry(at, cell + 4),
                        entry(at, cell + 5),
                        width);
            }
        }

        private float[] entry(int at, int cell) {
            return table[cell < grid.cells() ? cell * grid.kinds() + feed.codes[at + cell] : codeColumns];
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
                System.arraycopy(slopes, i * width, rowSums[i], 0, width);
            }
            for (int cell = 0; cell < grid.cells(); cell++) {
                gather(cell, rows, lane.number);
            }
        }

        /** Adds the slopes of the rows that show a kind in the cell to the gradient of that column, for each kind. */
        private void gather(int cell, int rows, int lane) {
            int cells = grid.cells();
            Arrays.fill(shown, 0);
            for (int i = 0; i < rows; i++) {
                int kind = feed.codes[i * cells + cell];
                showing[kind][shown[kind]++] = i;
            }
            for (int kind = 0; kind < grid.kinds(); kind++) {
                sums.add(gradients[cell * grid.kinds() + kind][lane], rowSums, showing[kind], 0, shown[kind]);
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
