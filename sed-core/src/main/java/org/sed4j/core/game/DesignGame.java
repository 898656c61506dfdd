package org.sed4j.core.game;

/**
 * A social environment design game S = (Φ, P, φ_0, D, δ, Θ, O, f).
 *
 * <p>One leader and n followers play it online: each round votes, designs, lives, and the next round begins in the state
 * the last one ended in. {@link Rounds} plays it. Immutable.
 *
 * @param space Φ, the design space
 * @param implementation P, the policy implementation map
 * @param initial φ_0, in force before anyone designs
 * @param divergence D
 * @param delta δ > 0; infinite where the principal is unconstrained, as in the apple-picking game
 * @param reference whether D is measured from φ_0 or from the design of the round before
 * @param types Θ, the type space
 * @param objectives O, the alternatives
 * @param vote f, the social choice function
 * @param <E> the economies that P induces
 * @paper 002, Definition 3.1; 000, Definition 9; 001, Definition 1. Objectives are not indexed by the type dimension (a
 *     slip of the papers): O is a set of its own
 */
public record DesignGame<E extends Economy>(
        DesignSpace space,
        PolicyImplementation<E> implementation,
        Design initial,
        Divergence divergence,
        double delta,
        Reference reference,
        TypeSpace types,
        ObjectiveFamily objectives,
        VotingMechanism vote) {

    /** From where reform is measured. The papers write φ_0 and leave open whether it moves. */
    public enum Reference {
        /** φ_0 of the whole game, for ever. */
        INITIAL,
        /** The design in force when the round begins. */
        INCUMBENT
    }

    public DesignGame {
        Require.that(
                delta > 0, "delta", delta, "must be positive", "no constraint was meant: use Double.POSITIVE_INFINITY");
        space.require(initial);
    }

    /** An unconstrained game, in which φ is put in force as it is: no D and no δ, as in paper 002, section 4. */
    public static <E extends Economy> DesignGame<E> unconstrained(
            DesignSpace space, Design initial, TypeSpace types, ObjectiveFamily objectives, VotingMechanism vote) {
        return new DesignGame<>(
                space,
                PolicyImplementation.direct(),
                initial,
                Divergences.L2,
                Double.POSITIVE_INFINITY,
                Reference.INITIAL,
                types,
                objectives,
                vote);
    }

    /** Φ̂ for a round that begins with that design in force. */
    public FeasibleSet feasible(Design incumbent) {
        return new FeasibleSet(space, reference == Reference.INITIAL ? initial : incumbent, divergence, delta);
    }
}
