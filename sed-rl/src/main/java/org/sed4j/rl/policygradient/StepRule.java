package org.sed4j.rl.policygradient;

import java.util.Arrays;
import org.sed4j.core.game.Require;

/**
 * How an ascent direction G becomes a step of parameters, θ' = step(θ, G, moments), and the derivative of that.
 *
 * <p>Parameters do not depend on each other: the Jacobian in G is diagonal.
 */
public sealed interface StepRule permits StepRule.Still, StepRule.Plain, StepRule.Adam {

    /** The moments before the first step; none, unless the rule keeps some. */
    default Moments start(int parameters) {
        return Moments.none();
    }

    /**
     * Takes a step.
     *
     * @param parameters θ, moved in place
     * @param ascent G
     * @return the moments after
     */
    Moments step(double[] parameters, double[] ascent, Moments before);

    /**
     * The derivative of {@link #step}: from adjoints of θ' and of the moments after to adjoints of G and of the moments before.
     * That of θ is that of θ'.
     *
     * @param adjoint of θ'
     * @param ascent G of the step
     * @param before the moments before it
     * @param squaresStandStill whether v' is taken as a constant, as published code of MetaGrad does
     * @param moments adjoints of (m', v'), overwritten with those of (m, v)
     * @param ascentAdjoint overwritten with that of G
     */
    void pullback(
            double[] adjoint,
            double[] ascent,
            Moments before,
            boolean squaresStandStill,
            Moments moments,
            double[] ascentAdjoint);

    /** θ' = θ. */
    static StepRule still() {
        return new Still();
    }

    /** θ' = θ + α G. */
    static StepRule plain(double rate) {
        return new Plain(rate);
    }

    /** Adam with its source's defaults, β1 = 0.9, β2 = 0.999, ε = 1e-8. */
    static StepRule adam(double rate) {
        return new Adam(rate, 0.9, 0.999, 1e-8);
    }

    /** No step at all: for controls, whose learner stands still. */
    record Still() implements StepRule {
        @Override
        public Moments step(double[] parameters, double[] ascent, Moments before) {
            return before;
        }

        @Override
        public void pullback(
                double[] adjoint,
                double[] ascent,
                Moments before,
                boolean squaresStandStill,
                Moments moments,
                double[] ascentAdjoint) {
            Arrays.fill(ascentAdjoint, 0);
        }
    }

    /**
     * Plain stochastic gradient ascent, θ' = θ + α G.
     *
     * @param rate α, above 0
     */
    record Plain(double rate) implements StepRule {
        public Plain {
            Require.that(rate > 0, "learning rate", rate, "must be positive", "a sign was lost");
        }

        @Override
        public Moments step(double[] parameters, double[] ascent, Moments before) {
            for (int i = 0; i < parameters.length; i++) {
                parameters[i] += rate * ascent[i];
            }
            return before;
        }

        @Override
        public void pullback(
                double[] adjoint,
                double[] ascent,
                Moments before,
                boolean squaresStandStill,
                Moments moments,
                double[] ascentAdjoint) {
            for (int i = 0; i < adjoint.length; i++) {
                ascentAdjoint[i] = rate * adjoint[i];
            }
        }
    }

    /**
     * Adam: with g = -G, m' = β1 m + (1-β1) g, v' = β2 v + (1-β2) g², θ' = θ - a m' / (√v' + ε), a = α √(1-β2^t) / (1-β1^t).
     *
     * <p>Source: Kingma and Ba (2015), "Adam: A method for stochastic optimization", ICLR, end of section 2.
     *
     * @param rate α, above 0
     * @param beta1 β1 in [0, 1)
     * @param beta2 β2 in [0, 1)
     * @param epsilon ε, above 0
     */
    record Adam(double rate, double beta1, double beta2, double epsilon) implements StepRule {
        /** Parameters that are looked at together. */
        private static final int BLOCK = 128;

        public Adam {
            Require.that(rate > 0, "learning rate", rate, "must be positive", "a sign was lost");
            org.sed4j.rl.network.Adam.requireConstants(beta1, beta2, epsilon);
        }

        @Override
        public Moments start(int parameters) {
            return Moments.zeros(parameters);
        }

        private double scale(long steps) {
            return rate * Math.sqrt(1 - Math.pow(beta2, steps)) / (1 - Math.pow(beta1, steps));
        }

        @Override
        public Moments step(double[] parameters, double[] ascent, Moments before) {
            Moments after = Moments.zeros(parameters.length);
            double a = scale(before.steps() + 1);
            for (int first = 0; first < parameters.length; first += BLOCK) {
                int end = Math.min(parameters.length, first + BLOCK);
                if (!still(ascent, before, first, end)) { // weights of what nobody ever saw stay as they are
                    step(parameters, ascent, before, after, a, first, end);
                }
            }
            return new Moments(after.mean(), after.square(), before.steps() + 1);
        }

        private static boolean still(double[] ascent, Moments before, int first, int end) {
            double[] m = before.mean();
            double[] v = before.square();
            for (int i = first; i < end; i++) {
                if (ascent[i] != 0 || m[i] != 0 || v[i] != 0) {
                    return false;
                }
            }
            return true;
        }

        /** Three loops that write an array each: the JVM has vectors for such. */
        private void step(
                double[] parameters, double[] ascent, Moments before, Moments after, double a, int first, int end) {
            double[] m = before.mean();
            double[] v = before.square();
            double[] mean = after.mean();
            double[] square = after.square();
            double keepMean = beta1;
            double newMean = 1 - beta1;
            for (int i = first; i < end; i++) {
                mean[i] = keepMean * m[i] + newMean * -ascent[i];
            }
            double keepSquare = beta2;
            double newSquare = 1 - beta2;
            for (int i = first; i < end; i++) {
                square[i] = keepSquare * v[i] + newSquare * -ascent[i] * -ascent[i];
            }
            double small = epsilon;
            for (int i = first; i < end; i++) {
                parameters[i] -= a * mean[i] / (Math.sqrt(square[i]) + small);
            }
        }

        @Override
        public void pullback(
                double[] adjoint,
                double[] ascent,
                Moments before,
                boolean squaresStandStill,
                Moments moments,
                double[] ascentAdjoint) {
            double a = scale(before.steps() + 1);
            for (int i = 0; i < adjoint.length; i++) {
                double g = -ascent[i];
                double m = beta1 * before.mean()[i] + (1 - beta1) * g;
                double root = Math.sqrt(beta2 * before.square()[i] + (1 - beta2) * g * g);
                double s = root + epsilon;
                double byMean = moments.mean()[i] - a / s * adjoint[i];
                double bySquare = moments.square()[i];
                if (!squaresStandStill && root > 0) {
                    bySquare += a * m / (2 * s * s * root) * adjoint[i];
                }
                ascentAdjoint[i] = -((1 - beta1) * byMean + 2 * (1 - beta2) * g * bySquare);
                moments.mean()[i] = beta1 * byMean;
                moments.square()[i] = beta2 * bySquare;
            }
        }
    }
}
