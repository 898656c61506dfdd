package org.sed4j.rl.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

class ChoicesTest {
    private final Choices choices = new Choices(List.of(3, 2, 4));

    private static float[] scores(long seed) {
        Rng rng = Seed.of(seed).rng();
        float[] z = new float[9];
        for (int j = 0; j < z.length; j++) {
            z[j] = 4 * rng.unit() - 2;
        }
        return z;
    }

    private static byte[] mask() {
        return new byte[] {1, 0, 1, 1, 1, 0, 1, 1, 1};
    }

    @Test
    void probabilities_ofEachHead_sumToOneAndDisallowedOnesAreZero() {
        float[] logs = scores(1);
        choices.normalise(logs, 0, mask(), 0);
        double[] sums = new double[3];
        int[] head = {0, 0, 0, 1, 1, 2, 2, 2, 2};
        for (int j = 0; j < 9; j++) {
            sums[head[j]] += Math.exp(logs[j]);
        }
        assertThat(sums[0]).isCloseTo(1, within(1e-6));
        assertThat(sums[1]).isCloseTo(1, within(1e-6));
        assertThat(sums[2]).isCloseTo(1, within(1e-6));
        assertThat(Math.exp(logs[1])).isZero();
        assertThat(Math.exp(logs[5])).isZero();
    }

    @Test
    void draws_followTheProbabilities() {
        float[] logs = scores(2);
        choices.normalise(logs, 0, mask(), 0);
        int draws = 200_000;
        int[] counts = new int[9];
        int[] action = new int[3];
        Rng rng = Seed.of(7).rng();
        for (int i = 0; i < draws; i++) {
            float p = choices.draw(logs, 0, rng, action, 0);
            assertThat(p).isEqualTo(choices.logProbability(logs, 0, action, 0));
            counts[action[0]]++;
            counts[3 + action[1]]++;
            counts[5 + action[2]]++;
        }
        for (int j = 0; j < 9; j++) {
            double p = Math.exp(logs[j]);
            double deviations = 4.5 * Math.sqrt(p * (1 - p) * draws); // two-sided alpha below 1e-5 each
            assertThat((double) counts[j]).as("choice " + j).isCloseTo(p * draws, within(deviations + 1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void derivative_ofLogProbabilityAndEntropy_agreesWithDifferences(long seed) {
        int[] action = {2, 1, 3};
        double weight = 0.7;
        double bonus = 0.3;
        float[] logs = scores(seed);
        choices.normalise(logs, 0, mask(), 0);
        float[] slope = new float[9];
        double entropy = choices.differentiate(logs, 0, action, 0, weight, bonus, slope, 0);
        assertThat(entropy).isPositive();
        float h = 1e-2f;
        for (int j = 0; j < 9; j++) {
            double up = value(seed, j, h, action, weight, bonus);
            double down = value(seed, j, -h, action, weight, bonus);
            assertThat((double) slope[j]).as("score " + j).isCloseTo((up - down) / (2 * h), within(1e-4));
        }
    }

    private double value(long seed, int j, float shift, int[] action, double weight, double bonus) {
        float[] z = scores(seed);
        z[j] += shift;
        choices.normalise(z, 0, mask(), 0);
        double entropy = 0;
        for (float log : z) {
            entropy -= log == Float.NEGATIVE_INFINITY ? 0 : Math.exp(log) * log;
        }
        return weight * choices.logProbability(z, 0, action, 0) + bonus * entropy;
    }
}
