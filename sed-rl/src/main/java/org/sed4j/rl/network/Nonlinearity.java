package org.sed4j.rl.network;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationTanH;

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

    /**
     * f(z) = tanh z, as an odd polynomial of degree 13 over an even one of degree 6, exact to 4e-7 and constant beyond ±7.905.
     *
     * <p>The coefficients are those of the Eigen library's float tanh (MPL 2.0); the loop is one that the JVM turns into vector
     * instructions, which {@link Math#tanh} is not.
     */
    @SuppressWarnings("FloatingPointLiteralPrecision") // written as published
    record Tanh() implements Nonlinearity {
        private static final float END = 7.90531110763549805f;

        @Override
        public void apply(float[] z, int count) {
            for (int i = 0; i < count; i++) {
                float x = Math.max(-END, Math.min(END, z[i]));
                float s = x * x;
                float odd = -2.76076847742355e-16f;
                odd = odd * s + 2.00018790482477e-13f;
                odd = odd * s - 8.60467152213735e-11f;
                odd = odd * s + 5.12229709037114e-08f;
                odd = odd * s + 1.48572235717979e-05f;
                odd = odd * s + 6.37261928875436e-04f;
                odd = odd * s + 4.89352455891786e-03f;
                float even = 1.19825839466702e-06f;
                even = even * s + 1.18534705686654e-04f;
                even = even * s + 2.26843463243900e-03f;
                even = even * s + 4.89352518554385e-03f;
                z[i] = x * odd / even;
            }
        }

        @Override
        public void multiply(float[] y, float[] d, int count) {
            for (int i = 0; i < count; i++) {
                d[i] *= 1 - y[i] * y[i];
            }
        }

        @Override
        public void apply(double[] z, int count) {
            for (int i = 0; i < count; i++) {
                z[i] = Math.tanh(z[i]);
            }
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
                float most = Float.NEGATIVE_INFINITY;
                for (int j = row; j < row + width; j++) {
                    most = Math.max(most, z[j]);
                }
                float sum = 0;
                for (int j = row; j < row + width; j++) {
                    z[j] = (float) Math.exp(z[j] - most);
                    sum += z[j];
                }
                for (int j = row; j < row + width; j++) {
                    z[j] /= sum;
                }
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
                double most = Double.NEGATIVE_INFINITY;
                for (int j = row; j < row + width; j++) {
                    most = Math.max(most, z[j]);
                }
                double sum = 0;
                for (int j = row; j < row + width; j++) {
                    z[j] = Math.exp(z[j] - most);
                    sum += z[j];
                }
                for (int j = row; j < row + width; j++) {
                    z[j] /= sum;
                }
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
