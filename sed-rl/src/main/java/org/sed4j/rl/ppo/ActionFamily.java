package org.sed4j.rl.ppo;

import java.util.List;
import org.sed4j.core.run.Rng;

/**
 * A family of distributions over actions, and how a policy's scores pick one of it.
 *
 * <p>Axes: K scores of a row, H entries of an action. An action is H ints: numbers of choices, or the bits of floats for
 * real-valued ones, so that a rollout holds either. Stateless and thread-safe; nothing allocates.
 */
public interface ActionFamily {

    /** A product of categorical distributions, one for each head of that many choices; masked choices are never taken. */
    static ActionFamily choices(List<Integer> heads) {
        return new Choices(heads);
    }

    /** Independent normal distributions, one for each entry; the scores are H means and then H logarithms of deviations. */
    static ActionFamily normal(int entries) {
        return new Normals(entries, true);
    }

    /** The same with deviations of 1 for ever: the logarithms, which start at 0, are never moved. */
    static ActionFamily unitNormal(int entries) {
        return new Normals(entries, false);
    }

    /** Independent Dirichlet distributions, groups of that many shares; the scores pick concentrations above 1. */
    static ActionFamily dirichlet(int groups, int size) {
        return new Dirichlets(groups, size);
    }

    /** K. */
    int scores();

    /** H. */
    int entries();

    /** Makes the scores of a row at {@code at} ready for the other methods, in place; applied once to a row. */
    void normalise(float[] scores, int at, byte[] mask, int maskAt);

    /** Draws an action and returns its log-probability (density), nats. */
    float draw(float[] scores, int at, Rng rng, int[] actions, int actionAt);

    /** Takes the likeliest action, the lowest choice among equals, and returns its log-probability (density). */
    float greedy(float[] scores, int at, int[] actions, int actionAt);

    /** The log-probability (density) of an action. */
    float logProbability(float[] scores, int at, int[] actions, int actionAt);

    /**
     * Writes the derivative with respect to the scores, before {@link #normalise}, of {@code weight · log p(action) + bonus ·
     * entropy}, and returns the entropy.
     */
    double differentiate(
            float[] scores,
            int at,
            int[] actions,
            int actionAt,
            double weight,
            double bonus,
            float[] cotangent,
            int cotangentAt);
}
