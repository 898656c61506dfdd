package org.sed4j.core.game;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a principal hands over for a round: a design, or a policy that is asked at the economy's decision points. What is in
 * force stays in force until it changes it.
 *
 * @param <E> the economies it can govern
 */
public interface Government<E extends Economy> {

    /** The design to be in force in every world from the round's first step; if empty, the laws stay as they are. */
    default Optional<Design> opening() {
        return Optional.empty();
    }

    /** Called before the first step, with what is in force published: for whoever measures what changes. */
    default void begun(E economy) {}

    /**
     * Called where a decision is due, after players chose and before the world steps. Reads the principal's view and
     * enacts; if it does nothing, the law stays.
     */
    default void decide(E economy) {}

    /** Called after every step, with its rewards published and before ended worlds are reset. */
    default void stepped(E economy) {}

    /** A design from the first step on. */
    static <E extends Economy> Government<E> fixed(Design design) {
        Optional<Design> opening = Optional.of(design);
        return new Government<>() {
            @Override
            public Optional<Design> opening() {
                return opening;
            }
        };
    }

    /** Nobody changes the law. */
    static <E extends Economy> Government<E> standing() {
        return new Government<>() {};
    }

    /** One that governs as another does, while somebody looks on after every step. */
    static <E extends Economy> Government<E> watched(Government<? super E> government, Consumer<? super E> onlooker) {
        return new WatchedGovernment<>(government, onlooker);
    }
}
