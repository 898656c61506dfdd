package org.sed4j.core.game;

/**
 * A divergence D(from, ·) that is convex in where it leads to and whose slope there is known, so that the designs within δ
 * form a convex set and a reparameterization onto them can be differentiated.
 */
public interface ConvexDivergence extends Divergence {

    /**
     * Writes ∂D(from, to)/∂to_j into {@code slope}; any subgradient where D has a kink.
     *
     * @param slope k entries, overwritten
     */
    void slope(Design from, Design to, double[] slope);
}
