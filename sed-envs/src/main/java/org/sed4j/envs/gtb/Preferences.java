package org.sed4j.envs.gtb;

import org.sed4j.core.game.Require;

/**
 * What players want: u = (C^(1-η) - 1)/(1-η) - w·e·L for coin C (escrow included) and labour L so far; log(C) in place of the
 * first term for η = 1, with coin below 1 counting as 1 there.
 *
 * <p>The weight w of labour can be phased in over all episodes of a world: w = 1 - exp(-k/K), where k counts what
 * {@code counting} says and is not reset with the episode.
 *
 * @param eta η ≥ 0, curvature of utility in coin
 * @param laborCost e ≥ 0
 * @param warmup K ≥ 0; 0 for w = 1 from the start
 * @param counting what k counts
 */
public record Preferences(double eta, double laborCost, double warmup, Counting counting) {

    /** Paper 004: η = 0.23, e = 0.21, no phasing in. */
    public static final Preferences PAPER = new Preferences(0.23, 0.21, 0, Counting.REWARDING_STEPS);

    /** What the phasing in of labour counts. */
    public enum Counting {
        /** Episodes completed. */
        EPISODES,
        /** Steps whose mean reward was above 0. */
        REWARDING_STEPS
    }

    public Preferences {
        Require.within(eta, 0, Double.MAX_VALUE, "curvature of utility");
        Require.within(laborCost, 0, Double.MAX_VALUE, "cost of labour");
        Require.within(warmup, 0, Double.MAX_VALUE, "steps of phasing in labour");
    }

    /** Utility of coin. */
    public double ofCoin(double coin) {
        if (eta == 1) {
            return StrictMath.log(Math.max(1, coin));
        }
        return (power(coin, 1 - eta) - 1) / (1 - eta);
    }

    /** x^p for x ≥ 0: the same on every machine, and unlike {@code StrictMath.pow} without allocation. */
    private static double power(double x, double p) {
        return p == 0 ? 1 : StrictMath.exp(p * StrictMath.log(x));
    }

    /**
     * The slope of {@link #ofCoin}, C^-η.
     *
     * @param coin less than 0.01 counts as 0.01, so that it stays finite
     */
    public double slope(double coin) {
        if (eta == 1) {
            return coin > 1 ? 1 / coin : 0;
        }
        return power(Math.max(coin, 0.01), -eta);
    }
}
