package org.sed4j.rl.network;

import java.util.Arrays;

/** A dense layer of a tape. */
final class DenseTapeLayer extends TapeLayer {
    private final Plan.Dense layer;
    private final TurnedWeights weights;
    private final TurnedWeights direction;
    private final CodeRuns runs;
    /** The gradient by column, and the columns that it has entries of. */
    private final SummedColumns gathered;

    private final int[] occurring;
    private int occurrences;
    /** By input: whether it is among those that occur. */
    private final boolean[] occurs;
    /** [width][inputs]: weights as they stand in the parameters, once somebody asks for slopes at the input. */
    private double[][] own = {};

    /** [rows][width]: slopes, row by row. */
    private final double[][] slopeRows;
    /** The slopes of outputs and of inputs that are not zero. */
    private final SparseRows moving;

    private final SparseRows movingInput;
    /** One row of outputs and one of inputs. */
    private final double[] sum;

    private final double[] inputSum;

    /** The parameters taken last, and whether {@link #own} holds them. */
    private double[] bound = {};

    private boolean ownIsBound;

    DenseTapeLayer(Plan.Dense layer, CodeRuns runs, int maxRows) {
        super(layer, layer.width(), maxRows);
        this.layer = layer;
        this.runs = runs;
        this.weights = new TurnedWeights(layer, runs);
        this.direction = new TurnedWeights(layer, runs);
        this.gathered = new SummedColumns(runs, width);
        this.occurring = new int[runs.columns()];
        this.occurs = new boolean[layer.inputs()];
        this.slopeRows = new double[maxRows][width];
        this.moving = new SparseRows(maxRows, width);
        this.movingInput = new SparseRows(maxRows, layer.inputs());
        this.sum = new double[width];
        this.inputSum = new double[layer.inputs()];
    }

    @Override
    void turn(double[] parameters) {
        bound = parameters;
        ownIsBound = false;
        weights.take(parameters);
    }

    @Override
    void turnDirection(double[] from) {
        direction.take(from);
    }

    @Override
    void addProducts(SparseRows in, int rows) {
        addProducts(in, rows, weights, values);
    }

    private void addProducts(SparseRows in, int rows, TurnedWeights turned, double[] to) {
        double[][] matrix = turned.of(in);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(to, row * width, sum, 0, width);
            in.addRow(row, matrix, sum, width);
            System.arraycopy(sum, 0, to, row * width, width);
        }
    }

    @Override
    void addOuterProducts(SparseRows in, int rows) {
        in.turn();
        for (int row = 0; row < rows; row++) {
            System.arraycopy(slopes, row * width, slopeRows[row], 0, width);
        }
        int count = in.columns(occurring);
        int single = 0;
        double[][] columns = gathered.all();
        for (; single < count && occurring[single] < runs.inputs(); single++) {
            in.addColumn(occurring[single], slopeRows, columns[occurring[single]], width);
        }
        occurrences = single;
        gatherSums(in, single, count);
    }

    /** What belongs to sums goes to the cells that they are sums of. */
    private void gatherSums(SparseRows in, int from, int to) {
        for (int k = 0; from < to && k < from; k++) {
            occurs[occurring[k]] = true;
        }
        int k = from;
        while (k < to) {
            int kind = runs.kindOfSum(occurring[k]);
            gathered.need(kind);
            for (; k < to && runs.kindOfSum(occurring[k]) == kind; k++) {
                in.addColumn(occurring[k], slopeRows, gathered.all()[occurring[k]], width);
            }
            gathered.spread(kind);
            for (int cell = 0; cell < runs.cells(); cell++) {
                occurs[runs.cell(kind, cell)] = true;
            }
        }
        if (from < to) {
            occurrences = 0;
            for (int input = 0; input < occurs.length; input++) {
                if (occurs[input]) {
                    occurring[occurrences++] = input;
                    occurs[input] = false;
                }
            }
        }
    }

    @Override
    void collect(double[] gradient) {
        TurnedWeights.collect(layer, gathered.all(), occurring, occurrences, gradient);
    }

    @Override
    void writeInputSlopes(int rows, double[] inputSlopes) {
        bindOwn();
        moving.take(slopes, rows, width);
        int inputs = layer.inputs();
        for (int row = 0; row < rows; row++) {
            Arrays.fill(inputSum, 0);
            moving.addRow(row, own, inputSum, inputs);
            System.arraycopy(inputSum, 0, inputSlopes, row * inputs, inputs);
        }
    }

    private void bindOwn() {
        if (ownIsBound) {
            return;
        }
        if (own.length == 0) {
            own = new double[width][layer.inputs()];
        }
        for (int o = 0; o < width; o++) {
            System.arraycopy(bound, layer.weights() + o * layer.inputs(), own[o], 0, layer.inputs());
        }
        ownIsBound = true;
    }

    @Override
    void addTangents(SparseRows in, int rows, double[] inputSlopes) {
        addProducts(in, rows, direction, slopes);
        if (inputSlopes.length > 0) {
            movingInput.take(inputSlopes, rows, layer.inputs());
            addProducts(movingInput, rows, weights, slopes);
        }
    }
}
