package org.sed4j.core.game;

import org.sed4j.core.run.Checkpointed;

/**
 * An induced economy M^φ = (S, A^φ, T^φ, r^φ, Ω^φ, B^φ, γ^φ, μ_0^φ): what the players live in. One object may hold many
 * worlds of it side by side.
 *
 * <p>It holds the law of each world, the design φ in force there until somebody changes it, and beside it everybody's type
 * θ. The ring needs to know this little of it; {@code org.sed4j.core.pomg.Pomg} is the batched form with tensors.
 *
 * @paper 002, Definition 3.4
 */
public interface Economy extends Checkpointed {

    /** n, the number of players in each world. */
    int players();

    /** B, the number of worlds. */
    int worlds();

    /** The design in force in world b, {@code 0 ≤ b < B}. */
    Design law(int b);

    /** The mean over worlds of the designs in force, which is in Φ since Φ is convex; theirs if it is one and the same. O(B). */
    default Design law() {
        Design first = law(0);
        double[] mean = first.toArray();
        boolean same = true;
        for (int b = 1; b < worlds(); b++) {
            Design law = law(b);
            same &= law.equals(first);
            for (int j = 0; j < mean.length; j++) {
                mean[j] += law.get(j);
            }
        }
        for (int j = 0; j < mean.length; j++) {
            mean[j] /= worlds();
        }
        return same ? first : Design.of(mean);
    }

    /**
     * A hash of the state s of all worlds, types and the random streams' counters included and the designs in force left
     * out: enacting leaves it as it was.
     */
    long stateHash();

    /** Starts every world anew: s ~ μ_0, and φ_0 in force. An episode of the design game begins here. Types stay. */
    void reset();

    /**
     * Says what may be enacted until the next call: whatever is in Φ but farther than δ away is pulled to the edge of the
     * δ-ball, on the line from its centre. This is the only place where it is.
     *
     * @param feasible Φ, D and δ, and the centre of the ball
     * @param centre whether the ball is around {@code feasible}'s reference everywhere, or in each world around the design
     *     in force there now
     */
    void admit(FeasibleSet feasible, DesignGame.Reference centre);

    /**
     * Puts a design in force in every world, at a round's boundary: as far towards it as what is admitted allows.
     *
     * @throws IllegalArgumentException if it is not in Φ
     */
    void enact(Design design);

    /**
     * θ: takes up everybody's type, as part of the state from now on. Columns that this economy does not know, such as what
     * players only vote with, are not read.
     *
     * @throws IllegalArgumentException if a column that it needs is missing, or a value is not one it can live with
     */
    void adopt(TypeMatrix types);
}
