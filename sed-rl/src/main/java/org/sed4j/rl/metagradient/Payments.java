package org.sed4j.rl.metagradient;

import org.sed4j.core.game.Require;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Settlement;

/**
 * Rewards of a recorded step as a function of the design, r = R(ledger, φ), with its derivative in φ, in double precision: what
 * {@link Settlement} says in floats.
 */
public interface Payments {

    /** Writes R(ledger, φ), n rewards, to {@code out}. */
    void rewards(float[] ledger, double[] design, double[] out);

    /** Adds (∂R/∂φ)ᵀ · cotangent to {@code gradient}. */
    void pullback(float[] ledger, double[] design, double[] cotangent, double[] gradient);

    /**
     * The payments of an economy.
     *
     * @throws IllegalArgumentException if its rewards are not settled, or nothing can be designed
     */
    static Payments of(Pomg economy) {
        int k = economy.spaces().design().dimension();
        Require.that(
                k > 0,
                "entries of the design",
                k,
                "must be at least 1 for a meta-gradient",
                "the economy is one that nobody designs");
        Settlement settlement = economy.settlement()
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "rewards of the economy (written by step) must be differentiable in the design: its World must "
                                        + "implement Settlement, so that they are settled from a ledger by a function with a "
                                        + "pullback.\nMaybe a baseline that needs no derivative, dual-RL say, is what is wanted."));
        return of(settlement, economy.spaces().players(), k);
    }

    /** The same of a settlement that pays n players under designs of k entries. */
    static Payments of(Settlement settlement, int players, int entries) {
        return new SettledPayments(settlement, players, entries);
    }
}
