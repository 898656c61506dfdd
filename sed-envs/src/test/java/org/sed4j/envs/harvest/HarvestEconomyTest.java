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

/** Taxes, and what the principal sees: invariants 13, 14, 16, 19, 21, 22 and 26 of Harvest. */
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
    void invariant19_equalTotalsMeanNoTransfers() {
        Harvest world = taxed(11).world;
        float[] ledger = world.ledger().clone();
        Arrays.fill(ledger, 14, 21, 13);
        float[] with = new float[7];
        float[] without = new float[7];
        world.rewards(ledger, new float[] {0.3f, 0.8f, 0.1f}, with);
        world.rewards(ledger, new float[3], without);
        for (int i = 0; i < 7; i++) {
            assertThat((double) with[i]).isCloseTo(without[i], within(ROUNDING));
        }
    }

    @Test
    void invariant21_etaWeighsTheSumAgainstTheMinimum() {
        Outcome outcome = played(taxed(13), 300);
        double[] apples = outcome.amounts("apples", 0);
        double min = Arrays.stream(apples).min().orElseThrow();
        assertThat(outcome.value(Welfare.mix(1, "apples"))).isEqualTo(Solo.sum(apples));
        assertThat(outcome.value(Welfare.mix(0, "apples"))).isEqualTo(min);
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
            double value = outcome(apples, (period + 1) * PERIOD).value(objective);
            changes += value - before;
            before = value;
        }
        assertThat(changes).isCloseTo(outcome(apples, 1000).value(objective), within(1e-9));
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
