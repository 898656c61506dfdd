package org.sed4j.rl.network;

import java.util.Arrays;

/** A convolution of a tape, walked input entry by input entry along {@link WindowRuns}. */
final class ConvolutionTapeLayer extends TapeLayer {
    private final Plan.Convolution layer;
    private final Window window;
    private final WindowRuns runs;
    private final int filters;
    private final int cells;
    private final int perPlane;
    private final int entries;
    /** [planes · taps of a plane · filters] each: weights, a direction and the gradient, turned as the runs say. */
    private final double[] weights;

    private final double[] direction;
    private final double[] gathered;
    /** [positions · filters]: one row of sums or slopes. */
    private final double[] sums;

    ConvolutionTapeLayer(Plan.Convolution layer, int maxRows) {
        super(layer, layer.filters(), maxRows);
        this.layer = layer;
        this.window = layer.window();
        this.filters = layer.filters();
        this.runs = new WindowRuns(window, filters);
        this.cells = window.in().cells();
        this.perPlane = window.kernelRows() * window.kernelColumns() * filters;
        this.entries = window.in().planes() * cells;
        this.weights = new double[window.in().planes() * perPlane];
        this.direction = new double[weights.length];
        this.gathered = new double[weights.length];
        this.sums = new double[width];
    }

    @Override
    void turn(double[] parameters) {
        turn(parameters, weights);
    }

    @Override
    void turnDirection(double[] from) {
        turn(from, direction);
    }

    private void turn(double[] from, double[] to) {
        for (int f = 0; f < filters; f++) {
            for (int tap = 0; tap < window.taps(); tap++) {
                to[turned(tap) + f] = from[layer.weights() + f * window.taps() + tap];
            }
        }
    }

    /** Where the weights of a tap (plane, kernel row, kernel column) begin, columns from the last to the first. */
    private int turned(int tap) {
        int columns = window.kernelColumns();
        int kx = tap % columns;
        return (tap - kx + columns - 1 - kx) * filters;
    }

    @Override
    void addProducts(SparseRows in, int rows) {
        for (int row = 0; row < rows; row++) {
            Arrays.fill(sums, 0);
            for (int e = in.start(row); e < in.end(row); e++) {
                scatter(in.index(e), in.value(e), weights);
            }
            addSums(values, row);
        }
    }

    /** Adds to the sums what one input entry gives. */
    private void scatter(int entry, double x, double[] matrix) {
        int plane = entry / cells * perPlane;
        int cell = entry % cells;
        for (int r = runs.start(cell); r < runs.end(cell); r++) {
            add(x, matrix, plane + runs.weight(r), sums, runs.sum(r), runs.length(r));
        }
    }

    private void addSums(double[] to, int row) {
        int positions = window.positions();
        for (int f = 0; f < filters; f++) {
            int at = row * width + f * positions;
            for (int p = 0; p < positions; p++) {
                to[at + p] += sums[p * filters + f];
            }
        }
    }

    private void loadSums(int row) {
        int positions = window.positions();
        for (int f = 0; f < filters; f++) {
            int at = row * width + f * positions;
            for (int p = 0; p < positions; p++) {
                sums[p * filters + f] = slopes[at + p];
            }
        }
    }

    @Override
    void addOuterProducts(SparseRows in, int rows) {
        for (int row = 0; row < rows; row++) {
            loadSums(row);
            for (int e = in.start(row); e < in.end(row); e++) {
                int plane = in.index(e) / cells * perPlane;
                int cell = in.index(e) % cells;
                for (int r = runs.start(cell); r < runs.end(cell); r++) {
                    add(in.value(e), sums, runs.sum(r), gathered, plane + runs.weight(r), runs.length(r));
                }
            }
        }
    }

    @Override
    void collect(double[] gradient) {
        for (int f = 0; f < filters; f++) {
            for (int tap = 0; tap < window.taps(); tap++) {
                gradient[layer.weights() + f * window.taps() + tap] += gathered[turned(tap) + f];
            }
        }
        Arrays.fill(gathered, 0);
    }

    @Override
    void writeInputSlopes(int rows, double[] inputSlopes) {
        for (int row = 0; row < rows; row++) {
            loadSums(row);
            for (int entry = 0; entry < entries; entry++) {
                inputSlopes[row * entries + entry] = met(entry);
            }
        }
    }

    /** The sums that an input entry meets, each times its weight. */
    private double met(int entry) {
        int plane = entry / cells * perPlane;
        int cell = entry % cells;
        double total = 0;
        for (int r = runs.start(cell); r < runs.end(cell); r++) {
            for (int i = 0; i < runs.length(r); i++) {
                total += weights[plane + runs.weight(r) + i] * sums[runs.sum(r) + i];
            }
        }
        return total;
    }

    @Override
    void addTangents(SparseRows in, int rows, double[] inputSlopes) {
        for (int row = 0; row < rows; row++) {
            Arrays.fill(sums, 0);
            for (int e = in.start(row); e < in.end(row); e++) {
                scatter(in.index(e), in.value(e), direction);
            }
            for (int entry = 0; inputSlopes.length > 0 && entry < entries; entry++) {
                double slope = inputSlopes[row * entries + entry];
                if (slope != 0) {
                    scatter(entry, slope, weights);
                }
            }
            addSums(slopes, row);
        }
    }
}
