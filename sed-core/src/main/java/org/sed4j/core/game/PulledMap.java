package org.sed4j.core.game;

/**
 * Onto {φ ∈ Φ : D(φ_ref, φ) ≤ δ} for a convex Φ and a convex D: a point p of Φ, pulled straight towards the reference by
 * the largest weight that is feasible, φ = φ_ref + w · (p - φ_ref).
 *
 * <p>w = 1 where p is feasible, so every feasible φ is reached. Otherwise D(φ_ref, φ) = δ defines w as a function of p,
 * and is differentiated implicitly: with g = ∂D/∂φ, dw = -w ⟨g, dp⟩ / ⟨g, p - φ_ref⟩.
 */
final class PulledMap implements Reparameterization {
    /** Halvings of [0, 1] when looking for w: below the spacing of doubles. */
    private static final int HALVINGS = 60;

    private final Reparameterization onto;
    private final Design reference;
    private final ConvexDivergence divergence;
    private final double delta;

    PulledMap(Reparameterization onto, Design reference, ConvexDivergence divergence, double delta) {
        this.onto = onto;
        this.reference = reference;
        this.divergence = divergence;
        this.delta = delta;
    }

    @Override
    public int dimension() {
        return onto.dimension();
    }

    @Override
    public Design apply(double[] xi) {
        Design p = onto.apply(xi);
        return mixture(weight(p), p);
    }

    private Design mixture(double w, Design p) {
        if (w == 1) {
            return p;
        }
        double[] phi = new double[p.size()];
        for (int j = 0; j < phi.length; j++) {
            phi[j] = (1 - w) * reference.get(j) + w * p.get(j);
        }
        return Design.of(phi);
    }

    private double weight(Design p) {
        if (divergence.between(reference, p) <= delta) {
            return 1;
        }
        double feasible = 0;
        double infeasible = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (feasible + infeasible) / 2;
            if (divergence.between(reference, mixture(middle, p)) <= delta) {
                feasible = middle;
            } else {
                infeasible = middle;
            }
        }
        return feasible;
    }

    @Override
    public void pullback(double[] xi, double[] cotangent, double[] gradient) {
        Design p = onto.apply(xi);
        double w = weight(p);
        if (w == 1) {
            onto.pullback(xi, cotangent, gradient);
            return;
        }
        double[] slope = new double[p.size()];
        divergence.slope(reference, mixture(w, p), slope);
        double outward = 0;
        double along = 0;
        for (int j = 0; j < slope.length; j++) {
            double step = p.get(j) - reference.get(j);
            outward += step == 0 ? 0 : slope[j] * step;
            along += cotangent[j] * step;
        }
        double[] pulled = new double[slope.length];
        for (int j = 0; j < pulled.length; j++) {
            pulled[j] = w * (cotangent[j] - (outward == 0 ? 0 : along * slope[j] / outward));
        }
        onto.pullback(xi, pulled, gradient);
    }

    @Override
    public double[] inverse(Design phi) {
        return onto.inverse(phi);
    }
}
