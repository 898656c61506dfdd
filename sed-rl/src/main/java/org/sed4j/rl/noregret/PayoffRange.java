package org.sed4j.rl.noregret;

import org.sed4j.core.game.Require;

/**
 * Where followers' payoffs lie, so that no-regret rules can be given gains in [0, 1]: g = (u - low) / (high - low).
 *
 * @param low least payoff, in the game's units
 * @param high greatest payoff, above {@code low}
 */
public record PayoffRange(double low, double high) {
    private static final double ROUNDING = 1e-6; // designs are floats

    public PayoffRange {
        Require.finite(low, "least payoff");
        Require.finite(high, "greatest payoff");
        Require.that(
                low < high, "range of payoffs", low + ", " + high, "must not be empty", "low and high were swapped");
    }

    /** high - low. */
    public double width() {
        return high - low;
    }

    /**
     * The gain that a payoff is.
     *
     * @throws IllegalArgumentException if it is not in [0, 1]; the message says how to rescale
     */
    public double gain(double payoff, int follower) {
        double gain = (payoff - low) / (high - low);
        if (!(gain >= -ROUNDING && gain <= 1 + ROUNDING)) {
            throw new IllegalArgumentException(
                    "payoff (" + payoff + ") of follower " + follower + " must lie in [" + low
                            + ", " + high
                            + "], the range that the update divides by.\nMaybe a payment raises it: widen the range"
                            + " to what the leader's designs can do, and epsilon with it (MultiplicativeWeights.rescaled).");
        }
        return Math.min(Math.max(gain, 0), 1);
    }
}
