package org.sed4j.core.game;

import java.util.Arrays;

/** Onto the simplex: softmax over the entries that may be positive, 0 elsewhere. Adding a constant to ξ changes nothing. */
final class SoftmaxMap implements Reparameterization {
    /** The least probability an inverse starts from. */
    private static final double MARGIN = 1e-12;

    private final boolean[] support;

    SoftmaxMap(boolean[] support) {
        this.support = support;
    }

    /** Softmax over all k entries. */
    static SoftmaxMap full(int k) {
        boolean[] all = new boolean[k];
        Arrays.fill(all, true);
        return new SoftmaxMap(all);
    }

    @Override
    public int dimension() {
        return support.length;
    }

    @Override
    public Design apply(double[] xi) {
        double most = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < support.length; j++) {
            Require.finite(xi[j], "xi_" + j);
            most = support[j] ? Math.max(most, xi[j]) : most;
        }
        double[] p = new double[support.length];
        double sum = 0;
        for (int j = 0; j < p.length; j++) {
            p[j] = support[j] ? Math.exp(xi[j] - most) : 0;
            sum += p[j];
        }
        for (int j = 0; j < p.length; j++) {
            p[j] /= sum;
        }
        return Design.of(p);
    }

    @Override
    public void pullback(double[] xi, double[] cotangent, double[] gradient) {
        Design p = apply(xi);
        double mean = 0;
        for (int j = 0; j < support.length; j++) {
            mean += p.get(j) * cotangent[j];
        }
        for (int j = 0; j < support.length; j++) {
            gradient[j] += p.get(j) * (cotangent[j] - mean);
        }
    }

    @Override
    public double[] inverse(Design phi) {
        double[] xi = new double[support.length];
        for (int j = 0; j < xi.length; j++) {
            xi[j] = support[j] ? Math.log(Math.max(phi.get(j), MARGIN)) : 0;
        }
        return xi;
    }
}
