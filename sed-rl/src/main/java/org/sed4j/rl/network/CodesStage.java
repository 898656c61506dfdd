package org.sed4j.rl.network;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Objects;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.pomg.Spaces;

/**
 * A dense first layer on symbols: sums of one table row for each cell instead of a product with one-hot columns, which would
 * multiply by zero (kinds - 1) times of kinds. Numbers, if any, go through a matrix product as elsewhere.
 *
 * <p>The gradient gathers the slopes of the rows that show a kind in a cell, listed cell by cell.
 */
final class CodesStage extends Stage {
    private final Plan.Dense layer;
    private final Spaces.Grid grid;
    private final int numbers;
    private final int codeColumns;
    private final Parameters parameters;
    private final FloatPointer numberWeights;
    private final float[] bias;
    private final float[] biasDirection;
    private final CodeTable table;
    private final Sums sums;
    private final Block ones;
    private final FloatBuffer live;
    private final int[] others;
    private @Nullable CodeTable directionTable;
    private @Nullable FloatPointer numberDirection;
    private float[][][] gradients = {}; // [cell · kinds + kind][lane][width]

    CodesStage(Plan.Dense layer, Inputs inputs, Parameters parameters, int chunk) {
        this.layer = layer;
        this.grid = inputs.codes();
        this.numbers = inputs.numbers();
        this.codeColumns = grid.cells() * grid.kinds();
        this.parameters = parameters;
        this.numberWeights = parameters.at(layer.weights() + codeColumns);
        this.bias = new float[layer.width()];
        this.biasDirection = new float[layer.width()];
        this.table = new CodeTable(layer, grid);
        this.sums = new Sums(layer.width());
        this.ones = DenseStage.ones(chunk);
        this.live = parameters.floats().slice(layer.weights(), layer.inputs() * layer.width());
        this.others = new int[FusedExecutor.LANES];
        Arrays.setAll(others, lane -> lane);
    }

    @Override
    void prepare(int rows) {
        parameters.floats().get(layer.bias(), bias);
        table.read(live);
    }

    @Override
    void prepareDirection(Block direction, int rows) {
        if (directionTable == null) {
            directionTable = new CodeTable(layer, grid);
            numberDirection = new FloatPointer(direction.pointer).position(layer.weights() + codeColumns);
        }
        direction.floats.get(layer.bias(), biasDirection);
        directionTable.read(direction.floats.slice(layer.weights(), live.limit()));
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
        private final Block outside; // values, then slopes
        private final Block product;
        private final float[] scratch;
        private final float[][] rowSums; // a row's sums, then its slopes, as an array of its own
        private final int[] shown = new int[grid.kinds()]; // by how many rows, for each kind
        private final int[][] showing; // which rows, for each kind

        Work(Feed feed, int chunk) {
            super(chunk * layer.width());
            this.feed = feed;
            this.outside = new Block((long) chunk * layer.width());
            int ofNumbers = numbers > 0 ? chunk * layer.width() : 0;
            this.product = new Block(ofNumbers);
            this.scratch = new float[ofNumbers];
            this.rowSums = new float[chunk][layer.width()];
            this.showing = new int[grid.kinds()][chunk];
        }

        @Override
        void forward(int rows) {
            sum(rows, table, bias, numberWeights, values);
            layer.nonlinearity().apply(values, rows * layer.width());
            outside.floats.put(0, values, 0, rows * layer.width());
        }

        @Override
        void tangent(int rows) {
            CodeTable entries = Objects.requireNonNull(directionTable);
            sum(rows, entries, biasDirection, Objects.requireNonNull(numberDirection), slopes);
            layer.nonlinearity().multiply(values, slopes, rows * layer.width());
        }

        /** into = table entries of what each row shows + numbers · weights + bias. */
        private void sum(int rows, CodeTable entries, float[] offset, FloatPointer ofNumbers, float[] into) {
            int width = layer.width();
            for (int i = 0; i < rows; i++) {
                System.arraycopy(offset, 0, rowSums[i], 0, width);
            }
            entries.addTo(rowSums, feed.codes, rows);
            for (int i = 0; i < rows; i++) {
                System.arraycopy(rowSums[i], 0, into, i * width, width);
            }
            if (numbers > 0) {
                FloatPointer x = feed.numbersOutside.pointer;
                FloatPointer y = product.pointer;
                Blas.timesTransposed(rows, width, numbers, x, numbers, ofNumbers, layer.inputs(), 0, y, width);
                product.floats.get(0, scratch, 0, rows * width);
                Sums.add(into, scratch, rows * width);
            }
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
