package org.sed4j.core.mechanism;

import java.util.List;
import java.util.function.Function;

/**
 * A mechanism M = ({A_i}, g): the actions open to each agent and the outcome rule g: ×_i A_i → O.
 *
 * @param <A> actions
 * @param <O> outcomes; a lottery over outcomes is an outcome too, if utilities are expectations
 * @paper 002, Definition 2.5; 000, Definition 6
 */
public interface Mechanism<A, O> {

    /** A_i for each agent, in order. */
    List<List<A>> actions();

    /** g(a). */
    O outcome(List<A> actions);

    /** The mechanism with those actions and that rule. */
    static <A, O> Mechanism<A, O> of(List<List<A>> actions, Function<List<A>, O> rule) {
        List<List<A>> copy = actions.stream().map(List::copyOf).toList();
        return new Mechanism<>() {
            @Override
            public List<List<A>> actions() {
                return copy;
            }

            @Override
            public O outcome(List<A> profile) {
                return rule.apply(profile);
            }
        };
    }
}
