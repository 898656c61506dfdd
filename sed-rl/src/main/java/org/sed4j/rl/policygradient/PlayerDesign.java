package org.sed4j.rl.policygradient;

import java.util.Optional;
import org.sed4j.core.game.Require;
import org.sed4j.rl.network.Layers;

/**
 * What a learner is made from.
 *
 * @param policy layers from a player's view to scores, one for each choice of each head
 * @param value layers from a player's view to one value; needed exactly if the rule has a value function
 * @param rule how it learns
 */
public record PlayerDesign(Layers policy, Optional<Layers> value, LearningRule rule) {
    public PlayerDesign {
        Require.that(
                value.isPresent() == rule.value().isPresent(),
                "layers of a value function",
                value.isPresent() ? "given" : "none",
                rule.value().isPresent()
                        ? "must be given, since the rule has one"
                        : "must be none: the rule has no value",
                "rule and layers were made for different learners");
    }
}
