package org.sed4j.rl.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

class NormalsTest {
    private final ActionFamily normals = ActionFamily.normal(2);
    private final float[] scores = {0.3f, -1.2f, -0.4f, 0.5f};

    @Test
    void logDensity_isTheNormalOne() {
        int[] action = {Float.floatToRawIntBits(0.7f), Float.floatToRawIntBits(-2f)};
        double expected = new NormalDistribution(null, 0.3f, Math.exp(-0.4f)).logDensity(0.7f)
                + new NormalDistribution(null, -1.2f, Math.exp(0.5f)).logDensity(-2f);
        assertThat(normals.logProbability(scores, 0, action, 0)).isCloseTo((float) expected, within(1e-5f));
    }

    @Test
    void draws_haveTheMeanAndDeviationOfTheScores() {
        Rng rng = Seed.of(5).rng();
        int[] action = new int[2];
        double sum = 0;
        double squares = 0;
        int draws = 20_000;
        for (int i = 0; i < draws; i++) {
            normals.draw(scores, 0, rng, action, 0);
            double x = Float.intBitsToFloat(action[1]);
            sum += x / draws;
            squares += x * x / draws;
        }
        double deviation = Math.exp(0.5);
        assertThat(sum).isCloseTo(-1.2, within(4 * deviation / Math.sqrt(draws)));
        assertThat(Math.sqrt(squares - sum * sum)).isCloseTo(deviation, within(0.05));
    }

    @Test
    void derivative_isThatOfFiniteDifferences() {
        int[] action = {Float.floatToRawIntBits(0.7f), Float.floatToRawIntBits(-2f)};
        float[] slope = new float[4];
        double weight = 0.8;
        double bonus = 0.3;
        normals.differentiate(scores, 0, action, 0, weight, bonus, slope, 0);
        for (int j = 0; j < 4; j++) {
            float step = 1e-2f;
            double up = value(j, step, action, weight, bonus);
            double down = value(j, -step, action, weight, bonus);
            assertThat((double) slope[j]).isCloseTo((up - down) / (2 * step), within(2e-3));
        }
    }

    private double value(int j, float step, int[] action, double weight, double bonus) {
        float[] moved = scores.clone();
        moved[j] += step;
        double entropy = normals.differentiate(moved, 0, action, 0, 0, 0, new float[4], 0);
        return weight * normals.logProbability(moved, 0, action, 0) + bonus * entropy;
    }

    @Test
    void greedy_takesTheMean() {
        int[] action = new int[2];
        normals.greedy(scores, 0, action, 0);
        assertThat(Float.intBitsToFloat(action[0])).isEqualTo(0.3f);
        assertThat(Float.intBitsToFloat(action[1])).isEqualTo(-1.2f);
    }
}
