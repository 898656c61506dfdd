package org.sed4j.rl.network;

import java.util.Arrays;

/** A dense layer of a tape. */
final class DenseTapeLayer extends TapeLayer {
    private final Plan.Dense layer;
    /** [inputs][width] each: weights, a direction and the gradient, the outputs of one input side by side. */
    private final double[][] weights;

    private final double[][] direction;
    private final double[][] gathered;
    /** [width][inputs]: weights as they stand in the parameters. */
    private final double[][] own;
    /** [rows][width]: slopes, row by row. */
    private final double[][] slopeRows;
    /** The slopes of outputs and of inputs that are not zero. */
    private final SparseRows moving;

    private final SparseRows movingInput;
    /** One row of outputs and one of inputs. */
    private final double[] sum;

    private final double[] inputSum;

    DenseTapeLayer(Plan.Dense layer, int maxRows) {
        super(layer, layer.width(), maxRows);
        this.layer = layer;
        this.weights = new double[layer.inputs()][width];
        this.direction = new double[layer.inputs()][width];
        this.gathered = new double[layer.inputs()][width];
        this.own = new double[width][layer.inputs()];
        this.slopeRows = new double[maxRows][width];
        this.moving = new SparseRows(maxRows, width);
        this.movingInput = new SparseRows(maxRows, layer.inputs());
        this.sum = new double[width];
        this.inputSum = new double[layer.inputs()];
    }

    @Override
    void turn(double[] parameters) {
        for (int o = 0; o < width; o++) {
            System.arraycopy(parameters, layer.weights() + o * layer.inputs(), own[o], 0, layer.inputs());
        }
        turn(parameters, weights);
    }

    @Override
    void turnDirection(double[] from) {
        turn(from, direction);
    }

    private void turn(double[] from, double[][] to) {
        for (int i = 0; i < layer.inputs(); i++) {
            double[] outputs = to[i];
            int at = layer.weights() + i;
            for (int o = 0; o < width; o++) {
                outputs[o] = from[at + o * layer.inputs()];
            }
        }
    }

    @Override
    void addProducts(SparseRows in, int rows) {
        addProducts(in, rows, weights, values);
    }

    private void addProducts(SparseRows in, int rows, double[][] matrix, double[] to) {
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
        for (int i = 0; i < layer.inputs(); i++) {
            in.addColumn(i, slopeRows, gathered[i], width);
        }
    }

    @Override
    void collect(double[] gradient) {
        for (int i = 0; i < layer.inputs(); i++) {
            double[] outputs = gathered[i];
            int at = layer.weights() + i;
            for (int o = 0; o < width; o++) {
                gradient[at + o * layer.inputs()] += outputs[o];
            }
            Arrays.fill(outputs, 0);
        }
    }

    @Override
    void writeInputSlopes(int rows, double[] inputSlopes) {
        moving.take(slopes, rows, width);
        for (int row = 0; row < rows; row++) {
            Arrays.fill(inputSum, 0);
            moving.addRow(row, own, inputSum, layer.inputs());
            System.arraycopy(inputSum, 0, inputSlopes, row * layer.inputs(), layer.inputs());
        }
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
