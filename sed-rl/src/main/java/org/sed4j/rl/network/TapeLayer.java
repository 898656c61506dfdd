package org.sed4j.rl.network;

import java.util.Arrays;

/**
 * One layer of a {@link DoubleTape}: its weights turned so that those of one input lie side by side, and its values of the rows
 * evaluated last.
 */
abstract class TapeLayer {
    final int width;
    /** [rows · width]: what the layer gave. */
    final double[] values;
    /** [rows · width]: cotangents on the way back, tangents on the way forward. */
    final double[] slopes;

    private final Nonlinearity nonlinearity;
    private final int biasAt;
    private final double[] bias;
    private final double[] biasDirection;
    /** [width]: slopes summed over rows, or one row of biases. */
    private final double[] rowSum;

    /**
     * @param biases how many there are; each belongs to an equal share of the outputs
     */
    TapeLayer(Plan.Fused layer, int biases, int maxRows) {
        this.width = layer.width();
        this.nonlinearity = layer.nonlinearity();
        this.biasAt = layer.bias();
        this.values = new double[maxRows * width];
        this.slopes = new double[maxRows * width];
        this.bias = new double[biases];
        this.biasDirection = new double[bias.length];
        this.rowSum = new double[width];
    }

    /** Takes parameters. */
    void bind(double[] parameters) {
        readBias(parameters, bias);
        turn(parameters);
    }

    /** Takes a direction in the space of parameters. */
    void bindDirection(double[] direction) {
        readBias(direction, biasDirection);
        turnDirection(direction);
    }

    private void readBias(double[] from, double[] to) {
        if (biasAt >= 0) {
            System.arraycopy(from, biasAt, to, 0, to.length);
        }
    }

    abstract void turn(double[] parameters);

    abstract void turnDirection(double[] direction);

    /** values ← f(W x + b). */
    final void forward(SparseRows in, int rows) {
        spread(bias, values, rows);
        addProducts(in, rows);
        nonlinearity.apply(values, rows * width);
    }

    /**
     * From cotangents at the values to those at the parameters (kept until {@link #collect}) and, if asked, at the input.
     *
     * @param inputSlopes [rows · inputs], overwritten; empty if nobody asks
     */
    final void backward(SparseRows in, int rows, double[] inputSlopes, double[] gradient) {
        nonlinearity.multiply(values, slopes, rows * width);
        if (biasAt >= 0) {
            addBiasSlopes(rows, gradient);
        }
        addOuterProducts(in, rows);
        collect(gradient);
        if (inputSlopes.length > 0) {
            writeInputSlopes(rows, inputSlopes);
        }
    }

    /** Rows first, which a JVM does many at a time, then the outputs that share a bias. */
    private void addBiasSlopes(int rows, double[] gradient) {
        Arrays.fill(rowSum, 0);
        for (int row = 0; row < rows; row++) {
            add(1, slopes, row * width, rowSum, 0, width);
        }
        int share = width / bias.length;
        for (int o = 0; o < width; o++) {
            gradient[biasAt + o / share] += rowSum[o];
        }
    }

    /**
     * slopes ← J (W · dx + dW · x + db).
     *
     * @param inputSlopes [rows · inputs], dx; empty if the input stands still
     */
    final void tangent(SparseRows in, int rows, double[] inputSlopes) {
        spread(biasDirection, slopes, rows);
        addTangents(in, rows, inputSlopes);
        nonlinearity.multiply(values, slopes, rows * width);
    }

    private void spread(double[] perShare, double[] to, int rows) {
        int share = width / perShare.length;
        for (int o = 0; o < width; o++) {
            rowSum[o] = perShare[o / share];
        }
        for (int row = 0; row < rows; row++) {
            System.arraycopy(rowSum, 0, to, row * width, width);
        }
    }

    /** values += W x. */
    abstract void addProducts(SparseRows in, int rows);

    /** Adds slopes · xᵀ to the turned gradient. */
    abstract void addOuterProducts(SparseRows in, int rows);

    /** Moves the turned gradient to its places. */
    abstract void collect(double[] gradient);

    /** inputSlopes ← Wᵀ · slopes. */
    abstract void writeInputSlopes(int rows, double[] inputSlopes);

    /** slopes += W · dx + dW · x. */
    abstract void addTangents(SparseRows in, int rows, double[] inputSlopes);

    /** y += a · x over {@code count} entries. */
    static void add(double a, double[] x, int xAt, double[] y, int yAt, int count) {
        for (int i = 0; i < count; i++) {
            y[yAt + i] += a * x[xAt + i];
        }
    }
}
