package org.sed4j.core.mechanism;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.sed4j.core.stackelberg.Profiles;

/**
 * A mechanism with numbered actions and outcomes: M = ({A_i}, g).
 *
 * @param actions what each agent's actions are called
 * @param rule g, from the number of an action profile to the number of an outcome
 * @paper 000, Definition 7
 */
public record FiniteMechanism(List<List<String>> actions, IntUnaryOperator rule) {
    public FiniteMechanism {
        actions = actions.stream().map(List::copyOf).toList();
    }

    /** A, numbered. */
    public Profiles profiles() {
        return Profiles.of(actions.stream().mapToInt(List::size).toArray());
    }
}
