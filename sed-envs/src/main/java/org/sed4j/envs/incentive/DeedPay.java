package org.sed4j.envs.incentive;

import org.sed4j.core.game.Require;

/**
 * Pay for deeds: R_i = base_i + φ[deed_i], or + φ[i] where it is the players themselves who are paid.
 *
 * <p>The ledger, 2n floats, holds base rewards, then deeds. A deed is an entry of the design, counted from 0.
 *
 * @param players n
 * @param byPlayer whether entry i is paid to player i, whatever it did
 * @paper 004, section 4.1
 */
public record DeedPay(int players, boolean byPlayer) {

    /**
     * The greatest incentive that a design may hold.
     *
     * @throws IllegalArgumentException if it is not positive and finite
     */
    public static void checkBound(double bound) {
        Require.that(
                bound > 0 && Double.isFinite(bound),
                "incentive bound",
                bound,
                "must be positive and finite",
                "no incentives at all are a fixed design of zeros, not a bound of zero");
    }

    /** Floats of a ledger, 2n. */
    public int ledger() {
        return 2 * players;
    }

    /** Enters what a player earned by itself and what it did. */
    public void enter(int player, float base, int deed, float[] ledger) {
        ledger[player] = base;
        ledger[players + player] = deed;
    }

    /** The deed of a player. */
    public int deed(int player, float[] ledger) {
        return (int) ledger[players + player];
    }

    /** What the design pays a player on top. */
    public float paid(int player, float[] ledger, float[] design) {
        return design[entry(player, ledger)];
    }

    private int entry(int player, float[] ledger) {
        return byPlayer ? player : deed(player, ledger);
    }

    /** Writes R, as {@link org.sed4j.core.pomg.Settlement#rewards}. */
    public void rewards(float[] ledger, float[] design, float[] out) {
        for (int i = 0; i < players; i++) {
            out[i] = ledger[i] + paid(i, ledger, design);
        }
    }

    /** Adds (∂R/∂φ)ᵀ · cotangent to the gradient, as {@link org.sed4j.core.pomg.Settlement#pullback}. */
    public void pullback(float[] ledger, float[] cotangent, float[] gradient) {
        for (int i = 0; i < players; i++) {
            gradient[entry(i, ledger)] += cotangent[i];
        }
    }
}
