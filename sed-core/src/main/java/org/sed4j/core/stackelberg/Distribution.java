package org.sed4j.core.stackelberg;

import java.util.Arrays;
import org.sed4j.core.game.Require;
import org.sed4j.core.run.Rng;

/**
 * A probability distribution over k things numbered from 0: a mixed strategy, a joint distribution over profiles, a prior.
 *
 * <p>Immutable; entries are at least 0 and sum to 1 within {@link #SUM_TOLERANCE}.
 */
public final class Distribution {
    /** What a sum of many rounded probabilities may be off by. */
    public static final double SUM_TOLERANCE = 1e-9;

    private final double[] probabilities;

    private Distribution(double[] probabilities) {
        this.probabilities = probabilities;
    }

    /**
     * The distribution with these probabilities.
     *
     * @throws IllegalArgumentException naming the entry that is negative or no number, or the sum if it is not 1
     */
    public static Distribution of(double... probabilities) {
        Require.atLeast(probabilities.length, 1, "outcomes of a distribution");
        double sum = 0;
        for (int j = 0; j < probabilities.length; j++) {
            Require.that(
                    probabilities[j] >= 0 && probabilities[j] <= 1 + SUM_TOLERANCE,
                    "probability " + j,
                    probabilities[j],
                    "must lie in [0, 1]",
                    "weights were given in place of probabilities");
            sum += probabilities[j];
        }
        Require.that(
                Math.abs(sum - 1) <= SUM_TOLERANCE,
                "sum of " + probabilities.length + " probabilities",
                sum,
                "must be 1 within " + SUM_TOLERANCE,
                "one outcome was forgotten, or weights were not normalised");
        return new Distribution(probabilities.clone());
    }

    /** The distribution proportional to these weights. */
    public static Distribution proportional(double... weights) {
        double largest = 0;
        for (int j = 0; j < weights.length; j++) {
            Require.that(
                    weights[j] >= 0 && Double.isFinite(weights[j]),
                    "weight " + j,
                    weights[j],
                    "must be a finite number of at least 0",
                    "a sign was lost");
            largest = Math.max(largest, weights[j]);
        }
        Require.that(largest > 0, "largest of the weights", largest, "must be positive", "all weights are 0");
        double unit = largest > 1e300 ? largest : 1; // sums of larger ones would overflow
        double sum = 0;
        for (double weight : weights) {
            sum += weight / unit;
        }
        double[] probabilities = new double[weights.length];
        for (int j = 0; j < weights.length; j++) {
            probabilities[j] = weights[j] / unit / sum;
        }
        return new Distribution(probabilities);
    }

    /** All k things equally likely. */
    public static Distribution uniform(int k) {
        Require.atLeast(k, 1, "outcomes of a distribution");
        double[] weights = new double[k];
        Arrays.fill(weights, 1);
        return proportional(weights);
    }

    /** Thing j for sure, out of k. */
    public static Distribution pure(int k, int j) {
        double[] probabilities = new double[k];
        probabilities[j] = 1;
        return new Distribution(probabilities);
    }

    /** k. */
    public int size() {
        return probabilities.length;
    }

    /** The probability of thing j. */
    public double get(int j) {
        return probabilities[j];
    }

    /** A copy of the k probabilities. */
    public double[] toArray() {
        return probabilities.clone();
    }

    /** The most likely thing, the first of several. */
    public int mode() {
        int mode = 0;
        for (int j = 1; j < probabilities.length; j++) {
            mode = probabilities[j] > probabilities[mode] ? j : mode;
        }
        return mode;
    }

    /** Draws one thing. */
    public int draw(Rng rng) {
        double left = rng.uniform();
        int last = 0;
        for (int j = 0; j < probabilities.length; j++) {
            if (probabilities[j] > 0) {
                last = j;
                left -= probabilities[j];
                if (left < 0) {
                    return j;
                }
            }
        }
        return last;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Distribution that && Arrays.equals(probabilities, that.probabilities);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(probabilities);
    }

    @Override
    public String toString() {
        return Arrays.toString(probabilities);
    }
}
