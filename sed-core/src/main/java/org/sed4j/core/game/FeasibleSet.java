package org.sed4j.core.game;

/**
 * The designs a principal may enact: Φ̂ = {φ ∈ Φ : D(φ_ref, φ) ≤ δ}.
 *
 * @param space Φ
 * @param reference φ_ref: φ_0 for ever, or the design of the round before, see {@link DesignGame.Reference}
 * @param divergence D
 * @param delta δ > 0; {@link Double#POSITIVE_INFINITY} leaves the principal unconstrained
 * @paper 002, Definition 3.3 and equation 1
 */
public record FeasibleSet(DesignSpace space, Design reference, Divergence divergence, double delta) {
    /** Designs are enacted as floats; this much of δ is forgiven for the rounding, relative to max(1, δ). */
    private static final double ROUNDING = 1e-6;

    public FeasibleSet {
        Require.that(
                delta > 0, "delta", delta, "must be positive", "no constraint was meant: use Double.POSITIVE_INFINITY");
        space.require(reference);
    }

    /** All of Φ. */
    public static FeasibleSet unconstrained(DesignSpace space, Design reference) {
        return new FeasibleSet(space, reference, Divergences.L2, Double.POSITIVE_INFINITY);
    }

    /** The same Φ, D and δ around another reference. */
    public FeasibleSet around(Design other) {
        return new FeasibleSet(space, other, divergence, delta);
    }

    /** Whether δ binds nothing. */
    public boolean isUnconstrained() {
        return delta == Double.POSITIVE_INFINITY;
    }

    /** What keeps φ out, in one sentence without a full stop; empty if φ ∈ Φ̂. */
    public String objection(Design phi) {
        String objection = space.objection(phi.toArray());
        if (!objection.isEmpty() || isUnconstrained()) {
            return objection;
        }
        double distance = divergence.between(reference, phi);
        return distance <= delta + ROUNDING * Math.max(1, delta)
                ? ""
                : divergence + " from the reference " + reference + " is " + distance + ", δ allows " + delta;
    }

    /**
     * The feasible design farthest towards φ on the line from the reference: φ itself if it may be enacted.
     *
     * <p>Φ is convex and D(φ_ref, ·) is star-shaped around φ_ref for all {@link Divergences}, so bisection finds it.
     *
     * @throws IllegalArgumentException if φ is not in Φ
     */
    public Design pull(Design phi) {
        space.require(phi);
        if (objection(phi).isEmpty()) {
            return phi;
        }
        double near = 0;
        double far = 1;
        for (int halving = 0; halving < 60; halving++) {
            double middle = (near + far) / 2;
            if (divergence.between(reference, between(phi, middle)) <= delta) {
                near = middle;
            } else {
                far = middle;
            }
        }
        return between(phi, near);
    }

    private Design between(Design phi, double share) {
        double[] point = reference.toArray();
        for (int j = 0; j < point.length; j++) {
            point[j] += share * (phi.get(j) - point[j]);
        }
        return Design.of(point);
    }

    /**
     * Returns φ if it may be enacted.
     *
     * @throws IllegalArgumentException naming what is violated otherwise
     */
    public Design require(Design phi) {
        String objection = objection(phi);
        if (!objection.isEmpty()) {
            throw new IllegalArgumentException("Design " + phi + " may not be enacted: " + objection + ".");
        }
        return phi;
    }
}
