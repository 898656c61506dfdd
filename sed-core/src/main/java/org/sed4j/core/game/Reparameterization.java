package org.sed4j.core.game;

/**
 * A reparameterization R: R^L → Φ̂ that makes the principal's constrained problem unconstrained: every ξ is feasible, and
 * the game becomes I = (Ξ, P ∘ R).
 *
 * @implSpec onto the interior of Φ̂, and differentiable almost everywhere
 * @paper 002, section 3 (reparameterization of equation 1)
 */
public interface Reparameterization {

    /** L, the number of free parameters. */
    int dimension();

    /** φ = R(ξ); ξ has L entries, any finite values. */
    Design apply(double[] xi);

    /**
     * Adds the vector-Jacobian product (∂R/∂ξ)ᵀ · cotangent at ξ to {@code gradient}.
     *
     * @param cotangent k entries, ∂J/∂φ
     * @param gradient L entries, added to
     */
    void pullback(double[] xi, double[] cotangent, double[] gradient);

    /** Some ξ with R(ξ) as near φ as floating point allows; φ on the boundary is approached from inside. */
    double[] inverse(Design phi);
}
