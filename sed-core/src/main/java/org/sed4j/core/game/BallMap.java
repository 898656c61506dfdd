package org.sed4j.core.game;

/**
 * Onto the L1 or L2 ball around a reference, cut by a box: φ_ref + δ · tanh(‖ξ‖) · ξ / ‖ξ‖, then clamped to the box.
 *
 * <p>The reference lies in the box, so clamping brings every entry nearer to it, and the ball is not left.
 */
final class BallMap implements Reparameterization {
    /** How near the sphere an inverse may start, as a share of δ. */
    private static final double MARGIN = 1e-12;

    private final DesignSpace.Box box;
    private final Design centre;
    private final double delta;
    private final boolean manhattan;

    /**
     * @param manhattan L1 rather than L2
     */
    BallMap(DesignSpace.Box box, Design centre, double delta, boolean manhattan) {
        this.box = box;
        this.centre = centre;
        this.delta = delta;
        this.manhattan = manhattan;
    }

    @Override
    public int dimension() {
        return centre.size();
    }

    @Override
    public Design apply(double[] xi) {
        double[] phi = unclamped(xi);
        for (int j = 0; j < phi.length; j++) {
            phi[j] = Math.min(Math.max(phi[j], box.low().get(j)), box.high().get(j));
        }
        return Design.of(phi);
    }

    private double[] unclamped(double[] xi) {
        double shrink = shrink(norm(xi));
        double[] phi = new double[xi.length];
        for (int j = 0; j < phi.length; j++) {
            phi[j] = centre.get(j) + delta * shrink * Require.finite(xi[j], "xi_" + j);
        }
        return phi;
    }

    /** tanh(r) / r, 1 at 0. */
    private static double shrink(double r) {
        return r == 0 ? 1 : Math.tanh(r) / r;
    }

    @Override
    public void pullback(double[] xi, double[] cotangent, double[] gradient) {
        double[] phi = unclamped(xi);
        double r = norm(xi);
        double shrink = shrink(r);
        // d(tanh(r)/r)/dr, by its series -2r/3 where the quotient would cancel.
        double cosh = Math.cosh(r);
        double bend = r < 1e-4 ? -2 * r / 3 : (1 / (cosh * cosh) - shrink) / r;
        double along = 0;
        for (int j = 0; j < phi.length; j++) {
            if (free(j, phi[j])) {
                gradient[j] += delta * shrink * cotangent[j];
                along += cotangent[j] * xi[j];
            }
        }
        for (int j = 0; j < phi.length && r > 0; j++) {
            double outward = manhattan ? Math.signum(xi[j]) : xi[j] / r;
            gradient[j] += delta * bend * along * outward;
        }
    }

    private boolean free(int j, double value) {
        return value >= box.low().get(j) && value <= box.high().get(j);
    }

    @Override
    public double[] inverse(Design phi) {
        double[] xi = new double[phi.size()];
        for (int j = 0; j < xi.length; j++) {
            xi[j] = (phi.get(j) - centre.get(j)) / delta;
        }
        double r = norm(xi);
        double inside = Math.min(r, 1 - MARGIN);
        double atanh = 0.5 * Math.log((1 + inside) / (1 - inside));
        for (int j = 0; j < xi.length && r > 0; j++) {
            xi[j] *= atanh / r;
        }
        return xi;
    }

    private double norm(double[] xi) {
        double sum = 0;
        for (double x : xi) {
            sum += manhattan ? Math.abs(x) : x * x;
        }
        return manhattan ? sum : Math.sqrt(sum);
    }
}
