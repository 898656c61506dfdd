package org.sed4j.rl.network;

import java.nio.FloatBuffer;
import java.util.Arrays;
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
    private final Block ones;

    ConvolutionStage(Plan.Convolution layer, Inputs inputs, Parameters parameters, int chunk) {
        this.layer = layer;
        this.window = layer.window();
        this.inputs = inputs;
        this.parameters = parameters;
        this.weights = parameters.at(layer.weights());
        this.bias = new float[layer.filters()];
        this.ones = DenseStage.ones(chunk * window.positions());
    }

    @Override
    void prepare(int rows) {
        parameters.floats().get(layer.bias(), bias);
    }

    @Override
    Pass pass(@Nullable Pass before, Feed feed, int chunk) {
        return before == null
                ? new Work(new CodeColumns(window, inputs, feed), null, chunk)
                : new Work(new PlaneColumns(window, before, chunk), before, chunk);
    }

    /** What writes columns and, for a layer that has one before it, takes slopes back through them. */
    interface Columns {
        /** Writes columns [taps, rows · positions]. */
        void write(int rows, Block columns);

        /** Adds up slopes at columns into slopes at the layer before. */
        void back(int rows, Block columns);
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
            for (int filter = 0; filter < filters; filter++) {
                add(bias[filter], filter * run, (filter + 1) * run);
            }
            layer.nonlinearity().apply(values, filters * run);
            writeByRow(rows);
        }

        private void add(float b, int first, int end) {
            for (int i = first; i < end; i++) {
                values[i] += b;
            }
        }

        private void writeByRow(int rows) {
            int positions = window.positions();
            FloatBuffer to = byRow.floats;
            for (int filter = 0; filter < layer.filters(); filter++) {
                for (int i = 0; i < rows; i++) {
                    int at = (i * layer.filters() + filter) * positions;
                    to.put(at, values, (filter * rows + i) * positions, positions);
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

    /** Columns of one-hot codes and broadcast numbers, straight from bytes. */
    private static final class CodeColumns implements Columns {
        private final Window window;
        private final Inputs inputs;
        private final Feed feed;

        CodeColumns(Window window, Inputs inputs, Feed feed) {
            this.window = window;
            this.inputs = inputs;
            this.feed = feed;
        }

        @Override
        public void write(int rows, Block columns) {
            int run = rows * window.positions();
            columns.zero((long) run * window.taps());
            for (int i = 0; i < rows; i++) {
                for (int ky = 0; ky < window.kernelRows(); ky++) {
                    for (int kx = 0; kx < window.kernelColumns(); kx++) {
                        tap(i, ky, kx, run, columns.floats);
                    }
                }
            }
        }

        private void tap(int row, int ky, int kx, int run, FloatBuffer columns) {
            int perPlane = window.kernelRows() * window.kernelColumns() * run;
            int kinds = inputs.codes().kinds();
            int start = (ky * window.kernelColumns() + kx) * run + row * window.positions();
            int firstX = window.firstColumn(kx);
            int endX = window.endColumn(kx);
            for (int oy = window.firstRow(ky); oy < window.endRow(ky); oy++) {
                int y = oy * window.strideRows() - window.top() + ky;
                int line = row * window.in().cells() + y * window.in().width() - window.left() + kx;
                for (int ox = firstX; ox < endX; ox++) {
                    int at = start + oy * window.outColumns() + ox;
                    columns.put(at + feed.codes[line + ox * window.strideColumns()] * perPlane, 1);
                }
                for (int k = 0; k < inputs.numbers(); k++) {
                    float number = feed.numbers[row * inputs.numbers() + k];
                    for (int ox = firstX; ox < endX; ox++) {
                        columns.put(start + oy * window.outColumns() + ox + (kinds + k) * perPlane, number);
                    }
                }
            }
        }

        @Override
        public void back(int rows, Block columns) {
            throw new IllegalStateException("codes take no slopes");
        }
    }

    /** Columns of the convolution before. */
    private static final class PlaneColumns implements Columns {
        private final Window window;
        private final Pass before;
        private final float[] line; // one tap over a chunk

        PlaneColumns(Window window, Pass before, int chunk) {
            this.window = window;
            this.before = before;
            this.line = new float[chunk * window.positions()];
        }

        @Override
        public void write(int rows, Block columns) {
            int run = rows * window.positions();
            int tap = 0;
            for (int plane = 0; plane < window.in().planes(); plane++) {
                for (int ky = 0; ky < window.kernelRows(); ky++) {
                    for (int kx = 0; kx < window.kernelColumns(); kx++) {
                        Arrays.fill(line, 0, run, 0);
                        visit(plane, ky, kx, rows, true);
                        columns.floats.put(tap++ * run, line, 0, run);
                    }
                }
            }
        }

        @Override
        public void back(int rows, Block columns) {
            int run = rows * window.positions();
            Arrays.fill(
                    before.slopes, 0, rows * window.in().planes() * window.in().cells(), 0);
            int tap = 0;
            for (int plane = 0; plane < window.in().planes(); plane++) {
                for (int ky = 0; ky < window.kernelRows(); ky++) {
                    for (int kx = 0; kx < window.kernelColumns(); kx++) {
                        columns.floats.get(tap++ * run, line, 0, run);
                        visit(plane, ky, kx, rows, false);
                    }
                }
            }
        }

        /** Copies what one tap sees into the line, or adds the line to the slopes of what it sees. */
        private void visit(int plane, int ky, int kx, int rows, boolean copy) {
            int firstX = window.firstColumn(kx);
            int endX = window.endColumn(kx);
            int stride = window.strideColumns();
            for (int i = 0; i < rows; i++) {
                for (int oy = window.firstRow(ky); oy < window.endRow(ky); oy++) {
                    int y = oy * window.strideRows() - window.top() + ky;
                    int from = (plane * rows + i) * window.in().cells()
                            + y * window.in().width()
                            - window.left()
                            + kx;
                    int to = i * window.positions() + oy * window.outColumns();
                    for (int ox = firstX; ox < endX; ox++) {
                        if (copy) {
                            line[to + ox] = before.values[from + ox * stride];
                        } else {
                            before.slopes[from + ox * stride] += line[to + ox];
                        }
                    }
                }
            }
        }
    }
}
