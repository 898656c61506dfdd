package org.sed4j.rl.network;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.run.Crew;

/**
 * A dense first layer on symbols: sums of weights of what is shown instead of a product with one-hot columns, which would
 * multiply by zero (kinds - 1) times of kinds. Cells are taken in stretches of up to four, whose few patterns are summed once for
 * all rows that show them; see {@link Stretch}. Numbers, if any, go through a matrix product as elsewhere.
 */
final class CodesStage extends Stage {
    /** Rows looked at together: their slopes, at widths in use, stay in the second cache. */
    private static final int MOST_ROWS = 1 << 12;

    private final Plan.Dense layer;
    private final Inputs inputs;
    private final int numbers;
    private final int chunk;
    private final int codeColumns;
    private final Parameters parameters;
    private final FloatPointer numberWeights;
    private final float[] bias;
    private final float[] biasDirection;
    private final CodeTable table;
    private final Block ones;
    private final FloatBuffer live;
    private final Stretches stretches;
    private @Nullable CodeTable directionTable;
    private @Nullable FloatPointer numberDirection;
    private @Nullable ColumnGradient gradient;

    // of the rows looked at
    private final List<float[]> numbersSeen = new ArrayList<>(); // by chunk
    private final Queue<byte[]> buffers = new ConcurrentLinkedQueue<>(); // a chunk's codes
    private float[][] rowSlopes = {};

    CodesStage(Plan.Dense layer, Inputs inputs, Parameters parameters, int chunk) {
        this.layer = layer;
        this.inputs = inputs;
        Spaces.Grid grid = inputs.codes();
        this.numbers = inputs.numbers();
        this.chunk = chunk;
        this.codeColumns = grid.cells() * grid.kinds();
        this.parameters = parameters;
        this.numberWeights = parameters.at(layer.weights() + codeColumns);
        this.bias = new float[layer.width()];
        this.biasDirection = new float[layer.width()];
        this.table = new CodeTable(layer, grid);
        this.ones = DenseStage.ones(chunk);
        this.live = parameters.floats().slice(layer.weights(), layer.inputs() * layer.width());
        this.stretches = new Stretches(grid, layer.width());
    }

    @Override
    void prepare(int rows) {
        parameters.floats().get(layer.bias(), bias);
        table.read(live);
    }

    @Override
    void prepareDirection(Block direction, int rows) {
        if (directionTable == null) {
            directionTable = new CodeTable(layer, inputs.codes());
            numberDirection = new FloatPointer(direction.pointer).position(layer.weights() + codeColumns);
        }
        direction.floats.get(layer.bias(), biasDirection);
        directionTable.read(direction.floats.slice(layer.weights(), live.limit()));
    }

    @Override
    int mostRows() {
        return MOST_ROWS;
    }

    @Override
    Rows look(Rows rows, int first, int count, boolean alongDirection, Crew crew) {
        if (gradient != null && rowSlopes.length < count) {
            rowSlopes = new float[count][layer.width()];
        }
        int blocks = (count + chunk - 1) / chunk;
        while (numbersSeen.size() < blocks) {
            numbersSeen.add(new float[chunk * numbers]);
        }
        stretches.begin(count);
        crew.run(blocks, block -> read(rows, first, block * chunk, Math.min(chunk, count - block * chunk)));
        stretches.look(table, alongDirection ? directionTable : null, crew);
        return (from, howMany, unused, to) ->
                System.arraycopy(numbersSeen.get(from / chunk), 0, to, 0, howMany * numbers);
    }

    private void read(Rows rows, int first, int from, int count) {
        byte[] codes = buffer();
        rows.fill(first + from, count, codes, numbersSeen.get(from / chunk));
        stretches.read(from, count, codes);
        buffers.add(codes);
    }

    private byte[] buffer() {
        byte[] idle = buffers.poll();
        return idle == null ? new byte[chunk * inputs.codes().cells() + PatternBook.CELLS] : idle;
    }

    @Override
    int apart() {
        return layer.weights() == 0 ? layer.inputs() * layer.width() : 0;
    }

    @Override
    int extra() {
        return numbers * layer.width();
    }

    @Override
    void open() {
        if (gradient == null) {
            gradient = new ColumnGradient(
                    layer, inputs.codes().cells(), inputs.codes().kinds());
        }
        gradient.clear();
    }

    @Override
    void gather(Crew crew) {
        stretches.gather(rowSlopes, Objects.requireNonNull(gradient), crew);
    }

    @Override
    void collect(Lane sum, float[] all, Crew crew) {
        ColumnGradient ofCodes = Objects.requireNonNull(gradient);
        crew.run(ofCodes.parts(), part -> ofCodes.write(part, all));
        for (int o = 0; numbers > 0 && o < layer.width(); o++) {
            sum.copyExtra(o * numbers, all, layer.weights() + o * layer.inputs() + codeColumns, numbers);
        }
    }

    private void keepSlopes(int at, float[] slopes, int rows) {
        int width = layer.width();
        for (int i = 0; i < rows; i++) {
            System.arraycopy(slopes, i * width, rowSlopes[at + i], 0, width);
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
        private final float[][] rowSums; // a row's sums as an array of its own

        Work(Feed feed, int chunk) {
            super(chunk * layer.width());
            this.feed = feed;
            this.outside = new Block((long) chunk * layer.width());
            int ofNumbers = numbers > 0 ? chunk * layer.width() : 0;
            this.product = new Block(ofNumbers);
            this.scratch = new float[ofNumbers];
            this.rowSums = new float[chunk][layer.width()];
        }

        @Override
        void forward(int rows) {
            sum(rows, false, bias, numberWeights, values);
            layer.nonlinearity().apply(values, rows * layer.width());
            outside.floats.put(0, values, 0, rows * layer.width());
        }

        @Override
        void tangent(int rows) {
            sum(rows, true, biasDirection, Objects.requireNonNull(numberDirection), slopes);
            layer.nonlinearity().multiply(values, slopes, rows * layer.width());
        }

        /** into = table entries of what each row shows + numbers · weights + bias. */
        private void sum(int rows, boolean alongDirection, float[] offset, FloatPointer ofNumbers, float[] into) {
            int width = layer.width();
            for (int i = 0; i < rows; i++) {
                System.arraycopy(offset, 0, rowSums[i], 0, width);
            }
            stretches.addTo(rowSums, feed.first(), rows, alongDirection);
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
            FloatPointer d = outside.pointer;
            Blas.addTransposedTimes(rows, width, d, ones.pointer, lane.at(layer.bias()));
            if (numbers > 0) {
                FloatPointer x = feed.numbersOutside.pointer;
                Blas.transposedTimes(width, numbers, rows, d, width, x, numbers, 1, lane.extra(), numbers);
            }
            keepSlopes(feed.first(), slopes, rows);
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
