package org.sed4j.rl.network;

import java.util.Arrays;

/** The first layer of a {@link SingleTape}: products with lists of entries, in single precision. */
final class SingleFirst extends Pass {
    private final Plan.Dense layer;
    private final int width;
    private final CodeRuns runs;
    private final SparseRows in;
    private final SingleWeights weights;
    private final SingleWeights direction;
    private final float[] bias;
    private final float[] biasDirection;
    private final Block outside;
    /** The gradient by column, and the columns that it has entries of. */
    private final SingleColumns gathered;

    private final int[] occurring;
    private final boolean[] occurs;
    private int occurrences;
    private final double[] biasSlopes;
    /** [rows][width]: sums, then slopes, row by row. */
    private final float[][] byRow;

    SingleFirst(Plan.Dense layer, CodeRuns runs, SparseRows in, int maxRows) {
        super(maxRows * layer.width());
        this.layer = layer;
        this.width = layer.width();
        this.runs = runs;
        this.in = in;
        this.weights = new SingleWeights(layer, runs);
        this.direction = new SingleWeights(layer, runs);
        this.bias = new float[width];
        this.biasDirection = new float[width];
        this.outside = new Block((long) maxRows * width);
        this.gathered = new SingleColumns(runs, width);
        this.occurring = new int[runs.columns()];
        this.occurs = new boolean[runs.inputs()];
        this.biasSlopes = new double[width];
        this.byRow = new float[maxRows][width];
    }

    /** Takes parameters that stand until others are taken. */
    void bind(double[] parameters) {
        weights.take(parameters);
        narrow(parameters, bias);
    }

    /** Takes a direction that stands until another is taken. */
    void bindDirection(double[] parameters) {
        direction.take(parameters);
        narrow(parameters, biasDirection);
    }

    private void narrow(double[] parameters, float[] to) {
        for (int o = 0; o < width; o++) {
            to[o] = (float) parameters[layer.bias() + o];
        }
    }

    @Override
    void forward(int rows) {
        sum(rows, weights, bias, values);
        layer.nonlinearity().apply(values, rows * width);
        outside.floats.put(0, values, 0, rows * width);
    }

    @Override
    void tangent(int rows) {
        sum(rows, direction, biasDirection, slopes);
        layer.nonlinearity().multiply(values, slopes, rows * width);
    }

    private void sum(int rows, SingleWeights turned, float[] offset, float[] to) {
        float[][] matrix = turned.of(in);
        for (int row = 0; row < rows; row++) {
            float[] sum = byRow[row];
            System.arraycopy(offset, 0, sum, 0, width);
            in.addRow(row, matrix, sum, width);
            System.arraycopy(sum, 0, to, row * width, width);
        }
    }

    @Override
    void backward(int rows, Lane lane) {
        layer.nonlinearity().multiply(values, slopes, rows * width);
        in.turn();
        Arrays.fill(biasSlopes, 0);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(slopes, row * width, byRow[row], 0, width);
            for (int o = 0; o < width; o++) {
                biasSlopes[o] += byRow[row][o];
            }
        }
        int count = in.columns(occurring);
        int single = 0;
        while (single < count && occurring[single] < runs.inputs()) {
            gather(occurring[single]);
            occurs[occurring[single++]] = true;
        }
        int k = single;
        while (k < count) {
            int kind = runs.kindOfSum(occurring[k]);
            gathered.need(kind);
            for (; k < count && runs.kindOfSum(occurring[k]) == kind; k++) {
                gather(occurring[k]);
            }
            gathered.spread(kind);
            for (int cell = 0; cell < runs.cells(); cell++) {
                occurs[runs.cell(kind, cell)] = true;
            }
        }
        list();
    }

    private void gather(int column) {
        in.addColumn(column, byRow, gathered.all()[column], width);
    }

    private void list() {
        occurrences = 0;
        for (int input = 0; input < occurs.length; input++) {
            if (occurs[input]) {
                occurring[occurrences++] = input;
                occurs[input] = false;
            }
        }
    }

    /** Adds what {@link #backward} gathered to its places. */
    void collect(double[] gradient) {
        for (int o = 0; o < width; o++) {
            gradient[layer.bias() + o] += biasSlopes[o];
        }
        SingleWeights.collect(layer, gathered.all(), occurring, occurrences, gradient);
    }

    @Override
    void writeSlopes(int rows, Block to) {
        to.floats.put(0, slopes, 0, rows * width);
    }

    @Override
    Block outputs() {
        return outside;
    }

    @Override
    void receive(Block cotangent, int rows) {
        cotangent.floats.get(0, slopes, 0, rows * width);
    }
}
