package org.sed4j.rl.policygradient;

import java.util.List;
import org.sed4j.core.math.Elementary;
import org.sed4j.core.run.Rng;

/**
 * A product of masked categorical distributions, each mixed with the uniform one: π = (1-ε) · softmax(z) + ε / |A|, over a
 * head's allowed choices.
 *
 * <p>Scores z come from a network, ε is the share of exploration. Log-probabilities and entropies of heads add. In double
 * precision, with the derivatives that a learner and its own derivative need. Not thread-safe.
 */
public final class ExploringChoices {
    private final int[] sizes;
    private final int total;
    /** By choice of one row: the softmax's share, and π. */
    private final double[] soft;

    private final double[] mixed;
    /** log π, where entropy is differentiated. */
    private final double[] surprise;

    /**
     * @param heads choices of each head
     */
    public ExploringChoices(List<Integer> heads) {
        this.sizes = heads.stream().mapToInt(Integer::intValue).toArray();
        int sum = 0;
        for (int size : sizes) {
            sum += size;
        }
        this.total = sum;
        this.soft = new double[total];
        this.mixed = new double[total];
        this.surprise = new double[total];
    }

    /** H. */
    public int heads() {
        return sizes.length;
    }

    /** K, the choices of all heads: scores of a row. */
    public int total() {
        return total;
    }

    /** Computes π for the scores at {@code at}; what follows until the next call speaks of it. */
    public void row(double[] scores, int at, byte[] mask, int maskAt, double exploration) {
        int offset = 0;
        for (int size : sizes) {
            normalise(scores, at, mask, maskAt, offset, size, exploration);
            offset += size;
        }
    }

    private void normalise(double[] z, int at, byte[] mask, int maskAt, int offset, int size, double exploration) {
        double most = Double.NEGATIVE_INFINITY;
        int allowed = 0;
        for (int a = offset; a < offset + size; a++) {
            if (mask[maskAt + a] != 0) {
                most = Math.max(most, z[at + a]);
                allowed++;
            }
        }
        double sum = 0;
        for (int a = offset; a < offset + size; a++) {
            soft[a] = mask[maskAt + a] != 0 ? Elementary.exp(z[at + a] - most) : 0;
            sum += soft[a];
        }
        for (int a = offset; a < offset + size; a++) {
            soft[a] /= sum;
            mixed[a] = mask[maskAt + a] != 0 ? (1 - exploration) * soft[a] + exploration / allowed : 0;
        }
        this.exploration = exploration;
    }

    private double exploration;

    /** π of a choice of the first head. */
    public double probability(int choice) {
        return mixed[choice];
    }

    /** Draws one choice for each head. */
    public void draw(Rng rng, int[] actions, int actionAt) {
        int offset = 0;
        for (int h = 0; h < sizes.length; h++) {
            double u = rng.uniform();
            int last = -1;
            double below = 0;
            for (int a = 0; a < sizes[h]; a++) {
                double p = mixed[offset + a];
                if (p > 0) {
                    last = a;
                    below += p;
                    if (u < below) {
                        break;
                    }
                }
            }
            actions[actionAt + h] = last; // the last one too if rounding left a sliver above it
            offset += sizes[h];
        }
    }

    /** log π of an action. */
    public double logProbability(int[] actions, int actionAt) {
        double sum = 0;
        int offset = 0;
        for (int h = 0; h < sizes.length; h++) {
            sum += Elementary.log(mixed[offset + actions[actionAt + h]]);
            offset += sizes[h];
        }
        return sum;
    }

    /**
     * Writes ∂(weight · log π(action) + bonus · entropy) / ∂z.
     *
     * <p>∂π_a/∂z_j = (1-ε) p_a (1[a = j] - p_j) with p the softmax.
     */
    public void differentiate(
            int[] actions, int actionAt, double weight, double bonus, double[] cotangent, int cotangentAt) {
        int offset = 0;
        for (int h = 0; h < sizes.length; h++) {
            int chosen = offset + actions[actionAt + h];
            double pull = weight * (1 - exploration) * soft[chosen] / mixed[chosen];
            double mean = 0;
            if (bonus != 0) {
                for (int a = offset; a < offset + sizes[h]; a++) {
                    surprise[a] = mixed[a] > 0 ? Elementary.log(mixed[a]) : 0;
                    mean += soft[a] * surprise[a];
                }
            }
            for (int a = offset; a < offset + sizes[h]; a++) {
                double slope = pull * ((a == chosen ? 1 : 0) - soft[a]);
                if (bonus != 0) {
                    slope -= bonus * (1 - exploration) * soft[a] * (surprise[a] - mean);
                }
                cotangent[cotangentAt + a] = slope;
            }
            offset += sizes[h];
        }
    }

    /** ∂ log π(action) / ∂z · ż. */
    public double tangent(int[] actions, int actionAt, double[] scoreTangents, int at) {
        double sum = 0;
        int offset = 0;
        for (int h = 0; h < sizes.length; h++) {
            int chosen = offset + actions[actionAt + h];
            double mean = 0;
            for (int a = offset; a < offset + sizes[h]; a++) {
                mean += soft[a] * scoreTangents[at + a];
            }
            sum += (1 - exploration) * soft[chosen] / mixed[chosen] * (scoreTangents[at + chosen] - mean);
            offset += sizes[h];
        }
        return sum;
    }
}
