package org.sed4j.voting.axiom;

import org.sed4j.core.game.Require;

/**
 * How often something was seen, with a 95 % interval for how often it is.
 *
 * <p>The interval is Wilson's score interval, which keeps its coverage near 0 and 1 (Wilson 1927, "Probable inference, the law of
 * succession, and statistical inference", J. Am. Stat. Assoc. 22).
 *
 * @param hits how often it was seen
 * @param trials how often it could have been seen
 */
public record Rate(long hits, long trials) {
    /** The 97.5 % point of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    public Rate {
        Require.that(
                hits >= 0 && hits <= trials,
                "hits of a rate",
                hits,
                "must lie from 0 to " + trials,
                "the two were swapped");
    }

    /** The share seen; NaN without trials. */
    public double share() {
        return trials == 0 ? Double.NaN : (double) hits / trials;
    }

    /** The lower end of the interval; 0 without trials. */
    public double low() {
        return hits == 0 ? 0 : end(-1);
    }

    /** The upper end of the interval; 1 without trials. */
    public double high() {
        return hits == trials ? 1 : end(1);
    }

    private double end(int sign) {
        double n = trials;
        double square = Z * Z;
        double centre = share() + square / (2 * n);
        double half = Z * Math.sqrt(share() * (1 - share()) / n + square / (4 * n * n));
        return (centre + sign * half) / (1 + square / n);
    }
}
