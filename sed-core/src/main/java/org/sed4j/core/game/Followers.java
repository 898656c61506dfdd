package org.sed4j.core.game;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import org.sed4j.core.run.Checkpointed;
import org.sed4j.core.run.Seed;

/**
 * The n followers: they report types to the vote, live in the economy the principal made, and learn.
 *
 * <p>{@code org.sed4j.core.pomg.conformance.FollowersContract} holds them to what is promised here.
 *
 * @param <E> the economies they can live in
 * @paper 002, section 3 ("Induced Economy")
 */
public interface Followers<E extends Economy> extends Checkpointed {

    /** Lives {@code steps} steps under a government, learning on the way if they learn. */
    Outcome live(E economy, Government<E> government, int steps, Seed seed);

    /**
     * What they report to the vote; truthful unless they are strategic.
     *
     * @param truth θ
     * @param vote f, which they know
     */
    default TypeMatrix reports(TypeMatrix truth, VotingMechanism vote, Seed seed) {
        return truth;
    }

    /** Followers equal to these that can live and learn without these noticing. */
    Followers<E> copy();

    /** Followers who act as these have learned to and learn no more: who is tested. What they do leaves these as they are. */
    Followers<E> frozen();

    /** Whether living changes them. Followers that do not learn can try many designs side by side in one batch. */
    default boolean learns() {
        return true;
    }

    /** Numbers worth logging each round, the same names in the same order in every one; NaN is "not measured". */
    default Map<String, Double> figures() {
        return Map.of();
    }

    /** Nothing to keep unless they learn. */
    @Override
    default void save(DataOutput out) throws IOException {}

    /** Nothing was kept unless they learn. */
    @Override
    default void load(DataInput in) throws IOException {}
}
