package org.sed4j.envs.harvest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Objective;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.pomg.View;
import org.sed4j.core.run.Seed;
import org.sed4j.core.welfare.Welfare;
import org.sed4j.envs.tax.TaxSchedule;

/** Taxes and rewards: invariants 13, 14, 16, 17, 19, 21, 22 and 26 of Harvest. */
class HarvestEconomyTest {
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
    void invariant13_transfersSumToZeroAndIncomesToApples() {
        Solo solo = taxed(1, 0.2, 0.5, 0.9);
        double taxes = 0;
        for (int period = 0; period < 20; period++) {
            double apples = 0;
            double income = 0;
            for (int t = 0; t < PERIOD; t++) {
                solo.stepAtRandom();
                double tax = Solo.sum(solo.measured("tax"));
                assertThat(tax).isCloseTo(Solo.sum(solo.measured("transfer")), within(ROUNDING));
                apples += Solo.sum(solo.measured("apples"));
                income += Solo.sum(solo.measured("income"));
                taxes += tax;
            }
            assertThat(income).isCloseTo(apples, within(ROUNDING));
        }
        assertThat(taxes).as("tax paid, so that the test says something").isGreaterThan(1);
    }

    @Test
    void invariant14_fullRatesLeaveEverybodyTheMean() {
        Solo solo = taxed(2, 1, 1, 1);
        double[] income = new double[7];
        double apples = 0;
        for (int t = 0; t < PERIOD; t++) {
            solo.stepAtRandom();
            apples += Solo.sum(solo.measured("apples"));
            double[] now = solo.measured("income");
            Arrays.setAll(income, i -> income[i] + now[i]);
        }
        assertThat(apples).isPositive();
        for (double each : income) {
            assertThat(each).isCloseTo(apples / 7, within(ROUNDING));
        }
    }

    @Test
    void invariant16_taxIsPaidOnTheLastStepOfAPeriodOnly() {
        Solo solo = taxed(3, 0.2, 0.5, 0.9);
        double[] totals = new double[7];
        TaxSchedule schedule = TaxSchedule.of(PAPER.taxation().brackets(), 0.2, 0.5, 0.9);
        int settled = 0;
        for (int t = 1; t <= 500; t++) {
            solo.stepAtRandom();
            double[] apples = solo.measured("apples");
            Arrays.setAll(totals, i -> totals[i] + apples[i]);
            double[] tax = solo.measured("tax");
            if (t % PERIOD == 0) {
                settled++;
                for (int i = 0; i < 7; i++) {
                    assertThat(tax[i]).isCloseTo(schedule.tax(totals[i]), within(ROUNDING));
                }
                Arrays.fill(totals, 0);
            } else {
                assertThat(tax).containsOnly(0);
                assertThat(solo.measured("transfer")).containsOnly(0);
            }
        }
        assertThat(settled).isEqualTo(10);
    }

    @Test
    void invariant16_totalsAreZeroRightAfterASettlement() {
        HarvestRules shown = PAPER.toBuilder().senses(Sense.TOTAL, Sense.PHASE).build();
        Solo solo = Solo.of(shown, 4);
        boolean earned = false;
        for (int t = 1; t <= 200; t++) {
            solo.stepAtRandom();
            for (int i = 0; i < 7; i++) {
                float[] numbers = solo.view(i).numbers;
                assertThat(numbers[1]).isEqualTo((t % PERIOD) / (float) PERIOD);
                earned |= numbers[0] > 0;
                if (t % PERIOD == 0) {
                    assertThat(numbers[0]).isZero();
                }
            }
        }
        assertThat(earned).isTrue();
    }

    @Test
    void principal_decidesBeforeEveryPeriodButTheFirst() {
        Solo solo = Solo.of(PAPER, 5);
        Solo code = Solo.of(HarvestRules.preset("code-d9ef0c3"), 5);
        assertThat(solo.world.due()).as("φ_0 holds in the first period").isFalse();
        assertThat(code.world.due()).isTrue();
        for (int t = 1; t <= 199; t++) {
            solo.stepAtRandom();
            code.stepAtRandom();
            assertThat(solo.world.due()).isEqualTo(t % PERIOD == 0);
            assertThat(code.world.due()).isEqualTo(t % PERIOD == 0);
        }
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
        double[] expected = {1, 0.5, 0};
        for (SocialReward social : SocialReward.values()) {
            Solo solo = new Solo(row.toBuilder().social(social).build(), HarvestTypes.same(3, 0, 0), 9);
            solo.put(2, 1, 3, 1).put(1, 1, 2, 1).put(0, 0, 0, 1).put(2, 1, 1, 1).put(1, 0, 2, 1);
            solo.step(0, HarvestAction.FORWARD.number(), 0);
            assertThat((double) solo.rewards[0]).as(social.name()).isEqualTo(expected[social.ordinal()]);
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
    void invariant19_equalTotalsMeanNoTransfers() {
        float[] ledger = new float[21];
        Arrays.fill(ledger, 14, 21, 13);
        Harvest world = taxed(11).world;
        float[] with = new float[7];
        float[] without = new float[7];
        world.rewards(ledger, new float[] {0.3f, 0.8f, 0.1f}, with);
        world.rewards(ledger, new float[3], without);
        for (int i = 0; i < 7; i++) {
            assertThat((double) with[i]).isCloseTo(without[i], within(ROUNDING));
        }
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

    @Test
    void invariant21_etaWeighsTheSumAgainstTheMinimum() {
        Outcome outcome = played(taxed(13), 300);
        double[] apples = outcome.amounts("apples", 0);
        double min = Arrays.stream(apples).min().orElseThrow();
        assertThat(Welfare.mix(1, "apples").value(outcome)).isEqualTo(Solo.sum(apples));
        assertThat(Welfare.mix(0, "apples").value(outcome)).isEqualTo(min);
        double[] sigma = HarvestTypes.uniform(7, Seed.of(13).rng()).players(HarvestTypes.SIGMA);
        double[] reversed = new double[7];
        Arrays.setAll(reversed, i -> sigma[6 - i]);
        assertThat(Solo.sum(reversed) / 7).as("mean σ knows no names").isCloseTo(Solo.sum(sigma) / 7, within(1e-15));
    }

    @Test
    void invariant22_changesOfTheObjectiveTelescope() {
        Objective objective = Welfare.mix(0.3, "apples");
        Solo solo = taxed(14);
        double[] apples = new double[7];
        double before = 0;
        double changes = 0;
        for (int period = 0; period < 20; period++) {
            for (int t = 0; t < PERIOD; t++) {
                solo.stepAtRandom();
                double[] now = solo.measured("apples");
                Arrays.setAll(apples, i -> apples[i] + now[i]);
            }
            double value = objective.value(outcome(apples, (period + 1) * PERIOD));
            changes += value - before;
            before = value;
        }
        assertThat(changes).isCloseTo(objective.value(outcome(apples, 1000)), within(1e-9));
    }

    private static Outcome played(Solo solo, int steps) {
        double[] apples = new double[7];
        for (int t = 0; t < steps; t++) {
            solo.stepAtRandom();
            double[] now = solo.measured("apples");
            Arrays.setAll(apples, i -> apples[i] + now[i]);
        }
        return outcome(apples, steps);
    }

    private static Outcome outcome(double[] apples, int steps) {
        double[][] worlds = {apples};
        return Outcome.of(steps, List.of(Design.zeros(3)), Map.of(Outcome.REWARD, worlds, "apples", worlds), Map.of());
    }

    @Test
    void invariant26_principalSeesTheClosedPeriodAndStartsAnew() {
        Solo solo = taxed(15, 0.1, 0.2, 0.3);
        double[] income = new double[7];
        boolean earned = false;
        for (int t = 1; t <= 300; t++) {
            if (t % PERIOD == 1) {
                Arrays.fill(income, 0);
            }
            solo.stepAtRandom();
            double[] now = solo.measured("income");
            Arrays.setAll(income, i -> income[i] + now[i]);
            View seen = solo.consult();
            for (int i = 0; i < 7; i++) {
                assertThat(seen.numbers[i] * PAPER.totalsUnit()).isCloseTo(income[i], within(ROUNDING));
                earned |= income[i] > 0;
            }
            assertThat(seen.numbers[7]).isEqualTo((t % PERIOD) / (float) PERIOD);
            assertThat(Arrays.copyOfRange(seen.numbers, 8, 11)).isEqualTo(solo.design);
        }
        assertThat(earned).isTrue();
    }
}
