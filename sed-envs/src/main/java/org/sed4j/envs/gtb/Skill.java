package org.sed4j.envs.gtb;

import org.sed4j.core.run.Rng;

/**
 * How skills are drawn at the beginning of an episode.
 *
 * <p>Source: the released code of the AI Economist: Lomax draws with shape 4 for building and 3 for gathering, log-normal
 * ones with parameters (-1, 0.5) and (-2.022, 0.938).
 */
public enum Skill {
    /** Everybody alike. */
    NONE,
    /** Lomax: heavy-tailed. */
    PARETO,
    /** Log-normal. */
    LOGNORMAL;

    private static final double MOST_BONUS = 2;

    /** A raw building skill; 1 if everybody is alike. */
    double building(Rng rng) {
        return switch (this) {
            case NONE -> 1;
            case PARETO -> 1 / Math.sqrt(Math.sqrt(1 - rng.uniform())) - 1;
            case LOGNORMAL -> StrictMath.exp(-1 + 0.5 * normal(rng));
        };
    }

    /** The probability of a second unit when gathering. */
    double bonus(Rng rng) {
        return switch (this) {
            case NONE -> 0;
            case PARETO -> Math.min(MOST_BONUS, 1 / StrictMath.cbrt(1 - rng.uniform()) - 1) / MOST_BONUS;
            case LOGNORMAL -> Math.min(MOST_BONUS, StrictMath.exp(-2.022 + 0.938 * normal(rng))) / MOST_BONUS;
        };
    }

    /** A standard normal draw of exactly specified arithmetic (Box and Muller 1958). */
    private static double normal(Rng rng) {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - rng.uniform()));
        return radius * StrictMath.cos(2 * Math.PI * rng.uniform());
    }
}
