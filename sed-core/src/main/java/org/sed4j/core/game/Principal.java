package org.sed4j.core.game;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.function.Consumer;
import org.sed4j.core.run.Checkpointed;

/**
 * The leader of the Stackelberg game: chooses the rules, or the policy that sets them, for the objective it was given.
 *
 * @param <E> the economies it can govern
 * @paper 002, Definition 3.3 and equation 1
 */
@FunctionalInterface
public interface Principal<E extends Economy> extends Checkpointed {

    /** max_φ O(φ, π) subject to D(φ_ref, φ) ≤ δ, as well as this principal can. */
    Government<E> govern(Mandate mandate);

    /** Learns from what followed. */
    default void learn(Mandate mandate, Outcome outcome) {}

    /** Nothing to keep unless the principal learns. */
    @Override
    default void save(DataOutput out) throws IOException {}

    /** Nothing was kept unless the principal learns. */
    @Override
    default void load(DataInput in) throws IOException {}

    /** A principal that enacts one design for ever. */
    static <E extends Economy> Principal<E> fixed(Design design) {
        return mandate -> Government.fixed(mandate.feasible().require(design));
    }

    /** One that governs and learns as another does, while somebody looks on after every step. */
    static <E extends Economy> Principal<E> watched(Principal<E> principal, Consumer<? super E> onlooker) {
        return new WatchedPrincipal<>(principal, onlooker);
    }
}
