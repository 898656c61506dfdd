package org.sed4j.rl.ppo;

import java.util.List;
import org.sed4j.core.math.Elementary;
import org.sed4j.core.run.Rng;

/**
 * A product of masked categorical distributions, one for each head of an action.
 *
 * <p>Scores z give p_a ∝ exp(z_a) over a head's allowed choices; heads are independent, so log-probabilities and entropies
 * add. Stateless and thread-safe.
 */
final class Choices implements ActionFamily {
    private final int[] sizes;
    private final int total;

    Choices(List<Integer> heads) {
        sizes = heads.stream().mapToInt(Integer::intValue).toArray();
        int sum = 0;
        for (int size : sizes) {
            sum += size;
        }
        total = sum;
    }

    @Override
    public int entries() {
        return sizes.length;
    }

    @Override
    public int scores() {
        return total;
    }

    /** Turns scores into log-probabilities in place; disallowed choices get -∞. */
    @Override
    public void normalise(float[] scores, int at, byte[] mask, int maskAt) {
        int offset = 0;
        for (int size : sizes) {
            normaliseHead(scores, at + offset, mask, maskAt + offset, size);
            offset += size;
        }
    }

    private static void normaliseHead(float[] z, int at, byte[] mask, int maskAt, int size) {
        float most = Float.NEGATIVE_INFINITY;
        for (int a = 0; a < size; a++) {
            if (mask[maskAt + a] == 0) {
                z[at + a] = Float.NEGATIVE_INFINITY;
            }
            most = Math.max(most, z[at + a]);
        }
        double sum = 0;
        for (int a = 0; a < size; a++) {
            if (mask[maskAt + a] != 0) {
                sum += Elementary.exp(z[at + a] - most);
            }
        }
        float shift = (float) (most + Elementary.log(sum));
        for (int a = 0; a < size; a++) {
            z[at + a] -= shift;
        }
    }

    /** Draws one choice for each head and returns the log-probability of all of them. */
    @Override
    public float draw(float[] logProbabilities, int at, Rng rng, int[] actions, int actionAt) {
        float sum = 0;
        int offset = at;
        for (int h = 0; h < sizes.length; h++) {
            int choice = drawOne(logProbabilities, offset, sizes[h], rng.uniform());
            actions[actionAt + h] = choice;
            sum += logProbabilities[offset + choice];
            offset += sizes[h];
        }
        return sum;
    }

    private static int drawOne(float[] logs, int at, int size, double u) {
        double below = 0;
        int last = -1;
        for (int a = 0; a < size; a++) {
            if (logs[at + a] != Float.NEGATIVE_INFINITY) {
                below += Elementary.exp(logs[at + a]);
                last = a;
                if (u < below) {
                    return a;
                }
            }
        }
        return last; // rounding left a sliver above the last one
    }

    /** Takes the likeliest choice of each head, the lowest index among equals, and returns their log-probability. */
    @Override
    public float greedy(float[] logProbabilities, int at, int[] actions, int actionAt) {
        float sum = 0;
        int offset = at;
        for (int h = 0; h < sizes.length; h++) {
            int best = 0;
            for (int a = 1; a < sizes[h]; a++) {
                if (logProbabilities[offset + a] > logProbabilities[offset + best]) {
                    best = a;
                }
            }
            actions[actionAt + h] = best;
            sum += logProbabilities[offset + best];
            offset += sizes[h];
        }
        return sum;
    }

    /** The log-probability of an action. */
    @Override
    public float logProbability(float[] logProbabilities, int at, int[] actions, int actionAt) {
        float sum = 0;
        int offset = at;
        for (int h = 0; h < sizes.length; h++) {
            sum += logProbabilities[offset + actions[actionAt + h]];
            offset += sizes[h];
        }
        return sum;
    }

    /**
     * Writes the derivative with respect to the scores of {@code weight · log p(action) + bonus · entropy}, and returns the
     * entropy.
     *
     * <p>d log p(a) / dz_j = 1[j = a] - p_j and dH / dz_j = -p_j (log p_j + H), head by head.
     */
    @Override
    public double differentiate(
            float[] logProbabilities,
            int at,
            int[] actions,
            int actionAt,
            double weight,
            double bonus,
            float[] cotangent,
            int cotangentAt) {
        double total = 0;
        int offset = 0;
        for (int h = 0; h < sizes.length; h++) {
            double entropy = 0;
            for (int a = 0; a < sizes[h]; a++) {
                float log = logProbabilities[at + offset + a];
                if (log != Float.NEGATIVE_INFINITY) {
                    double p = Elementary.exp(log);
                    entropy -= p * log;
                    cotangent[cotangentAt + offset + a] = (float) p;
                } else {
                    cotangent[cotangentAt + offset + a] = 0;
                }
            }
            for (int a = 0; a < sizes[h]; a++) {
                double p = cotangent[cotangentAt + offset + a];
                double surprise = p == 0 ? 0 : p * (logProbabilities[at + offset + a] + entropy);
                double chosen = a == actions[actionAt + h] ? 1 : 0;
                cotangent[cotangentAt + offset + a] = (float) (weight * (chosen - p) - bonus * surprise);
            }
            total += entropy;
            offset += sizes[h];
        }
        return total;
    }
}
