package org.sed4j.rl.network;

import java.util.Arrays;

/** A dense layer of a tape. */
final class DenseTapeLayer extends TapeLayer {
    private final Plan.Dense layer;
    private final TurnedWeights weights;
    private final TurnedWeights direction;
    /** [inputs][width]: the gradient, and the inputs that it has entries of. */
    private final double[][] gathered;

    private final int[] occurring;
    private int occurrences;
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

    DenseTapeLayer(Plan.Dense layer, int maxRows) {
        super(layer, layer.width(), maxRows);
        this.layer = layer;
        this.weights = new TurnedWeights(layer);
        this.direction = new TurnedWeights(layer);
        this.gathered = new double[layer.inputs()][width];
        this.occurring = new int[layer.inputs()];
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
        occurrences = in.columns(occurring);
        for (int k = 0; k < occurrences; k++) {
            in.addColumn(occurring[k], slopeRows, gathered[occurring[k]], width);
        }
    }

    @Override
    void collect(double[] gradient) {
        TurnedWeights.collect(layer, gathered, occurring, occurrences, gradient);
    }

    @Override
    void writeInputSlopes(int rows, double[] inputSlopes) {
        bindOwn();
        moving.take(slopes, rows, width);
        for (int row = 0; row < rows; row++) {
            Arrays.fill(inputSum, 0);
            moving.addRow(row, own, inputSum, layer.inputs());
            System.arraycopy(inputSum, 0, inputSlopes, row * layer.inputs(), layer.inputs());
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
