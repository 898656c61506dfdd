package org.sed4j.core.game;

/**
 * The reparameterizations R: R^L → Φ̂ of the library, chosen by the shape of the feasible set.
 *
 * <table>
 * <caption>Which map for which set</caption>
 * <tr><th>Φ</th><th>D</th><th>R</th></tr>
 * <tr><td>box</td><td>none</td><td>scaled sigmoid; softplus above a single bound, identity where there is none</td></tr>
 * <tr><td>box</td><td>L∞</td><td>scaled sigmoid over the intersection, itself a box</td></tr>
 * <tr><td>box</td><td>L1, L2</td><td>radial tanh, then clamped to the box</td></tr>
 * <tr><td>simplex</td><td>none</td><td>softmax</td></tr>
 * <tr><td>either</td><td>any other {@link ConvexDivergence}</td><td>the map onto Φ, pulled towards the reference by the
 * largest feasible mixture weight</td></tr>
 * </table>
 *
 * <p>Each is onto the interior of Φ̂ and differentiable almost everywhere. L = k for all of them.
 *
 * @paper 002, section 3 (R: Ξ → Φ̂, I = (Ξ, P ∘ R)); 000, Definition 11, which writes f for it
 */
public final class Reparameterizations {
    private Reparameterizations() {}

    /**
     * The map onto that set.
     *
     * @throws IllegalArgumentException if D is neither one of {@link Divergences} nor a {@link ConvexDivergence} and δ is
     *     finite: nothing is known of the shape of Φ̂ then
     */
    public static Reparameterization of(FeasibleSet feasible) {
        DesignSpace space = feasible.space();
        if (feasible.isUnconstrained()) {
            return onto(space);
        }
        if (space instanceof DesignSpace.Box box && feasible.divergence() == Divergences.LINF) {
            return cut(box, feasible.reference(), feasible.delta());
        }
        boolean manhattan = feasible.divergence() == Divergences.L1;
        if (space instanceof DesignSpace.Box box && (manhattan || feasible.divergence() == Divergences.L2)) {
            return new BallMap(box, feasible.reference(), feasible.delta(), manhattan);
        }
        if (feasible.divergence() instanceof ConvexDivergence convex) {
            Reparameterization onto =
                    Double.isFinite(convex.between(feasible.reference(), inside(onto(space), space.dimension())))
                            ? onto(space)
                            : supported(space, feasible.reference());
            return new PulledMap(onto, feasible.reference(), convex, feasible.delta());
        }
        throw new IllegalArgumentException("divergence (" + feasible.divergence()
                + ") must be a ConvexDivergence to be reparameterized.\nMaybe implement ConvexDivergence with its slope,"
                + " or use one of Divergences or Bregman.");
    }

    private static Reparameterization onto(DesignSpace space) {
        return space instanceof DesignSpace.Box box
                ? BoxMap.of(box.low(), box.high())
                : SoftmaxMap.full(space.dimension());
    }

    private static Design inside(Reparameterization onto, int k) {
        return onto.apply(new double[k]);
    }

    /** The map onto those designs that are 0 wherever the reference is: the others are infinitely far. */
    private static Reparameterization supported(DesignSpace space, Design reference) {
        int k = reference.size();
        boolean[] support = new boolean[k];
        double[] low = new double[k];
        double[] high = new double[k];
        for (int j = 0; j < k; j++) {
            support[j] = reference.get(j) != 0;
            if (support[j] && space instanceof DesignSpace.Box box) {
                low[j] = box.low().get(j);
                high[j] = box.high().get(j);
            }
        }
        return space instanceof DesignSpace.Box ? new BoxMap(low, high) : new SoftmaxMap(support);
    }

    private static BoxMap cut(DesignSpace.Box box, Design reference, double delta) {
        double[] low = new double[reference.size()];
        double[] high = new double[low.length];
        for (int j = 0; j < low.length; j++) {
            low[j] = Math.max(box.low().get(j), reference.get(j) - delta);
            high[j] = Math.min(box.high().get(j), reference.get(j) + delta);
        }
        return new BoxMap(low, high);
    }
}
