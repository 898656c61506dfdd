package org.sed4j.envs.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sed4j.core.run.Rng;

/** Bracket taxes against the paper's formula, the published code's, and what must hold of any tax. */
class BracketsTest {
    /** Sums of a few doubles of size 20. */
    private static final double ROUNDING = 1e-12;
    /** The same in floats: relative 1e-6. */
    private static final double FLOAT_ROUNDING = 1e-5;

    private static final Brackets CODE = Brackets.APPLES.with(Brackets.Formula.INTEGER);

    @ParameterizedTest
    @CsvSource({"0, 0", "5, 0.5", "10, 1.0", "12, 1.4", "20, 3.0", "25, 4.5"}) // fact sheet 1.3; rates .1, .2, .3
    void invariant15_taxTableOfTheThreeBrackets(double income, double tax) {
        assertThat(TaxSchedule.of(Brackets.APPLES, 0.1, 0.2, 0.3).tax(income)).isCloseTo(tax, within(ROUNDING));
        assertThat(TaxSchedule.of(CODE, 0.1, 0.2, 0.3).tax(income)).isCloseTo(tax, within(ROUNDING));
    }

    @Test
    void invariant15_codeAndPaperAgreeOnWholeIncomes() {
        for (int w = 0; w < 200; w++) {
            for (int b = 0; b < 3; b++) {
                assertThat(CODE.slice(b, w)).isEqualTo(Brackets.APPLES.slice(b, w));
                assertThat(CODE.table().slice(b, w))
                        .isEqualTo(Brackets.APPLES.table().slice(b, w));
            }
        }
    }

    @Test
    void integerFormula_differsBetweenWholeIncomes() {
        // Published code: half an apple is not taxed; of 10.5 apples 10 are.
        assertThat(TaxSchedule.of(CODE, 1, 1, 1).tax(0.5)).isZero();
        assertThat(TaxSchedule.of(CODE, 1, 1, 1).tax(10.5)).isEqualTo(10);
        assertThat(TaxSchedule.of(Brackets.APPLES, 1, 1, 1).tax(0.5)).isEqualTo(0.5);
        assertThat(TaxSchedule.of(Brackets.APPLES, 1, 1, 1).tax(10.5)).isEqualTo(10.5);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void invariant14_taxIsMonotoneContinuousAndAtMostTheIncome(long seed) {
        Rng rng = new Rng();
        rng.seat(seed, 0);
        TaxSchedule schedule = TaxSchedule.of(Brackets.APPLES, rng.uniform(), rng.uniform(), rng.uniform());
        float[] rates = schedule.design().toFloats();
        double before = 0;
        double step = 0.01;
        for (double w = 0; w < 50; w += step) {
            double tax = schedule.tax(w);
            assertThat(tax).isBetween(0.0, w);
            assertThat(tax).isGreaterThanOrEqualTo(before);
            assertThat(tax - before).as("no jump").isLessThanOrEqualTo(step + ROUNDING);
            assertThat((double) Brackets.APPLES.table().tax((float) w, rates)).isCloseTo(tax, within(FLOAT_ROUNDING));
            before = tax;
        }
    }

    @Test
    void invariant14_noRatesNoTransferFullRatesEqualShares() {
        double[] incomes = {0, 3, 14, 25, 8};
        assertThat(TaxSchedule.free(Brackets.APPLES).netTransfers(incomes)).containsOnly(0);
        double[] net = TaxSchedule.of(Brackets.APPLES, 1, 1, 1).netTransfers(incomes);
        for (int i = 0; i < net.length; i++) {
            assertThat(incomes[i] - net[i]).isCloseTo(10, within(ROUNDING)); // the mean
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void invariant13_netTransfersSumToZero(long seed) {
        Rng rng = new Rng();
        rng.seat(seed, 1);
        double[] incomes = new double[7];
        Arrays.setAll(incomes, i -> 40 * rng.uniform());
        double[] net = TaxSchedule.of(Brackets.APPLES, rng.uniform(), rng.uniform(), rng.uniform())
                .netTransfers(incomes);
        assertThat(Arrays.stream(net).sum()).isCloseTo(0, within(ROUNDING));
    }

    @Test
    void invariant19_equalIncomesMeanNoTransfers() {
        assertThat(TaxSchedule.of(Brackets.APPLES, 0.3, 0.9, 0.5).netTransfers(13, 13, 13, 13))
                .containsOnly(0);
    }

    @Test
    void invariant20_phasingBoundsRatesAndGrowsToOne() {
        assertThat(Phasing.PUBLISHED.factor(1)).isEqualTo(0.1);
        assertThat(Phasing.PUBLISHED.factor(1001)).isCloseTo(0.55, within(ROUNDING));
        assertThat(Phasing.PUBLISHED.factor(2001)).isEqualTo(1.0);
        assertThat(Phasing.PUBLISHED.factor(100_000)).isEqualTo(1.0);
        assertThat(Phasing.NONE.factor(1)).isEqualTo(1);
        for (int episode = 1; episode < 3000; episode += 37) {
            double cap = Phasing.PUBLISHED.factor(episode);
            for (int tenths = 0; tenths <= 10; tenths++) {
                assertThat(Phasing.PUBLISHED.cap(tenths / 10.0, episode)).isLessThanOrEqualTo(cap);
                assertThat(Phasing.PUBLISHED.scaled(tenths / 10.0, episode)).isLessThanOrEqualTo(cap);
            }
        }
    }

    @Test
    void scaledRates_areScaledTransfers() {
        // The published code multiplies transfers; taxes are linear in the rates, so scaling the rates does the same.
        double[] incomes = {0, 3, 14, 25, 8};
        double[] full = TaxSchedule.of(Brackets.APPLES, 0.2, 0.4, 0.8).netTransfers(incomes);
        double[] scaled = TaxSchedule.of(Brackets.APPLES, 0.05, 0.1, 0.2).netTransfers(incomes);
        for (int i = 0; i < full.length; i++) {
            assertThat(scaled[i]).isCloseTo(full[i] / 4, within(ROUNDING));
        }
    }

    @Test
    void rates_areADesignSpace() {
        assertThat(Brackets.APPLES.rates().names()).containsExactly("rate_0", "rate_1", "rate_2");
        assertThat(Brackets.APPLES.rates().objection(new double[] {0, 0.5, 1.1}))
                .contains("rate_2 (1.1) must lie in [0.0, 1.0]");
    }

    @Test
    void cutPoints_mustIncrease() {
        assertThatThrownBy(() -> Brackets.continuous(0, 20, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cut point 2 (10.0) must be above cut point 1 (20.0).\n"
                        + "Maybe the cut points are not in increasing order.");
        assertThatThrownBy(() -> Brackets.continuous(-1, 20)).hasMessageContaining("cut point 0 (-1.0)");
        assertThatThrownBy(() -> Brackets.continuous(0)).hasMessageContaining("cut points of tax brackets (1)");
        assertThatThrownBy(() -> Brackets.continuous(0, Double.NaN)).hasMessageContaining("cut point 1 (NaN)");
    }

    @Test
    void rates_outsideTheUnitIntervalAreRefused() {
        assertThatThrownBy(() -> TaxSchedule.of(Brackets.APPLES, 0.1, 1.3, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tax rate of bracket 1 (1.3) must lie in [0.0, 1.0].\nMaybe it was given in percent.");
        assertThatThrownBy(() -> TaxSchedule.of(Brackets.APPLES, 0.1, Double.NaN, 0))
                .hasMessageContaining("tax rate of bracket 1 (NaN)");
        assertThatThrownBy(() -> new TaxSchedule(Brackets.APPLES, List.of(0.1)))
                .hasMessageContaining("tax rates (1) must be 3, one for each bracket");
    }

    @Test
    void phasing_mustBeAFraction() {
        assertThatThrownBy(() -> new Phasing(1.5, 10)).hasMessageContaining("start of the phasing of taxes (1.5)");
        assertThatThrownBy(() -> new Phasing(0.5, -1)).hasMessageContaining("episodes of the phasing of taxes (-1)");
        assertThatThrownBy(() -> Phasing.NONE.factor(0)).hasMessageContaining("episode (0) must be at least 1");
    }
}
