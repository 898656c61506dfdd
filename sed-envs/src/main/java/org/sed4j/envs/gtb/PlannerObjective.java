package org.sed4j.envs.gtb;

import org.sed4j.core.game.Require;

/**
 * What the released code's planner maximises, read off a state; its reward is the change in a step.
 *
 * @param kind which
 * @param equality w ∈ [0, 1], the weight of equality; used by {@link Kind#EQUALITY_TIMES_MEAN}
 */
public record PlannerObjective(Kind kind, double equality) {

    /** Equality × mean coin: the default. */
    public static final PlannerObjective PAPER = new PlannerObjective(Kind.EQUALITY_TIMES_MEAN, 1);

    /** The three aggregates. Weights λ_i are proportional to 1/max(C_i, 1) and sum to 1. */
    public enum Kind {
        /** (w · eq + 1 - w) · Σ C_i / n. */
        EQUALITY_TIMES_MEAN,
        /** Σ λ_i C_i. */
        WEIGHTED_COIN,
        /** Σ λ_i u_i. */
        WEIGHTED_UTILITY
    }

    public PlannerObjective {
        Require.within(equality, 0, 1, "weight of equality");
    }
}
