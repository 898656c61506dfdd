package org.sed4j.core.game;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import org.sed4j.core.run.Checkpointed;

/**
 * The leader of the Stackelberg game: chooses the rules, or the policy that sets them, for the objective it was given.
 *
 * <p>It serves its {@link Mandate}: the objective that was elected, which may be another in every round. What it enacts is
 * pulled into Φ̂ by the economy. {@code org.sed4j.core.pomg.conformance.PrincipalContract} holds it to what is promised here.
 *
 * @param <E> the economies it can govern
 * @paper 002, Definition 3.3 and equation 1
 */
public interface Principal<E extends Economy> extends Checkpointed {

    /** max_φ O(φ, π) subject to D(φ_ref, φ) ≤ δ, as well as this principal can. */
    Government<E> govern(Mandate mandate);

    /** Learns from what followed. */
    default void learn(Mandate mandate, Outcome outcome) {}

    /**
     * One that governs as this one has learned to, with all its powers, and learns no more: who is tested. What it does
     * leaves this one as it is.
     */
    Principal<E> frozen();

    /** Numbers worth logging each round, the same names in the same order in every one; NaN is "not measured". */
    default Map<String, Double> figures() {
        return Map.of();
    }

    /** Nothing to keep unless the principal learns. */
    @Override
    default void save(DataOutput out) throws IOException {}

    /** Nothing was kept unless the principal learns. */
    @Override
    default void load(DataInput in) throws IOException {}

    /** A principal that enacts one design at every round's start, as far as it may. */
    static <E extends Economy> Principal<E> fixed(Design design) {
        return always(Government.fixed(design));
    }

    /** A principal that leaves the law as it is. */
    static <E extends Economy> Principal<E> idle() {
        return always(Government.standing());
    }

    /** A principal that hands over the same government, which keeps no state, in every round. */
    static <E extends Economy> Principal<E> always(Government<E> government) {
        return new Unlearning<>(government);
    }
}
