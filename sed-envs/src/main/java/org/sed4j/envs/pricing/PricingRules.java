package org.sed4j.envs.pricing;

import java.util.Arrays;
import org.sed4j.core.game.Require;

/**
 * The numbers of the market with one price. Arrays are copied.
 *
 * @param worths u_i > 0, what the good is worth to buyer i; 2 to 100,000 buyers
 * @param precision λ > 0: a buyer's worth of the day is u_i plus logistic noise of scale 1/λ, which it sees; +∞ for no noise
 * @param highest price that may be set, positive
 * @param steps of a round, at least 1; each pays its share of the round's utility
 */
public record PricingRules(double[] worths, double precision, double highest, int steps) {
    private static final int MOST = 100_000;

    public PricingRules {
        worths = worths.clone();
        Require.that(
                worths.length >= 2 && worths.length <= MOST,
                "buyers",
                worths.length,
                "must be from 2 to " + MOST,
                "copies of one buyer can stand for many");
        for (int i = 0; i < worths.length; i++) {
            Require.that(
                    worths[i] > 0 && Double.isFinite(worths[i]),
                    "worth to buyer " + i,
                    worths[i],
                    "must be positive and finite",
                    "what it is worth more than its price was given");
        }
        Require.that(precision > 0, "precision λ", precision, "must be positive", "its inverse, the noise, was given");
        Require.that(
                highest > 0 && Double.isFinite(highest),
                "highest price",
                highest,
                "must be positive and finite",
                "nobody can be charged without end");
        Require.atLeast(steps, 1, "steps of a round");
    }

    /** n buyers to whom the good is worth 1, prices up to 3, ten steps a round. */
    public static PricingRules of(int buyers, double precision) {
        Require.atLeast(buyers, 2, "buyers");
        double[] worths = new double[buyers];
        Arrays.fill(worths, 1);
        return new PricingRules(worths, precision, 3, 10);
    }

    /** n. */
    public int players() {
        return worths.length;
    }

    /** Whether buyers' worths of the day vary. */
    public boolean noisy() {
        return precision < Double.POSITIVE_INFINITY;
    }

    @Override
    public double[] worths() {
        return worths.clone();
    }
}
