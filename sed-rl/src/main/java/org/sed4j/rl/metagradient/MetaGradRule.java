package org.sed4j.rl.metagradient;

import java.util.Optional;
import org.sed4j.core.game.Require;
import org.sed4j.rl.policygradient.StepRule;
import org.sed4j.rl.policygradient.ValueRule;

/**
 * How a designer learns by meta-gradient.
 *
 * @param step how η moves along the gradient of the return
 * @param discount γ in [0, 1]
 * @param traceDecay λ of the designer's advantages in [0, 1]; 1 without a value function, for the return to go
 * @param value the designer's value function, or none
 * @param cost what incentives cost
 * @param costStep how η moves against the cost, beside the other step; empty to subtract {@code costWeight} · ψ from the one
 *     objective instead
 * @param costWeight weight of ψ where both share a step, at least 0
 * @param pipelined whether the validation episode is the next one to learn from, as in Algorithm 1; else every iteration plays
 *     two
 * @param quirks departures of published code
 * @paper 004, Algorithm 1
 */
public record MetaGradRule(
        StepRule step,
        double discount,
        double traceDecay,
        Optional<ValueRule> value,
        IncentiveCost cost,
        Optional<StepRule> costStep,
        double costWeight,
        boolean pipelined,
        Quirks quirks) {

    public MetaGradRule {
        ValueRule.requireAdvantages(value, discount, traceDecay, "the designer");
        Require.within(costWeight, 0, Double.MAX_VALUE, "weight of the cost");
    }

    /** Return to go, no cost, pipelined, no quirks. */
    public static MetaGradRule of(StepRule step, double discount) {
        return new MetaGradRule(
                step, discount, 1, Optional.empty(), IncentiveCost.NONE, Optional.empty(), 0, true, Quirks.none());
    }

    /** The same with a cost that is minimised by a step of its own. */
    public MetaGradRule charging(IncentiveCost what, StepRule by) {
        return new MetaGradRule(step, discount, traceDecay, value, what, Optional.of(by), 0, pipelined, quirks);
    }

    /** The same with a weighted cost inside the objective. */
    public MetaGradRule charging(IncentiveCost what, double weight) {
        return new MetaGradRule(step, discount, traceDecay, value, what, Optional.empty(), weight, pipelined, quirks);
    }

    /** The same with generalised advantages. */
    public MetaGradRule valuing(ValueRule by, double decay) {
        return new MetaGradRule(step, discount, decay, Optional.of(by), cost, costStep, costWeight, pipelined, quirks);
    }

    /** The same with a fresh episode to learn from in every iteration. */
    public MetaGradRule unpipelined() {
        return new MetaGradRule(step, discount, traceDecay, value, cost, costStep, costWeight, false, quirks);
    }

    /** The same with departures of published code. */
    public MetaGradRule with(Quirks departures) {
        return new MetaGradRule(step, discount, traceDecay, value, cost, costStep, costWeight, pipelined, departures);
    }
}
