package org.sed4j.envs.harvest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sed4j.core.run.Rng;

/** The fast world against the plain one: different code and different draws, the same distribution. */
class PlainHarvestTest {
    private static final int EPISODES = 1500;
    private static final int STEPS = 60;

    /** Mean and variance of a sample. */
    private static double[] moments(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double variance = 0;
        for (double value : values) {
            variance += (value - mean) * (value - mean) / (values.length - 1);
        }
        return new double[] {mean, variance};
    }

    private static void assertAlike(String what, double[] fast, double[] plain) {
        double[] a = moments(fast);
        double[] b = moments(plain);
        double deviation = Math.sqrt((a[1] + b[1]) / EPISODES);
        assertThat(a[0]).as(what).isCloseTo(b[0], within(4 * deviation));
        // Ratio of variances: standard error about 2 / sqrt(EPISODES) = 5%.
        assertThat(a[1] / b[1]).as("variance of " + what).isBetween(0.75, 1.33);
    }

    @Test
    void fastAndPlainWorlds_haveOneDistribution() {
        HarvestRules rules = HarvestRules.preset("laptop").toBuilder()
                .map(HarvestMaps.parse("lively", """
                        WWWWWWWW
                        WPAAAAPW
                        WPAAAAPW
                        WPAAAAPW
                        WWWWWWWW
                        """))
                .players(5)
                .regrowth(new Regrowth(List.of(0.01, 0.03, 0.1, 0.4), 2, true))
                .build();
        double[][] eaten = new double[2][EPISODES];
        double[][] left = new double[2][EPISODES];
        int[] actions = new int[5];
        Rng rng = new Rng();
        Rng players = new Rng();
        for (int e = 0; e < EPISODES; e++) {
            Solo fast = Solo.of(rules, 50_000 + e);
            rng.seat(90_000 + e, 0);
            PlainHarvest plain = new PlainHarvest(rules, rng);
            for (int t = 1; t <= STEPS; t++) {
                fast.stepAtRandom();
                eaten[0][e] += Solo.sum(fast.measured("apples"));
                players.seat(70_000 + e, t);
                for (int i = 0; i < 5; i++) {
                    actions[i] = players.below(7);
                }
                rng.seat(90_000 + e, t);
                plain.step(actions, rng);
            }
            eaten[1][e] = plain.eaten;
            left[0][e] = fast.orchard().apples();
            left[1][e] = plain.apples;
        }
        assertAlike("apples eaten", eaten[0], eaten[1]);
        assertAlike("apples left", left[0], left[1]);
        assertThat(moments(eaten[0])[0]).as("much regrows").isGreaterThan(24);
    }
}
