package org.sed4j.rl.network;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.sed4j.core.math.ElementaryArrays;

/**
 * What a layer does to its sums, in place, with the Jacobian written in terms of the result.
 *
 * <p>Every Jacobian here is symmetric, so {@link #multiply} serves cotangents and tangents alike.
 */
sealed interface Nonlinearity {

    /** z ← f(z), for the first {@code count} floats. */
    void apply(float[] z, int count);

    /** d ← J(y) d, for the first {@code count} floats, where y = f(z). */
    void multiply(float[] y, float[] d, int count);

    /** z ← f(z) in double precision, for the first {@code count} numbers. */
    void apply(double[] z, int count);

    /** d ← J(y) d in double precision, for the first {@code count} numbers, where y = f(z). */
    void multiply(double[] y, double[] d, int count);

    /** The one that DL4J names for a layer of that width, or none. */
    static Optional<Nonlinearity> of(IActivation activation, int width) {
        if (activation instanceof ActivationIdentity) {
            return Optional.of(new Identity());
        }
        if (activation instanceof ActivationTanH) {
            return Optional.of(new Tanh());
        }
        if (activation instanceof ActivationReLU relu
                && zero(relu.getThreshold())
                && zero(relu.getNegativeSlope())
                && relu.getMax() == null) {
            return Optional.of(new Rectifier(0));
        }
        if (activation instanceof ActivationLReLU leaky && leaky.getAlpha() >= 0 && leaky.getAlpha() <= 1) {
            return Optional.of(new Rectifier((float) leaky.getAlpha()));
        }
        if (activation instanceof ActivationSoftmax) {
            return Optional.of(new Softmax(width));
        }
        return Optional.empty();
    }

    private static boolean zero(@Nullable Double value) {
        return value == null || value == 0;
    }

    /** f(z) = z. */
    record Identity() implements Nonlinearity {
        @Override
        public void apply(float[] z, int count) {}

        @Override
        public void multiply(float[] y, float[] d, int count) {}

        @Override
        public void apply(double[] z, int count) {}

        @Override
        public void multiply(double[] y, double[] d, int count) {}
    }

    /** f(z) = tanh z. */
    record Tanh() implements Nonlinearity {
        @Override
        public void apply(float[] z, int count) {
            ElementaryArrays.tanh(z, count);
        }

        @Override
        public void multiply(float[] y, float[] d, int count) {
            for (int i = 0; i < count; i++) {
                d[i] *= 1 - y[i] * y[i];
            }
        }

        @Override
        public void apply(double[] z, int count) {
            ElementaryArrays.tanh(z, count);
        }

        @Override
        public void multiply(double[] y, double[] d, int count) {
            for (int i = 0; i < count; i++) {
                d[i] *= 1 - y[i] * y[i];
            }
        }
    }

    /**
     * f(z) = max(z, slope · z).
     *
     * @param slope below zero, in [0, 1]; 0 for the plain rectifier
     */
    record Rectifier(float slope) implements Nonlinearity {
        private static final float HUGE = 0x1p127f;

        @Override
        public void apply(float[] z, int count) {
            for (int i = 0; i < count; i++) {
                z[i] = Math.max(z[i], slope * z[i]);
            }
        }

        @Override
        public void multiply(float[] y, float[] d, int count) {
            float rest = 1 - slope;
            for (int i = 0; i < count; i++) {
                // 1 where y > 0, however small, else 0: two products and no branch, so that it runs in vectors
                float positive = Math.max(0, Math.min(1, y[i] * HUGE * HUGE));
                d[i] *= slope + rest * positive;
            }
        }

        @Override
        public void apply(double[] z, int count) {
            for (int i = 0; i < count; i++) {
                z[i] = Math.max(z[i], slope * z[i]);
            }
        }

        @Override
        public void multiply(double[] y, double[] d, int count) {
            for (int i = 0; i < count; i++) {
                d[i] = y[i] > 0 ? d[i] : slope * d[i];
            }
        }
    }

    /**
     * f(z)_j = exp z_j / Σ_k exp z_k over each row.
     *
     * @param width length of a row
     */
    record Softmax(int width) implements Nonlinearity {
        @Override
        public void apply(float[] z, int count) {
            for (int row = 0; row < count; row += width) {
                ElementaryArrays.softmax(z, row, width);
            }
        }

        @Override
        public void multiply(float[] y, float[] d, int count) {
            for (int row = 0; row < count; row += width) {
                float mean = 0;
                for (int j = row; j < row + width; j++) {
                    mean += y[j] * d[j];
                }
                for (int j = row; j < row + width; j++) {
                    d[j] = y[j] * (d[j] - mean);
                }
            }
        }

        @Override
        public void apply(double[] z, int count) {
            for (int row = 0; row < count; row += width) {
                ElementaryArrays.softmax(z, row, width);
            }
        }

        @Override
        public void multiply(double[] y, double[] d, int count) {
            for (int row = 0; row < count; row += width) {
                double mean = 0;
                for (int j = row; j < row + width; j++) {
                    mean += y[j] * d[j];
                }
                for (int j = row; j < row + width; j++) {
                    d[j] = y[j] * (d[j] - mean);
                }
            }
        }
    }
}
