package org.sed4j.envs.gtb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sed4j.core.run.Rng;
import org.sed4j.envs.tax.Brackets;
import org.sed4j.envs.tax.TaxSchedule;

/** Rewards as a function of ledger and rates: the tax day worked by hand, and the gradient against differences. */
class BillTest {
    /** Central differences with step 1e-3 are off by about 1e-8 here, floats of the gradient by 1e-7 of their size. */
    private static final double GRADIENT = 1e-6;
    /** Rates are read as decimals of seven places, so this step is exact. */
    private static final double STEP = 1e-3;

    private static final int N = 4;

    private static Bill bill(Preferences preferences) {
        return new Bill(N, Brackets.US_FEDERAL.levy(), preferences, false);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void pullback_isTheGradientOfRewards(long seed) {
        Rng rng = new Rng();
        rng.seat(seed, 0);
        for (Preferences wants : new Preferences[] {
            Preferences.PAPER,
            new Preferences(0, 0.21, 0, Preferences.Counting.EPISODES),
            new Preferences(1, 0.21, 0, Preferences.Counting.EPISODES)
        }) {
            Bill bill = bill(wants);
            float[] ledger = ledger(rng);
            float[] rates = new float[7];
            float[] cotangent = new float[N];
            for (int b = 0; b < 7; b++) {
                rates[b] = (1 + rng.below(98)) / 100f;
            }
            for (int i = 0; i < N; i++) {
                cotangent[i] = rng.unit() - 0.5f;
            }
            float[] gradient = new float[7];
            bill.pullback(ledger, rates, cotangent, gradient);
            for (int b = 0; b < 7; b++) {
                double quotient = (objective(bill, ledger, nudged(rates, b, STEP), cotangent)
                                - objective(bill, ledger, nudged(rates, b, -STEP), cotangent))
                        / (2 * STEP);
                assertThat((double) gradient[b])
                        .as("eta %s, rate %d", wants.eta(), b)
                        .isCloseTo(quotient, within(GRADIENT * Math.max(1, Math.abs(quotient))));
            }
        }
    }

    /** Player 0 cannot pay what is due, player 1 lost coin, the others span the brackets. */
    private static float[] ledger(Rng rng) {
        float[] ledger = new float[Bill.COLUMNS * N];
        float[] incomes = {90 + 20 * rng.unit(), -5 * rng.unit(), 30 + 8 * rng.unit(), 520 + 50 * rng.unit()};
        for (int i = 0; i < N; i++) {
            float wealth = Math.max(incomes[i], 0) + 20 + 30 * rng.unit();
            ledger[i] = incomes[i];
            ledger[N + i] = i == 0 ? 0.1f : wealth - 3;
            ledger[2 * N + i] = wealth;
            ledger[3 * N + i] = wealth - rng.unit();
            ledger[4 * N + i] = rng.unit();
        }
        return ledger;
    }

    private static float[] nudged(float[] rates, int b, double by) {
        float[] copy = rates.clone();
        copy[b] = (float) (Math.rint(rates[b] * 100) / 100 + by);
        return copy;
    }

    private static double objective(Bill bill, float[] ledger, float[] rates, float[] cotangent) {
        double sum = 0;
        for (int i = 0; i < N; i++) {
            sum += cotangent[i] * bill.reward(ledger, rates, i);
        }
        return sum;
    }

    @Test
    void aTaxDayByHand() {
        Bill bill = bill(new Preferences(0, 0, 0, Preferences.Counting.EPISODES)); // utility is coin - 1
        for (int i = 0; i < N; i++) {
            bill.write(i, 50, 50, 50, 0);
        }
        bill.write(0, 120, 130, 130, 0);
        bill.tax(0, 100); // US federal: 0.97 + 3.573 + 9.8395 + 3.792 = 18.1745 (fact sheet on MetaGrad, section 8)
        bill.write(1, 5, 50, 50, 0);
        bill.tax(1, 100); // pays the 5 in its purse, not the coin in escrow
        float[] rewards = new float[N];
        bill.rewards(bill.ledger(), TaxSchedule.US_FEDERAL.design().toFloats(), rewards);
        double share = (18.1745 + 5) / 4;
        assertThat(rewards[0]).isCloseTo((float) (share - 18.1745), within(1e-5f));
        assertThat(rewards[1]).isCloseTo((float) (share - 5), within(1e-5f));
        assertThat(rewards[2]).isCloseTo((float) share, within(1e-5f));
    }

    @Test
    void noTaxDay_ratesDoNotMatter() {
        Bill bill = bill(Preferences.PAPER);
        for (int i = 0; i < N; i++) {
            bill.write(i, 40, 50, 45, 0.5);
        }
        float[] gradient = new float[7];
        bill.pullback(bill.ledger(), new float[7], new float[] {1, 2, 3, 4}, gradient);
        assertThat(gradient).containsOnly(0);
    }

    @Test
    void logarithmicUtility_isTheLimitOfTheIsoelastic() {
        Preferences near = new Preferences(1 - 1e-7, 0, 0, Preferences.Counting.EPISODES);
        Preferences log = new Preferences(1, 0, 0, Preferences.Counting.EPISODES);
        for (double coin : new double[] {1, 2, 10, 500}) {
            assertThat(log.ofCoin(coin)).isCloseTo(near.ofCoin(coin), within(1e-5));
            assertThat(log.slope(coin + 1e-9)).isCloseTo(near.slope(coin), within(1e-5));
        }
        assertThat(log.ofCoin(0)).as("coin below 1 counts as 1").isZero();
    }
}
