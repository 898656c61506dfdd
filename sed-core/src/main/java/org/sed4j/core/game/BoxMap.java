package org.sed4j.core.game;

import java.util.List;

/**
 * Onto a box, entry by entry: low + (high - low) · sigmoid(ξ) between two bounds, softplus above or below one, ξ itself
 * where there is none, and the constant where the bounds meet.
 */
final class BoxMap implements Reparameterization {
    /** How near a bound an inverse may start, as a share of the width; sigmoid(27.6) is this far from 1. */
    private static final double MARGIN = 1e-12;

    private final double[] low;
    private final double[] high;

    BoxMap(double[] low, double[] high) {
        this.low = low;
        this.high = high;
    }

    static BoxMap of(List<Double> low, List<Double> high) {
        return new BoxMap(array(low), array(high));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public int dimension() {
        return low.length;
    }

    @Override
    public Design apply(double[] xi) {
        double[] phi = new double[low.length];
        for (int j = 0; j < phi.length; j++) {
            phi[j] = Math.min(Math.max(forward(j, Require.finite(xi[j], "xi_" + j)), low[j]), high[j]);
        }
        return Design.of(phi);
    }

    private double forward(int j, double x) {
        if (low[j] == high[j]) {
            return low[j];
        }
        boolean floor = low[j] > Double.NEGATIVE_INFINITY;
        boolean ceiling = high[j] < Double.POSITIVE_INFINITY;
        if (floor && ceiling) {
            return low[j] + (high[j] - low[j]) * sigmoid(x);
        }
        return floor ? low[j] + softplus(x) : ceiling ? high[j] - softplus(-x) : x;
    }

    @Override
    public void pullback(double[] xi, double[] cotangent, double[] gradient) {
        for (int j = 0; j < low.length; j++) {
            gradient[j] += cotangent[j] * derivative(j, xi[j]);
        }
    }

    private double derivative(int j, double x) {
        if (low[j] == high[j]) {
            return 0;
        }
        boolean floor = low[j] > Double.NEGATIVE_INFINITY;
        boolean ceiling = high[j] < Double.POSITIVE_INFINITY;
        if (floor && ceiling) {
            return (high[j] - low[j]) * sigmoid(x) * sigmoid(-x);
        }
        return floor ? sigmoid(x) : ceiling ? sigmoid(-x) : 1;
    }

    @Override
    public double[] inverse(Design phi) {
        double[] xi = new double[low.length];
        for (int j = 0; j < xi.length; j++) {
            xi[j] = backward(j, phi.get(j));
        }
        return xi;
    }

    private double backward(int j, double value) {
        if (low[j] == high[j]) {
            return 0;
        }
        boolean floor = low[j] > Double.NEGATIVE_INFINITY;
        boolean ceiling = high[j] < Double.POSITIVE_INFINITY;
        if (floor && ceiling) {
            double share = (value - low[j]) / (high[j] - low[j]);
            double inside = Math.min(Math.max(share, MARGIN), 1 - MARGIN);
            return Math.log(inside / (1 - inside));
        }
        return floor ? softplusInverse(value - low[j]) : ceiling ? -softplusInverse(high[j] - value) : value;
    }

    private static double sigmoid(double x) {
        return x >= 0 ? 1 / (1 + Math.exp(-x)) : 1 - 1 / (1 + Math.exp(x));
    }

    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    private static double softplusInverse(double y) {
        double above = Math.max(y, MARGIN);
        return above + Math.log(-Math.expm1(-above));
    }
}
