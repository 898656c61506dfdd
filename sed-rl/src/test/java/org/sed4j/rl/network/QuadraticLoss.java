package org.sed4j.rl.network;

import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

/** Half the squared distance of every output to a target of its own: smooth, and its derivative reads the outputs. */
final class QuadraticLoss implements OutputLoss {
    private final int outputs;
    private final float[] targets;

    QuadraticLoss(int rows, int outputs, Seed seed) {
        this.outputs = outputs;
        this.targets = new float[rows * outputs];
        Rng rng = seed.rng();
        for (int i = 0; i < targets.length; i++) {
            targets[i] = (float) rng.gaussian();
        }
    }

    @Override
    public void differentiate(int first, int count, float[] y, float[] cotangent) {
        for (int i = 0; i < count * outputs; i++) {
            cotangent[i] = y[i] - targets[first * outputs + i];
        }
    }

    double value(float[] y, int rows) {
        double sum = 0;
        for (int i = 0; i < rows * outputs; i++) {
            double off = (double) y[i] - targets[i];
            sum += off * off / 2;
        }
        return sum;
    }
}
