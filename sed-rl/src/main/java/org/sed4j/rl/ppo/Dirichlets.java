package org.sed4j.rl.ppo;

import org.apache.commons.math3.special.Gamma;
import org.sed4j.core.run.Rng;

/**
 * Independent Dirichlet distributions, one for each group of shares; concentrations 1 + softplus(z), so that every density has one
 * peak inside. Groups of two are Beta distributions. Shares travel as the bits of floats.
 *
 * <p>Densities are with respect to the uniform measure of the simplex: log p = ln Γ(Σα) - Σ ln Γ(α_i) + Σ (α_i - 1) ln x_i.
 */
record Dirichlets(int groups, int size) implements ActionFamily {
    /** Shares are kept this far from 0, where a density of a concentration of 1 has no derivative worth following. */
    private static final double LEAST = 1e-6;

    @Override
    public int scores() {
        return groups * size;
    }

    @Override
    public int entries() {
        return groups * size;
    }

    /** Turns scores into concentrations in place. */
    @Override
    public void normalise(float[] scores, int at, byte[] mask, int maskAt) {
        for (int i = 0; i < scores(); i++) {
            double z = scores[at + i];
            scores[at + i] = (float) (1 + Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))));
        }
    }

    /** Gamma draws over their sum. Source: Marsaglia and Tsang (2000), "A simple method for generating gamma variables". */
    @Override
    public float draw(float[] scores, int at, Rng rng, int[] actions, int actionAt) {
        double[] x = new double[size];
        for (int g = 0; g < groups; g++) {
            for (int i = 0; i < size; i++) {
                x[i] = gamma(scores[at + g * size + i], rng);
            }
            put(x, actions, actionAt + g * size);
        }
        return logProbability(scores, at, actions, actionAt);
    }

    private static double gamma(double shape, Rng rng) {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double normal = rng.gaussian();
            double root = 1 + c * normal;
            double cube = root * root * root;
            if (root > 0 && Math.log(1 - rng.uniform()) < 0.5 * normal * normal + d * (1 - cube + Math.log(cube))) {
                return d * cube;
            }
        }
    }

    private void put(double[] weights, int[] actions, int at) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        for (int i = 0; i < size; i++) {
            double share = Math.min(Math.max(weights[i] / sum, LEAST), 1 - LEAST);
            actions[at + i] = Float.floatToRawIntBits((float) share);
        }
    }

    /** The peak of every group: shares of α - 1. */
    @Override
    public float greedy(float[] scores, int at, int[] actions, int actionAt) {
        double[] x = new double[size];
        for (int g = 0; g < groups; g++) {
            for (int i = 0; i < size; i++) {
                x[i] = Math.max(scores[at + g * size + i] - 1.0, Float.MIN_NORMAL);
            }
            put(x, actions, actionAt + g * size);
        }
        return logProbability(scores, at, actions, actionAt);
    }

    private double sum(float[] alpha, int at) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += alpha[at + i];
        }
        return sum;
    }

    @Override
    public float logProbability(float[] scores, int at, int[] actions, int actionAt) {
        double log = 0;
        for (int g = 0; g < groups; g++) {
            int from = at + g * size;
            log += Gamma.logGamma(sum(scores, from));
            for (int i = 0; i < size; i++) {
                double share = Float.intBitsToFloat(actions[actionAt + g * size + i]);
                log += (scores[from + i] - 1) * Math.log(share) - Gamma.logGamma(scores[from + i]);
            }
        }
        return (float) log;
    }

    /**
     * d log p/dα_i = ψ(Σα) - ψ(α_i) + ln x_i, dH/dα_i = (Σα - m) ψ'(Σα) - (α_i - 1) ψ'(α_i), and dα/dz = 1 - exp(1 - α).
     */
    @Override
    public double differentiate(
            float[] scores,
            int at,
            int[] actions,
            int actionAt,
            double weight,
            double bonus,
            float[] cotangent,
            int cotangentAt) {
        double entropy = 0;
        for (int g = 0; g < groups; g++) {
            int from = at + g * size;
            double all = sum(scores, from);
            double digamma = Gamma.digamma(all);
            double trigamma = Gamma.trigamma(all);
            entropy += (all - size) * digamma - Gamma.logGamma(all);
            for (int i = 0; i < size; i++) {
                double alpha = scores[from + i];
                double own = Gamma.digamma(alpha);
                double share = Float.intBitsToFloat(actions[actionAt + g * size + i]);
                double slope = weight * (digamma - own + Math.log(share))
                        + bonus * ((all - size) * trigamma - (alpha - 1) * Gamma.trigamma(alpha));
                cotangent[cotangentAt + g * size + i] = (float) (slope * -Math.expm1(1 - alpha));
                entropy += Gamma.logGamma(alpha) - (alpha - 1) * own;
            }
        }
        return entropy;
    }
}
