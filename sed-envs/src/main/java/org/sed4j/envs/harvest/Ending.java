package org.sed4j.envs.harvest;

import org.sed4j.core.game.Require;
import org.sed4j.core.run.Rng;

/**
 * When an episode is cut off: from step {@code earliest} on, every {@code interval} steps, with a probability; at
 * {@code latest} for certain.
 *
 * <p>A cut is a truncation: the game would go on.
 *
 * @param earliest the first step after which the episode may end, at least 1
 * @param interval steps from one draw to the next, at least 1
 * @param probability of ending at each draw, in [0, 1]
 * @param latest the last step
 */
public record Ending(int earliest, int interval, double probability, int latest) {

    /** Melting Pot's: from 1000 on, each 100 steps with probability 0.15, at 5000 for certain. */
    public static final Ending MELTING_POT = new Ending(1000, 100, 0.15, 5000);

    public Ending {
        Require.atLeast(earliest, 1, "earliest end of an episode");
        Require.atLeast(interval, 1, "interval between chances to end");
        Require.within(probability, 0, 1, "probability of ending");
        Require.that(
                latest >= earliest,
                "latest end of an episode",
                latest,
                "must be at least the earliest (" + earliest + ")",
                "the two were swapped");
    }

    /** Episodes of a fixed length. */
    public static Ending after(int steps) {
        return new Ending(steps, 1, 1, steps);
    }

    /** Whether an episode is cut off after that step; draws only where chance decides. */
    public boolean falls(int step, Rng rng) {
        return step >= latest
                || (step >= earliest
                        && (step - earliest) % interval == 0
                        && (probability >= 1 || rng.chance(probability)));
    }
}
