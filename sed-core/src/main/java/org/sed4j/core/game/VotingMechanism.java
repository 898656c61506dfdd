package org.sed4j.core.game;

import java.util.Arrays;

/**
 * A voting mechanism V = (O, f, Θ): the social choice function f: Θ → O that turns reports into an objective.
 *
 * @paper 002, Definition 3.2; 000, Definition 10
 */
@FunctionalInterface
public interface VotingMechanism {

    /** O = f(θ_0, θ_-0): counts the reports. */
    Election elect(Vote vote);

    /** No vote: always the objective with these parameters in its family, whatever is reported. */
    static VotingMechanism always(double... parameters) {
        return new Unvoted(Arrays.stream(parameters).boxed().toList());
    }
}
