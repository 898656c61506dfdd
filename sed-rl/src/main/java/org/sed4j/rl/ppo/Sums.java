package org.sed4j.rl.ppo;

/** The figures of an update: of each minibatch's rows, written from any thread, added up in row order. */
final class Sums {
    private float[] rows = new float[0];
    private double policy;
    private double value;
    private double entropy;
    private double divergence;
    private double clips;
    private double norms;
    private double lastPolicy;
    private double lastValue;
    private int minibatches;
    private int divergences;

    void clear(int mostRows) {
        if (rows.length < mostRows * 5) {
            rows = new float[mostRows * 5];
        }
        policy = value = entropy = clips = norms = 0;
        minibatches = 0;
        clearDivergence();
    }

    void clearDivergence() {
        divergence = 0;
        divergences = 0;
    }

    void row(int row, double policyLoss, double valueLoss, double entropyOfRow, double apart, boolean clipped) {
        int at = row * 5;
        rows[at] = (float) policyLoss;
        rows[at + 1] = (float) valueLoss;
        rows[at + 2] = (float) entropyOfRow;
        rows[at + 3] = (float) apart;
        rows[at + 4] = clipped ? 1 : 0;
    }

    void close(int count) {
        double[] total = new double[5];
        for (int row = 0; row < count; row++) {
            for (int j = 0; j < 5; j++) {
                total[j] += rows[row * 5 + j];
            }
        }
        lastPolicy = total[0] / count;
        lastValue = total[1] / count;
        policy += lastPolicy;
        value += lastValue;
        entropy += total[2] / count;
        divergence += total[3] / count;
        clips += total[4] / count;
        divergences++;
        minibatches++;
    }

    void addNorm(double norm) {
        norms += norm;
    }

    int minibatches() {
        return minibatches;
    }

    double policyLoss() {
        return lastPolicy;
    }

    double valueLoss() {
        return lastValue;
    }

    double divergence() {
        return divergence / divergences;
    }

    PpoFigures figures(double explained, double learningRate) {
        return new PpoFigures(
                policy / minibatches,
                value / minibatches,
                entropy / minibatches,
                divergence(),
                clips / minibatches,
                explained,
                norms / minibatches,
                learningRate);
    }
}
