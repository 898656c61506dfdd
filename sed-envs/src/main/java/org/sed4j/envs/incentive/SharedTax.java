package org.sed4j.envs.incentive;

/**
 * A tax that comes back: R_i = own_i + t · (mean_{j≠i} x_j - x_i) with x taxed at a rate t, the design's only entry.
 *
 * <p>What a player is handed comes from the others, so that the budget balances and nobody's choice is moved by what it gets
 * back of its own. The ledger, 2n floats, holds what is taxed, then what is owned before the tax.
 *
 * @param players n ≥ 2
 */
public record SharedTax(int players) {

    /** Floats of a ledger, 2n. */
    public int ledger() {
        return 2 * players;
    }

    /** Enters what of a player is taxed, and what it has before that. */
    public void enter(int player, float taxed, float own, float[] ledger) {
        ledger[player] = taxed;
        ledger[players + player] = own;
    }

    /** The sum of what is taxed. */
    public double total(float[] ledger) {
        double all = 0;
        for (int i = 0; i < players; i++) {
            all += ledger[i];
        }
        return all;
    }

    /** The mean of what is taxed over all others. */
    public double others(double total, float own) {
        return (total - own) / (players - 1);
    }

    /** Writes R, as {@link org.sed4j.core.pomg.Settlement#rewards}. */
    public void rewards(float[] ledger, float[] design, float[] out) {
        double total = total(ledger);
        for (int i = 0; i < players; i++) {
            out[i] = (float) (ledger[players + i] + design[0] * (others(total, ledger[i]) - ledger[i]));
        }
    }

    /** Adds (∂R/∂t)ᵀ · cotangent to the gradient, as {@link org.sed4j.core.pomg.Settlement#pullback}. */
    public void pullback(float[] ledger, float[] cotangent, float[] gradient) {
        double total = total(ledger);
        double sum = 0;
        for (int i = 0; i < players; i++) {
            sum += cotangent[i] * (others(total, ledger[i]) - ledger[i]);
        }
        gradient[0] += (float) sum;
    }
}
