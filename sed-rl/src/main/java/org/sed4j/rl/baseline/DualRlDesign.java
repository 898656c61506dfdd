package org.sed4j.rl.baseline;

import java.util.Optional;
import org.sed4j.rl.network.Layers;

/**
 * What a dual-RL designer is made from.
 *
 * @param layers from the principal's view to the outputs that the policy draws from
 * @param value layers of its value function, present exactly if the rule has one
 * @param stateNumbers how many of the principal's numbers, from the first, tell the state
 * @param policy what its draws become
 * @param rule how it learns
 */
public record DualRlDesign(
        Layers layers, Optional<Layers> value, int stateNumbers, DesignerPolicy policy, DualRlRule rule) {}
