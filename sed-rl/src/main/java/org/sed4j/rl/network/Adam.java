package org.sed4j.rl.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.FloatBuffer;
import org.sed4j.core.game.Require;
import org.sed4j.core.run.Checkpointed;

/**
 * Adam over a flat vector of parameters, minimising.
 *
 * <p>With t counted from 1: m ← β1 m + (1-β1) g, v ← β2 v + (1-β2) g², θ ← θ - α m / (√v + ε), where α = learning rate ·
 * √(1-β2^t) / (1-β1^t). This is the order of computation at the end of the source's section 2, DL4J's too; ε there is not that
 * of its Algorithm 1, which adds ε to the corrected root.
 *
 * <p>Source: Kingma and Ba (2015), "Adam: A method for stochastic optimization", ICLR. Not thread-safe.
 */
public final class Adam implements Checkpointed {
    private static final int CHUNK = 2048; // floats of the parameters worked on at a time: with m, v and g 32 KB

    private final double beta1;
    private final double beta2;
    private final double epsilon;
    private final float[] mean;
    private final float[] square;
    private final float[] chunk = new float[CHUNK];
    private long steps;

    /**
     * @param parameters length of the vector
     * @param beta1 β1, decay of the mean of gradients, in [0, 1)
     * @param beta2 β2, decay of the mean of squares, in [0, 1)
     * @param epsilon ε, positive
     */
    public Adam(int parameters, double beta1, double beta2, double epsilon) {
        Require.atLeast(parameters, 1, "parameters of Adam");
        requireConstants(beta1, beta2, epsilon);
        this.beta1 = beta1;
        this.beta2 = beta2;
        this.epsilon = epsilon;
        this.mean = new float[parameters];
        this.square = new float[parameters];
    }

    /** β1 = 0.9, β2 = 0.999, ε = 1e-8, the source's defaults. */
    public static Adam of(int parameters) {
        return new Adam(parameters, 0.9, 0.999, 1e-8);
    }

    /**
     * Requires constants that Adam can be run with.
     *
     * @throws IllegalArgumentException if a decay is not in [0, 1) or {@code epsilon} is not positive
     */
    public static void requireConstants(double beta1, double beta2, double epsilon) {
        Require.that(beta1 >= 0 && beta1 < 1, "beta1", beta1, "must lie in [0, 1)", "1 - beta1 was meant");
        Require.that(beta2 >= 0 && beta2 < 1, "beta2", beta2, "must lie in [0, 1)", "1 - beta2 was meant");
        Require.that(epsilon > 0, "epsilon", epsilon, "must be positive", "it was rounded to zero");
    }

    /** How many steps have been taken: t. */
    public long steps() {
        return steps;
    }

    /**
     * Moves {@code parameters} against {@code gradient}, which is left as it is.
     *
     * @throws IllegalArgumentException if a length is not that of this Adam
     */
    public void step(FloatBuffer parameters, float[] gradient, double learningRate) {
        Require.that(
                parameters.limit() == mean.length && gradient.length == mean.length,
                "lengths of parameters and gradient",
                parameters.limit() + " and " + gradient.length,
                "must both be " + mean.length,
                "this Adam belongs to another network");
        steps++;
        float rate = (float) (learningRate * Math.sqrt(1 - Math.pow(beta2, steps)) / (1 - Math.pow(beta1, steps)));
        for (int first = 0; first < mean.length; first += CHUNK) {
            int count = Math.min(CHUNK, mean.length - first);
            parameters.get(first, chunk, 0, count);
            update(gradient, first, count, rate);
            parameters.put(first, chunk, 0, count);
        }
    }

    private void update(float[] gradient, int first, int count, float rate) {
        float keepMean = (float) beta1;
        float newMean = (float) (1 - beta1);
        float keepSquare = (float) beta2;
        float newSquare = (float) (1 - beta2);
        float small = (float) epsilon;
        float[] m = mean;
        float[] v = square;
        float[] p = chunk;
        for (int i = 0; i < count; i++) {
            float g = gradient[first + i];
            float mi = keepMean * m[first + i] + newMean * g;
            float vi = keepSquare * v[first + i] + newSquare * g * g;
            m[first + i] = mi;
            v[first + i] = vi;
            p[i] -= rate * mi / ((float) Math.sqrt(vi) + small);
        }
    }

    /**
     * Scales a gradient down to a greatest Euclidean norm over all its entries, where it is longer.
     *
     * @param maxNorm the greatest norm, positive; {@link Double#POSITIVE_INFINITY} only measures
     * @return the norm before; not finite if an entry is not, and then the gradient is left as it is
     */
    public static double clip(float[] gradient, double maxNorm) {
        Require.that(maxNorm > 0, "greatest norm of a gradient", maxNorm, "must be positive", "0 was meant as \"off\"");
        double norm = Math.sqrt(sumOfSquares(gradient));
        if (norm > maxNorm && Double.isFinite(norm)) {
            float scale = (float) (maxNorm / norm);
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] *= scale;
            }
        }
        return norm;
    }

    private static double sumOfSquares(float[] x) {
        double a = 0; // four sums, since one would wait for its own last addition
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < x.length; i += 4) {
            a += (double) x[i] * x[i];
            b += (double) x[i + 1] * x[i + 1];
            c += (double) x[i + 2] * x[i + 2];
            d += (double) x[i + 3] * x[i + 3];
        }
        for (; i < x.length; i++) {
            a += (double) x[i] * x[i];
        }
        return (a + b) + (c + d);
    }

    /** An Adam of its own with the same moments. */
    public Adam copy() {
        Adam copy = new Adam(mean.length, beta1, beta2, epsilon);
        System.arraycopy(mean, 0, copy.mean, 0, mean.length);
        System.arraycopy(square, 0, copy.square, 0, square.length);
        copy.steps = steps;
        return copy;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeInt(mean.length);
        out.writeLong(steps);
        Floats.write(out, mean);
        Floats.write(out, square);
    }

    @Override
    public void load(DataInput in) throws IOException {
        int saved = in.readInt();
        if (saved != mean.length) {
            throw new IOException("parameters of the saved Adam (" + saved + ") must be " + mean.length
                    + ".\nMaybe the checkpoint is of another network.");
        }
        steps = in.readLong();
        Floats.read(in, mean);
        Floats.read(in, square);
    }
}
