package org.sed4j.envs.lineartax;

import org.sed4j.core.game.Require;

/**
 * The best rate on incomes above a threshold, where these are Pareto distributed.
 *
 * <p>Who would earn y z untaxed earns y (1-t)^e. Above the threshold, 1 in this unit, the mean income is a/(a-1) and people
 * number (1-t)^(a e), so the rate raises t (1-t)^(ae) / (a-1); it takes g · (1-t)^(ae) / (a-1) a unit of rate from the
 * payers, weighed g. The difference vanishes at t = (1-g)/(1-g+ae).
 *
 * <p>Source: Saez (2001), "Using elasticities to derive optimal income tax rates".
 *
 * @param tail a > 1, the Pareto parameter of incomes
 * @param elasticity e > 0
 * @param weight g in [0, 1], what a unit of consumption there counts for
 */
public record TopRate(double tail, double elasticity, double weight) {

    public TopRate {
        Require.that(
                tail > 1 && Double.isFinite(tail),
                "Pareto tail a",
                tail,
                "must be above 1",
                "its inverse was given, or incomes have no mean");
        Require.that(
                elasticity > 0 && Double.isFinite(elasticity),
                "elasticity e",
                elasticity,
                "must be positive",
                "a percentage was lost");
        Require.within(weight, 0, 1, "social weight g");
    }

    /** The best rate. */
    public double rate() {
        return (1 - weight) / (1 - weight + tail * elasticity);
    }

    /** What a rate raises, in units of the threshold for each who would be above it untaxed. */
    public double revenue(double t) {
        return t * Math.pow(1 - t, tail * elasticity) / (tail - 1);
    }

    /** Revenue less g times what payers lose to the rate, ∫_0^t (1-x)^(ae) dx / (a-1). */
    public double value(double t) {
        double power = 1 + tail * elasticity;
        return revenue(t) - weight * (1 - Math.pow(1 - t, power)) / power / (tail - 1);
    }
}
