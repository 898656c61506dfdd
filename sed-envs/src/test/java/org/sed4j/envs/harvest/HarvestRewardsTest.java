package org.sed4j.envs.harvest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sed4j.core.run.Seed;

/** Rewards and social preferences: invariant 17 of Harvest, and the gradient of its settlement. */
class HarvestRewardsTest {
    private static final HarvestRules PAPER = HarvestRules.preset("paper-2024");
    private static final int PERIOD = 50;
    /** Sums of seven floats of size 20. */
    private static final double ROUNDING = 1e-5;

    private static Solo taxed(long seed, double... rates) {
        Solo solo = new Solo(PAPER, HarvestTypes.uniform(7, Seed.of(seed).rng()), seed);
        for (int b = 0; b < rates.length; b++) {
            solo.design[b] = (float) rates[b];
        }
        return solo;
    }

    @Test
    void invariant17_fullTrustMakesRewardIncome() {
        Solo solo = new Solo(PAPER, HarvestTypes.same(7, 0.3, 1), 6);
        Arrays.fill(solo.design, 0.4f);
        for (int t = 0; t < 200; t++) {
            solo.stepAtRandom();
            double[] income = solo.measured("income");
            for (int i = 0; i < 7; i++) {
                assertThat((double) solo.rewards[i]).isCloseTo(income[i], within(ROUNDING));
            }
        }
    }

    @Test
    void invariant17_noTrustMakesRewardIndependentOfRates() {
        Solo free = new Solo(PAPER, HarvestTypes.same(7, 0.3, 0), 7);
        Solo taxed = new Solo(PAPER, HarvestTypes.same(7, 0.3, 0), 7);
        Arrays.fill(taxed.design, 1);
        for (int t = 0; t < 200; t++) {
            assertThat(free.stepAtRandom()).isEqualTo(taxed.stepAtRandom());
            assertThat(taxed.rewards).isEqualTo(free.rewards);
        }
    }

    @Test
    void ownPreferences_makeRewardIncome_whateverTypesAreAdopted() {
        HarvestRules own =
                PAPER.toBuilder().preferences(Preferences.OWN).period(25).build();
        Solo solo = new Solo(own, HarvestTypes.same(7, 0.3, 0.2), 6);
        Arrays.fill(solo.design, 0.4f);
        for (int t = 0; t < 200; t++) {
            if (t == 100) { // what a round of the ring does with a society's types
                solo.world.adopt(HarvestTypes.flat(HarvestTypes.same(7, 0, 0), 7));
            }
            solo.stepAtRandom();
            double[] income = solo.measured("income");
            for (int i = 0; i < 7; i++) {
                assertThat((double) solo.rewards[i]).isCloseTo(income[i], within(ROUNDING));
            }
        }
    }

    @Test
    void invariant17_selfishnessWeighsOwnApplesAgainstThoseInView() {
        Solo selfish = new Solo(PAPER, HarvestTypes.same(7, 1, 0), 8);
        Solo selfless = new Solo(PAPER, HarvestTypes.same(7, 0, 0), 8);
        double shared = 0;
        for (int t = 0; t < 500; t++) {
            selfish.stepAtRandom();
            selfless.stepAtRandom();
            double[] apples = selfish.measured("apples");
            for (int i = 0; i < 7; i++) {
                assertThat((double) selfish.rewards[i]).isEqualTo(apples[i]);
                double others = 0;
                for (int j = 0; j < 7; j++) {
                    others += sees(selfless, i, j) ? apples[j] : 0;
                }
                assertThat((double) selfless.rewards[i]).isEqualTo(others);
                shared += others;
            }
        }
        assertThat(shared).isPositive();
    }

    private static boolean sees(Solo solo, int i, int j) {
        return i != j
                && PAPER.window()
                        .sees(
                                solo.avatars().heading(i),
                                solo.avatars().row(j) - solo.avatars().row(i),
                                solo.avatars().column(j) - solo.avatars().column(i));
    }

    @Test
    void socialReward_canBeTheMeanOrNothing() {
        // A row: player 0 looks east and sees 1 and 2; 1 steps east onto an apple.
        HarvestRules row = PAPER.toBuilder()
                .map(HarvestMaps.parse("row", "PPPA\nPPPP\n"))
                .players(3)
                .build();
        Map<SocialReward, Double> expected =
                Map.of(SocialReward.SUM, 1.0, SocialReward.MEAN, 0.5, SocialReward.OFF, 0.0);
        for (SocialReward social : SocialReward.values()) {
            Solo solo = new Solo(row.toBuilder().social(social).build(), HarvestTypes.same(3, 0, 0), 9);
            solo.put(2, 1, 3, 1).put(1, 1, 2, 1).put(0, 0, 0, 1).put(2, 1, 1, 1).put(1, 0, 2, 1);
            solo.step(0, HarvestAction.FORWARD.number(), 0);
            assertThat((double) solo.rewards[0]).as(social.name()).isEqualTo(expected.get(social));
            assertThat(solo.rewards[1])
                    .as("its own apple counts nothing at σ = 0")
                    .isZero();
        }
    }

    @Test
    void manyPlayers_shareWithThoseAroundAsFewDo() {
        // More players than cells in reach: onlookers are looked for on the map instead of one by one.
        HarvestRules crowd = PAPER.toBuilder().tiles(3, 3).players(400).build();
        Solo solo = new Solo(crowd, HarvestTypes.same(400, 0, 0), 10);
        double shared = 0;
        for (int t = 0; t < 20; t++) {
            solo.stepAtRandom();
            double[] apples = solo.measured("apples");
            for (int i = 0; i < 400; i++) {
                double others = 0;
                for (int j = 0; j < 400; j++) {
                    others += apples[j] > 0 && sees(solo, i, j) ? apples[j] : 0;
                }
                assertThat((double) solo.rewards[i]).isEqualTo(others);
                shared += others;
            }
        }
        assertThat(shared).isPositive();
    }

    @Test
    void pullback_matchesDifferencesOfRewards() {
        Solo solo = taxed(12, 0.3, 0.6, 0.2);
        for (int t = 0; t < PERIOD; t++) {
            solo.stepAtRandom();
        }
        float[] cotangent = {0.5f, -1, 2, 0.25f, 1, -0.5f, 3};
        float[] gradient = {10, 20, 30};
        solo.world.pullback(solo.world.ledger(), solo.design, cotangent, gradient);
        for (int b = 0; b < 3; b++) {
            double h = 0.25; // rewards are linear in φ, so any step is exact but for rounding
            double slope = (weighted(solo, b, h, cotangent) - weighted(solo, b, -h, cotangent)) / (2 * h);
            assertThat(gradient[b] - 10.0 * (b + 1)).isCloseTo(slope, within(1e-4));
        }
        assertThat(gradient[0]).isNotEqualTo(10);
    }

    private static double weighted(Solo solo, int b, double change, float[] cotangent) {
        float[] design = solo.design.clone();
        design[b] += (float) change;
        float[] rewards = new float[7];
        solo.world.rewards(solo.world.ledger(), design, rewards);
        double sum = 0;
        for (int i = 0; i < 7; i++) {
            sum += cotangent[i] * rewards[i];
        }
        return sum;
    }
}
