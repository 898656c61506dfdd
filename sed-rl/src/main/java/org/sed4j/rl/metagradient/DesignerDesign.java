package org.sed4j.rl.metagradient;

import java.util.Optional;
import org.sed4j.core.game.Require;
import org.sed4j.rl.network.Layers;

/**
 * What a designer is made from.
 *
 * @param incentives layers from the principal's view to one output without activation for each entry of the design
 * @param value layers from the principal's state to one value; needed exactly if the rule has a value function
 * @param stateNumbers how many of the principal's numbers, from the first, tell the state; the others tell the actions about to
 *     be played, which a baseline must not see
 * @param rule how it learns
 */
public record DesignerDesign(Layers incentives, Optional<Layers> value, int stateNumbers, MetaGradRule rule) {
    public DesignerDesign {
        Require.that(
                value.isPresent() == rule.value().isPresent(),
                "layers of the designer's value function",
                value.isPresent() ? "given" : "none",
                rule.value().isPresent()
                        ? "must be given, since the rule has one"
                        : "must be none: the rule has no value",
                "rule and layers were made for different designers");
        Require.atLeast(stateNumbers, 0, "numbers that tell the state");
    }
}
