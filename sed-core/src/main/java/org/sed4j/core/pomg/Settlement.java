package org.sed4j.core.pomg;

/**
 * A world whose rewards are a function of a ledger and the design, r = R(ledger, φ), differentiable in φ.
 *
 * <p>{@code step} leaves in the ledger what rewards are computed from; the engine then pays through {@link #rewards}, so
 * that what was paid and what a learner re-evaluates later at another φ are one function. Where payments move state too
 * (coin in a purse), {@code step} calls the same code. Nothing stores Jacobians: learners record ledgers.
 *
 * @implSpec {@code rewards} and {@code pullback} depend on their arguments and on configuration only, never on state, so
 *     that ledgers recorded long ago can be settled again
 */
public interface Settlement {

    /** What the last step left to settle, {@link Spaces#ledger()} floats; state or output, never scratch. */
    float[] ledger();

    /** Writes R(ledger, φ), n rewards, to {@code out}. */
    void rewards(float[] ledger, float[] design, float[] out);

    /**
     * Adds (∂R/∂φ)ᵀ · cotangent to {@code gradient}.
     *
     * @param cotangent n numbers, ∂J/∂r
     * @param gradient k numbers, ∂J/∂φ, added to
     */
    void pullback(float[] ledger, float[] design, float[] cotangent, float[] gradient);
}
