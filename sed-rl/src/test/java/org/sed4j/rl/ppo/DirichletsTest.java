package org.sed4j.rl.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

/** Beta and Dirichlet draws against their closed forms, derivatives against differences. */
class DirichletsTest {
    private static final ActionFamily BETA = ActionFamily.dirichlet(2, 2);
    private static final ActionFamily THREE = ActionFamily.dirichlet(1, 3);

    private static float[] ready(ActionFamily family, float... scores) {
        float[] alpha = scores.clone();
        family.normalise(alpha, 0, new byte[alpha.length], 0);
        return alpha;
    }

    private static int[] shares(float... x) {
        int[] bits = new int[x.length];
        for (int i = 0; i < x.length; i++) {
            bits[i] = Float.floatToRawIntBits(x[i]);
        }
        return bits;
    }

    /** Beta(2, 3) has density 12 x (1-x)²; softplus(z) = α - 1. */
    @Test
    void density_isThatOfTheBook() {
        float one = (float) Math.log(Math.E - 1); // softplus 1
        float two = (float) Math.log(Math.exp(2) - 1);
        float[] alpha = ready(BETA, one, two, one, one);
        float log = BETA.logProbability(alpha, 0, shares(0.3f, 0.7f, 0.4f, 0.6f), 0);
        double book = Math.log(12 * 0.3 * 0.7 * 0.7) + Math.log(6 * 0.4 * 0.6);
        assertThat((double) log).isCloseTo(book, within(1e-5));
        float[] other = ready(THREE, one, two, one); // Γ(7) / (Γ(2) Γ(3) Γ(2)) x y² z
        double three = Math.log(720.0 / 2 * 0.2 * 0.5 * 0.5 * 0.3);
        assertThat((double) THREE.logProbability(other, 0, shares(0.2f, 0.5f, 0.3f), 0))
                .isCloseTo(three, within(1e-5));
    }

    @Test
    void draws_haveTheMeanAndVarianceOfTheBook() {
        float[] alpha = ready(THREE, 0.5f, 2, -1);
        double all = alpha[0] + alpha[1] + alpha[2];
        Rng rng = Seed.of(3).rng();
        int[] draw = new int[3];
        int count = 40_000;
        double[] mean = new double[3];
        double square = 0;
        for (int k = 0; k < count; k++) {
            float log = THREE.draw(alpha, 0, rng, draw, 0);
            assertThat(Float.isFinite(log)).isTrue();
            for (int i = 0; i < 3; i++) {
                mean[i] += Float.intBitsToFloat(draw[i]) / count;
            }
            square += Math.pow(Float.intBitsToFloat(draw[1]), 2) / count;
        }
        for (int i = 0; i < 3; i++) {
            assertThat(mean[i]).isCloseTo(alpha[i] / all, within(5e-3));
        }
        double variance = alpha[1] * (all - alpha[1]) / (all * all * (all + 1));
        assertThat(square - mean[1] * mean[1]).isCloseTo(variance, within(2e-3));
    }

    @Test
    void derivatives_areThoseOfDifferences() {
        float[] scores = {0.4f, -0.7f, 1.3f};
        int[] action = shares(0.2f, 0.5f, 0.3f);
        float[] slope = new float[3];
        float[] entropySlope = new float[3];
        THREE.differentiate(ready(THREE, scores), 0, action, 0, 1, 0, slope, 0);
        THREE.differentiate(ready(THREE, scores), 0, action, 0, 0, 1, entropySlope, 0);
        float h = 1e-2f;
        for (int i = 0; i < 3; i++) {
            float[] ahead = scores.clone();
            float[] behind = scores.clone();
            ahead[i] += h;
            behind[i] -= h;
            double difference = (THREE.logProbability(ready(THREE, ahead), 0, action, 0)
                            - THREE.logProbability(ready(THREE, behind), 0, action, 0))
                    / (2 * h);
            assertThat((double) slope[i]).isCloseTo(difference, within(1e-3));
            double entropy = (THREE.differentiate(ready(THREE, ahead), 0, action, 0, 0, 0, new float[3], 0)
                            - THREE.differentiate(ready(THREE, behind), 0, action, 0, 0, 0, new float[3], 0))
                    / (2 * h);
            assertThat((double) entropySlope[i]).isCloseTo(entropy, within(1e-3));
        }
    }

    /** The likeliest shares are (α_i - 1) / Σ (α - 1), and no draw is likelier. */
    @Test
    void greedy_isThePeak() {
        float[] alpha = ready(THREE, 0.5f, 2, -1);
        int[] peak = new int[3];
        float most = THREE.greedy(alpha, 0, peak, 0);
        double spare = alpha[0] + alpha[1] + alpha[2] - 3;
        assertThat((double) Float.intBitsToFloat(peak[1])).isCloseTo((alpha[1] - 1) / spare, within(1e-6));
        Rng rng = Seed.of(5).rng();
        int[] draw = new int[3];
        for (int k = 0; k < 200; k++) {
            assertThat(THREE.draw(alpha, 0, rng, draw, 0)).isLessThanOrEqualTo(most + 1e-5f);
        }
    }
}
