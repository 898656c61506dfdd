package org.sed4j.core.stackelberg;

import java.util.Comparator;
import java.util.List;

/**
 * How far a profile is from an equilibrium: for each player and type the most that a deviation gains, with the deviation
 * as a witness.
 *
 * <p>A certificate by an exact method proves: the profile is an ε-equilibrium if and only if {@link #gap} ≤ ε. One whose
 * deviations were searched for or learned proves only that the gap is no less.
 *
 * @param concept which equilibrium was checked
 * @param proof whether the gaps are exact or lower bounds
 * @param gaps one for each player and type
 * @paper 003, Definitions 3.1 to 3.3; 002, Definition 2.4 (δ-best response)
 */
public record Certificate(Concept concept, Proof proof, List<Gap> gaps) {
    /** Which equilibrium is claimed. */
    public enum Concept {
        /** Nash: players mix on their own. */
        NASH,
        /** Bayes-Nash: as each of their types. */
        BAYES_NASH,
        /** Correlated: no gain from any change of what one is told. */
        CE,
        /** Coarse correlated: no gain from one fixed action. */
        CCE,
        /** Bayesian coarse correlated: as each type, no gain from one fixed action. */
        B_CCE
    }

    /** What a gap is worth as evidence. */
    public enum Proof {
        /** The gap is this, up to rounding. */
        EXACT,
        /** The gap is at least this; nothing is claimed about how much more it may be. */
        LOWER_BOUND
    }

    /**
     * What one player gains, as one type, by the best deviation that was found.
     *
     * @param gain in the player's own payoff, conditional on the type; at least 0
     * @param deviation what gains it
     */
    public record Gap(double gain, Deviation deviation) {}

    public Certificate {
        gaps = List.copyOf(gaps);
    }

    /** The greatest gain of any player and type; 0 if there is nobody to gain. */
    public double gap() {
        return gaps.stream().mapToDouble(Gap::gain).max().orElse(0);
    }

    /** The deviation that gains {@link #gap}. */
    public Deviation witness() {
        return gaps.stream()
                .max(Comparator.comparingDouble(Gap::gain))
                .orElseThrow(() -> new IllegalStateException("A game without players has no deviation."))
                .deviation();
    }

    /**
     * Whether this proves an ε-equilibrium.
     *
     * @throws IllegalStateException if the gaps are only lower bounds, which prove nothing of the kind
     */
    public boolean proves(double epsilon) {
        if (proof == Proof.LOWER_BOUND && gap() <= epsilon) {
            throw new IllegalStateException("gap ≥ " + gap() + " does not show that it is at most " + epsilon
                    + ".\nMaybe certify by an exact best response in place of a learned one.");
        }
        return gap() <= epsilon;
    }

    /** "CCE gap = 0.2 (player 1, type 0 would play [0, 0])"; "≥" for a lower bound. */
    @Override
    public String toString() {
        String is = proof == Proof.EXACT ? " gap = " : " gap ≥ ";
        return gaps.isEmpty()
                ? concept + is + 0
                : concept + is + gap() + " (player " + witness().player() + ", type "
                        + witness().type() + " would play " + witness().plays() + ")";
    }
}
