package org.sed4j.rl.policygradient;

import java.util.Optional;
import org.sed4j.core.game.Require;

/**
 * How a value function learns: one step on the mean squared TD(0) error a batch, (1/N) Σ (r_l + γ V̄(o_{l+1}) - V(o_l))², with the
 * bootstrapped value V̄ a constant.
 *
 * @param step how its parameters move
 * @param targetRate τ in (0, 1]: after a step the bootstrap's parameters move this share of the way to V's own; 1 for no
 *     separate bootstrap
 * @param stepsFirst whether V is stepped before it values the batch's advantages, which then depend on rewards through it; the
 *     published MetaGrad code values first
 */
public record ValueRule(StepRule step, double targetRate, boolean stepsFirst) {
    public ValueRule {
        Require.that(
                targetRate > 0 && targetRate <= 1,
                "target rate",
                targetRate,
                "must lie in (0, 1]",
                "1 - rate was meant; 1 is no separate target");
    }

    /**
     * Requires that advantages can be formed: γ and λ are shares, and without a value function λ is 1.
     *
     * @param whose advantages, in a message: {@code players}
     * @throws IllegalArgumentException if not
     */
    public static void requireAdvantages(Optional<ValueRule> value, double discount, double traceDecay, String whose) {
        Require.within(discount, 0, 1, "discount");
        Require.within(traceDecay, 0, 1, "trace decay");
        Require.that(
                value.isPresent() || traceDecay == 1,
                "trace decay of " + whose,
                traceDecay,
                "must be 1 without a value function",
                "an actor-critic was meant: give it a value rule");
    }

    /** Values first, then steps. */
    public static ValueRule of(StepRule step, double targetRate) {
        return new ValueRule(step, targetRate, false);
    }
}
