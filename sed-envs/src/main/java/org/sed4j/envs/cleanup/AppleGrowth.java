package org.sed4j.envs.cleanup;

import org.sed4j.core.game.Require;

/**
 * How likely an empty apple site grows an apple in a step, given the share d of polluted water: {@code rate} up to restoration,
 * nothing from depletion on, falling linearly between.
 *
 * @param rate the greatest probability, in [0, 1]
 * @param depletion the least share of pollution at which nothing grows, in (restoration, 1]
 * @param restoration the greatest share at which growth is full, at least 0
 */
public record AppleGrowth(double rate, double depletion, double restoration) {
    public AppleGrowth {
        Require.within(rate, 0, 1, "apple growth rate");
        Require.within(restoration, 0, 1, "threshold of restoration");
        Require.that(
                depletion > restoration && depletion <= 1,
                "threshold of depletion",
                depletion,
                "must lie in (" + restoration + ", 1]",
                "depletion and restoration were swapped");
    }

    /** The probability at that share of pollution. */
    public double at(double pollution) {
        if (pollution >= depletion) {
            return 0;
        }
        return pollution <= restoration ? rate : rate * (1 - (pollution - restoration) / (depletion - restoration));
    }
}
