package org.sed4j.rl.network;

import java.util.Arrays;

/** A dense layer of a tape. */
final class DenseTapeLayer extends TapeLayer {
    private final Plan.Dense layer;
    /** [inputs · width] each: weights, a direction and the gradient, the outputs of one input side by side. */
    private final double[] weights;

    private final double[] direction;
    private final double[] gathered;
    private double[] bound = {};

    DenseTapeLayer(Plan.Dense layer, int maxRows) {
        super(layer, layer.width(), maxRows);
        this.layer = layer;
        this.weights = new double[layer.inputs() * width];
        this.direction = new double[weights.length];
        this.gathered = new double[weights.length];
    }

    @Override
    void turn(double[] parameters) {
        bound = parameters;
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
            for (int e = in.start(row); e < in.end(row); e++) {
                add(in.value(e), matrix, in.index(e) * width, to, row * width, width);
            }
        }
    }

    @Override
    void addOuterProducts(SparseRows in, int rows) {
        for (int row = 0; row < rows; row++) {
            for (int e = in.start(row); e < in.end(row); e++) {
                add(in.value(e), slopes, row * width, gathered, in.index(e) * width, width);
            }
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
        for (int row = 0; row < rows; row++) {
            for (int o = 0; o < width; o++) {
                double slope = slopes[row * width + o];
                if (slope != 0) {
                    add(slope, bound, layer.weights() + o * in, inputSlopes, row * in, in);
                }
            }
        }
    }

    @Override
    void addTangents(SparseRows in, int rows, double[] inputSlopes) {
        addProducts(in, rows, direction, slopes);
        if (inputSlopes.length == 0) {
            return;
        }
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < layer.inputs(); i++) {
                double slope = inputSlopes[row * layer.inputs() + i];
                if (slope != 0) {
                    add(slope, weights, i * width, slopes, row * width, width);
                }
            }
        }
    }
}
