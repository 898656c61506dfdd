package org.sed4j.rl.baseline;

import java.util.Optional;
import org.sed4j.core.game.Require;
import org.sed4j.rl.policygradient.StepRule;
import org.sed4j.rl.policygradient.ValueRule;

/**
 * How a designer learns by reward.
 *
 * @param step how its policy's parameters move
 * @param discount γ in [0, 1]
 * @param traceDecay λ in [0, 1]; 1 without a value function
 * @param value its value function, or none
 * @param entropyBonus at least 0
 */
public record DualRlRule(
        StepRule step, double discount, double traceDecay, Optional<ValueRule> value, double entropyBonus) {
    public DualRlRule {
        ValueRule.requireAdvantages(value, discount, traceDecay, "the designer");
        Require.within(entropyBonus, 0, Double.MAX_VALUE, "entropy bonus");
    }
}
