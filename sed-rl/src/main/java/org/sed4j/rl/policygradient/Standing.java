package org.sed4j.rl.policygradient;

import org.jspecify.annotations.Nullable;
import org.sed4j.rl.network.Rows;
import org.sed4j.rl.network.Tape;

/** Where a tape stands and what it evaluated last, so that standing there again costs nothing. */
final class Standing {
    private final Tape tape;
    private double[] theta = {};
    private @Nullable Object episode;
    private double[] scores = {};

    Standing(Tape tape) {
        this.tape = tape;
    }

    Tape tape() {
        return tape;
    }

    /** The scores of an episode's rows at θ, which nobody writes. */
    double[] at(double[] theta, Trajectory trajectory, Rows rows, int count) {
        if (theta != this.theta || trajectory.episode() != episode) {
            tape.bind(theta);
            scores = tape.evaluate(rows, count);
            this.theta = theta;
            this.episode = trajectory.episode();
        }
        return scores;
    }
}
