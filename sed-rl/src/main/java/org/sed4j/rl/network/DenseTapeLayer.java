package org.sed4j.rl.network;

import java.util.Arrays;

/** A dense layer of a tape. */
final class DenseTapeLayer extends TapeLayer {
    private final Plan.Dense layer;
    /** [inputs · width] each: weights, a direction and the gradient, the outputs of one input side by side. */
    private final double[] weights;

    private final double[] direction;
    private final double[] gathered;
    /** [width · inputs]: weights as they stand in the parameters. */
    private final double[] own;
    /** The slopes of outputs and of inputs that are not zero. */
    private final SparseRows moving;

    private final SparseRows movingInput;

    DenseTapeLayer(Plan.Dense layer, int maxRows) {
        super(layer, layer.width(), maxRows);
        this.layer = layer;
        this.weights = new double[layer.inputs() * width];
        this.direction = new double[weights.length];
        this.gathered = new double[weights.length];
        this.own = new double[weights.length];
        this.moving = new SparseRows(maxRows, width);
        this.movingInput = new SparseRows(maxRows, layer.inputs());
    }

    @Override
    void turn(double[] parameters) {
        System.arraycopy(parameters, layer.weights(), own, 0, own.length);
        turn(parameters, weights);
    }

    @Override
    void turnDirection(double[] from) {
        turn(from, direction);
    }

    private void turn(double[] from, double[] to) {
        for (int o = 0; o < width; o++) {
            int at = layer.weights() + o * layer.inputs();
            for (int i = 0; i < layer.inputs(); i++) {
                to[i * width + o] = from[at + i];
            }
        }
    }

    @Override
    void addProducts(SparseRows in, int rows) {
        addProducts(in, rows, weights, values);
    }

    private void addProducts(SparseRows in, int rows, double[] matrix, double[] to) {
        for (int row = 0; row < rows; row++) {
            in.addRow(row, matrix, to, row * width, width);
        }
    }

    @Override
    void addOuterProducts(SparseRows in, int rows) {
        in.turn();
        for (int i = 0; i < layer.inputs(); i++) {
            in.addColumn(i, slopes, gathered, i * width, width);
        }
    }

    @Override
    void collect(double[] gradient) {
        for (int o = 0; o < width; o++) {
            int at = layer.weights() + o * layer.inputs();
            for (int i = 0; i < layer.inputs(); i++) {
                gradient[at + i] += gathered[i * width + o];
            }
        }
        Arrays.fill(gathered, 0);
    }

    @Override
    void writeInputSlopes(int rows, double[] inputSlopes) {
        int in = layer.inputs();
        Arrays.fill(inputSlopes, 0, rows * in, 0);
        moving.take(slopes, rows, width);
        for (int row = 0; row < rows; row++) {
            moving.addRow(row, own, inputSlopes, row * in, in);
        }
    }

    @Override
    void addTangents(SparseRows in, int rows, double[] inputSlopes) {
        addProducts(in, rows, direction, slopes);
        if (inputSlopes.length == 0) {
            return;
        }
        movingInput.take(inputSlopes, rows, layer.inputs());
        for (int row = 0; row < rows; row++) {
            movingInput.addRow(row, weights, slopes, row * width, width);
        }
    }
}
