package org.sed4j.core.game;

import org.sed4j.core.run.Checkpointed;

/**
 * An induced economy M^φ = (S, A^φ, T^φ, r^φ, Ω^φ, B^φ, γ^φ, μ_0^φ): what the players live in. One object may hold many
 * worlds of it side by side.
 *
 * <p>The ring needs to know this little of it; {@code org.sed4j.core.pomg.Pomg} is the batched form with tensors.
 *
 * @paper 002, Definition 3.4
 */
public interface Economy extends Checkpointed {

    /** n, the number of players in each world. */
    int players();

    /**
     * A hash of the state s of all worlds, the random streams' counters included and the design in force left out:
     * enacting a design leaves it as it was.
     */
    long stateHash();

    /** Starts every world anew: s ~ μ_0, and φ_0 in force. An episode of the design game begins here. */
    void reset();
}
