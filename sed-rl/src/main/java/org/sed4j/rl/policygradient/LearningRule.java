package org.sed4j.rl.policygradient;

import java.util.Optional;
import org.sed4j.core.game.Require;

/**
 * How players learn: what one {@link PolicyUpdate} is told.
 *
 * <p>The ascent direction of an epoch is κ Σ_t (ω_t ρ_t A_t ∇log π(a_t|o_t) + β ∇H(π(.|o_t))) with κ = 1 or 1/N; REINFORCE and
 * actor-critic are one epoch (ρ = 1, ω = 1), PPO several, with ρ the ratio to the first epoch's probabilities and ω = 0 where
 * the clipped branch of its objective is active.
 *
 * @param step how the policy's parameters move
 * @param discount γ in [0, 1]
 * @param traceDecay λ in [0, 1]: 1 for the reward to go, 0 for TD(0), between for GAE
 * @param value the value function, or none: advantages are then discounted sums of rewards
 * @param reduction whether gradients of transitions are summed or averaged
 * @param entropyBonus β, at least 0
 * @param normalises whether advantages are centred and scaled to unit deviation over a learner's batch
 * @param epochs steps taken with one batch, at least 1
 * @param clipRange PPO's clip, above 0; infinite for none
 * @param gradientNorm greatest norm of an epoch's direction, above 0; infinite for none
 */
public record LearningRule(
        StepRule step,
        double discount,
        double traceDecay,
        Optional<ValueRule> value,
        Reduction reduction,
        double entropyBonus,
        boolean normalises,
        int epochs,
        double clipRange,
        double gradientNorm) {

    /** How gradients of single transitions make that of a batch. */
    public enum Reduction {
        /** Σ_t. */
        SUM,
        /** (1/N) Σ_t. */
        MEAN
    }

    public LearningRule {
        ValueRule.requireAdvantages(value, discount, traceDecay, "players");
        Require.within(entropyBonus, 0, Double.MAX_VALUE, "entropy bonus");
        Require.atLeast(epochs, 1, "epochs");
        Require.that(clipRange > 0, "clip range", clipRange, "must be positive", "0 was meant as \"off\"");
        Require.that(gradientNorm > 0, "gradient norm", gradientNorm, "must be positive", "0 was meant as \"off\"");
    }

    /** REINFORCE with the reward to go, no baseline, summed. */
    public static LearningRule reinforce(StepRule step, double discount, double entropyBonus) {
        return new LearningRule(
                step,
                discount,
                1,
                Optional.empty(),
                Reduction.SUM,
                entropyBonus,
                false,
                1,
                Double.POSITIVE_INFINITY,
                Double.POSITIVE_INFINITY);
    }

    /** Actor-critic, averaged; λ = 0 is the one-step TD error. */
    public static LearningRule actorCritic(
            StepRule step, ValueRule value, double discount, double traceDecay, double entropyBonus) {
        return new LearningRule(
                step,
                discount,
                traceDecay,
                Optional.of(value),
                Reduction.MEAN,
                entropyBonus,
                false,
                1,
                Double.POSITIVE_INFINITY,
                Double.POSITIVE_INFINITY);
    }

    /** The same with several clipped epochs over one batch: PPO. */
    public LearningRule clipped(int times, double range) {
        return new LearningRule(
                step, discount, traceDecay, value, reduction, entropyBonus, normalises, times, range, gradientNorm);
    }

    /** The same with advantages centred and scaled. */
    public LearningRule normalised() {
        return new LearningRule(
                step, discount, traceDecay, value, reduction, entropyBonus, true, epochs, clipRange, gradientNorm);
    }

    /** The same, reduced otherwise. */
    public LearningRule reduced(Reduction other) {
        return new LearningRule(
                step, discount, traceDecay, value, other, entropyBonus, normalises, epochs, clipRange, gradientNorm);
    }

    /** The same with a greatest norm of a direction. */
    public LearningRule bounded(double norm) {
        return new LearningRule(
                step, discount, traceDecay, value, reduction, entropyBonus, normalises, epochs, clipRange, norm);
    }
}
