package org.sed4j.rl.ppo;

import org.sed4j.core.game.Require;
import org.sed4j.core.run.Rng;

/** Independent normal distributions: the scores are H means m and then H logarithms l of standard deviations s. */
final class Normals implements ActionFamily {
    private static final double LOG_ROOT = 0.5 * Math.log(2 * Math.PI);

    private final int entries;
    private final boolean learned;

    /**
     * @param learned whether deviations are; else they stay as they are
     */
    Normals(int entries, boolean learned) {
        this.learned = learned;
        this.entries = Require.atLeast(entries, 1, "entries of a normal action");
    }

    @Override
    public int scores() {
        return 2 * entries;
    }

    @Override
    public int entries() {
        return entries;
    }

    @Override
    public void normalise(float[] scores, int at, byte[] mask, int maskAt) {}

    @Override
    public float draw(float[] scores, int at, Rng rng, int[] actions, int actionAt) {
        for (int j = 0; j < entries; j++) {
            double x = scores[at + j] + Math.exp(scores[at + entries + j]) * rng.gaussian();
            actions[actionAt + j] = Float.floatToRawIntBits((float) x);
        }
        return logProbability(scores, at, actions, actionAt);
    }

    @Override
    public float greedy(float[] scores, int at, int[] actions, int actionAt) {
        for (int j = 0; j < entries; j++) {
            actions[actionAt + j] = Float.floatToRawIntBits(scores[at + j]);
        }
        return logProbability(scores, at, actions, actionAt);
    }

    @Override
    public float logProbability(float[] scores, int at, int[] actions, int actionAt) {
        double sum = 0;
        for (int j = 0; j < entries; j++) {
            double log = scores[at + entries + j];
            double z = (Float.intBitsToFloat(actions[actionAt + j]) - scores[at + j]) * Math.exp(-log);
            sum -= 0.5 * z * z + log + LOG_ROOT;
        }
        return (float) sum;
    }

    /** d log p/dm = z/s, d log p/dl = z² - 1 with z = (x - m)/s, and dH/dl = 1. */
    @Override
    public double differentiate(
            float[] scores,
            int at,
            int[] actions,
            int actionAt,
            double weight,
            double bonus,
            float[] cotangent,
            int cotangentAt) {
        double entropy = 0;
        for (int j = 0; j < entries; j++) {
            double log = scores[at + entries + j];
            double inverse = Math.exp(-log);
            double z = (Float.intBitsToFloat(actions[actionAt + j]) - scores[at + j]) * inverse;
            cotangent[cotangentAt + j] = (float) (weight * z * inverse);
            cotangent[cotangentAt + entries + j] = learned ? (float) (weight * (z * z - 1) + bonus) : 0;
            entropy += log + LOG_ROOT + 0.5;
        }
        return entropy;
    }
}
