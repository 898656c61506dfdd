package org.sed4j.envs.lineartax;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.sed4j.core.game.Require;
import org.sed4j.envs.oracle.Levels;

/**
 * The numbers of the linear income tax. Arrays are copied.
 *
 * @param elasticity e > 0 of labour with respect to what is left of a wage
 * @param skills w_i > 0, what an hour of player i earns; 2 to 100,000 players
 * @param effort levels x in [0, 1]: player i works l = (x w_i)^e, so 1-t is what theory would have it choose at every skill
 * @param steps of a round, at least 1; each pays its share of the round's utility
 */
public record LinearTaxRules(double elasticity, double[] skills, Levels effort, int steps) {
    private static final int MOST = 100_000;
    private static final double STEEPEST = 100;

    public LinearTaxRules {
        skills = skills.clone();
        Require.that(
                skills.length >= 2 && skills.length <= MOST,
                "players with a skill",
                skills.length,
                "must be from 2 to " + MOST,
                "one player has nobody to redistribute to");
        Require.that(
                elasticity > 0 && elasticity <= STEEPEST,
                "elasticity e",
                elasticity,
                "must lie in (0, " + STEEPEST + "]",
                "its inverse, or a percentage, was given");
        for (int i = 0; i < skills.length; i++) {
            Require.that(
                    skills[i] > 0 && Double.isFinite(Math.pow(skills[i], 1 + elasticity)),
                    "skill of player " + i,
                    skills[i],
                    "must be positive and finite, its power 1 + e too",
                    "a logarithm was given in place of the skill");
        }
        effort.within(0, 1, "effort");
        Require.atLeast(steps, 1, "steps of a round");
    }

    /**
     * Skills of n players at the midpoints of equal shares of a lognormal of median 1.
     *
     * @param spread standard deviation of the logarithm, at least 0
     */
    public static double[] lognormal(int players, double spread) {
        NormalDistribution logs = new NormalDistribution(null, 0, 1);
        double[] skills = new double[players];
        for (int i = 0; i < players; i++) {
            skills[i] = StrictMath.exp(spread * logs.inverseCumulativeProbability((i + 0.5) / players));
        }
        return skills;
    }

    /** These players with 21 levels of effort, 0, 0.05, ..., 1, and ten steps a round. */
    public static LinearTaxRules of(double elasticity, double... skills) {
        return new LinearTaxRules(elasticity, skills, Levels.even(0, 1, 21), 10);
    }

    /** These rules with other levels of effort. */
    public LinearTaxRules withEffort(Levels other) {
        return new LinearTaxRules(elasticity, skills, other, steps);
    }

    /** These rules with longer or shorter rounds. */
    public LinearTaxRules withSteps(int other) {
        return new LinearTaxRules(elasticity, skills, effort, other);
    }

    /** n. */
    public int players() {
        return skills.length;
    }

    @Override
    public double[] skills() {
        return skills.clone();
    }

    /** w_i^(1+e), what player i earns untaxed, n numbers. */
    double[] earnings() {
        double[] earnings = new double[skills.length];
        for (int i = 0; i < earnings.length; i++) {
            earnings[i] = Math.pow(skills[i], 1 + elasticity);
        }
        return earnings;
    }
}
