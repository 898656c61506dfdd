package org.sed4j.core.game;

import java.util.function.Consumer;

/**
 * What a principal hands over for a round: a design, or a policy that is asked at the economy's decision points.
 *
 * @param <E> the economies it can govern
 */
@FunctionalInterface
public interface Government<E extends Economy> {

    /** φ_k: the design in force from the round's first step. */
    Design design();

    /**
     * Called where a decision is due, after players chose and before the world steps. Reads the principal's view and
     * enacts; a fixed design does nothing.
     */
    default void decide(E economy) {}

    /** Called after every step, with its rewards published and before ended worlds are reset. */
    default void stepped(E economy) {}

    /** A design that stays in force. */
    static <E extends Economy> Government<E> fixed(Design design) {
        return () -> design;
    }

    /** One that governs as another does, while somebody looks on after every step. */
    static <E extends Economy> Government<E> watched(Government<? super E> government, Consumer<? super E> onlooker) {
        return new WatchedGovernment<>(government, onlooker);
    }
}
