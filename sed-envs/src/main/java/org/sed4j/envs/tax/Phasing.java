package org.sed4j.envs.tax;

import org.sed4j.core.game.Ramp;
import org.sed4j.core.game.Require;

/**
 * How taxation is phased in over training: a factor that grows in a straight line from {@code start} to 1.
 *
 * <p>The paper's curriculum bounds the rates that can be set ({@link #cap}); the published code multiplies the net transfers
 * instead, which, taxes being linear in the rates, is the same as enacting {@code factor · φ} ({@link #scaled}).
 *
 * @param start the factor in the first episode, in [0, 1]
 * @param episodes over how many episodes it grows; 0 for no phasing
 * @paper 002, appendix A ("tax annealing ... bounding the maximum tax percentage that can be set")
 */
public record Phasing(double start, int episodes) {

    /** No phasing: the factor is 1 from the first episode. */
    public static final Phasing NONE = new Phasing(1, 0);

    /** The published code's: from 0.1 over 2% of 100,000 episodes (d9ef0c3). */
    public static final Phasing PUBLISHED = new Phasing(0.1, 2000);

    public Phasing {
        Require.within(start, 0, 1, "start of the phasing of taxes");
        Require.atLeast(episodes, 0, "episodes of the phasing of taxes");
    }

    /** The factor in an episode, counted from 1. */
    public double factor(int episode) {
        Require.atLeast(episode, 1, "episode");
        return new Ramp(start, episodes).height(episode - 1);
    }

    /** A rate under the bound: at most {@link #factor}. */
    public double cap(double rate, int episode) {
        return Math.min(rate, factor(episode));
    }

    /** A rate times {@link #factor}: never above it either. */
    public double scaled(double rate, int episode) {
        return rate * factor(episode);
    }
}
