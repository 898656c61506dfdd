package org.sed4j.rl.policygradient;

import org.sed4j.core.game.Require;

/**
 * How players' exploration falls: linearly, by (start - end) / duration an episode, to its end.
 *
 * @param start ε of the first episode, in [0, 1]
 * @param end ε from episode {@code duration} on, in [0, start]
 * @param duration episodes, at least 1
 */
public record Exploration(double start, double end, long duration) {
    public Exploration {
        Require.within(start, 0, 1, "exploration at the start");
        Require.within(end, 0, start, "exploration at the end");
        Require.that(
                duration >= 1, "episodes of exploration", duration, "must be at least 1", "a size was left at zero");
    }

    /** None at all. */
    public static Exploration none() {
        return new Exploration(0, 0, 1);
    }

    /** ε of an episode, counted from 0. */
    public double at(long episode) {
        return Math.max(end, start - episode * (start - end) / duration);
    }
}
