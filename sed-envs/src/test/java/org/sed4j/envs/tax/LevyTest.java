package org.sed4j.envs.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sed4j.core.run.Rng;

/** Taxes on money: the published spacings and rates, and what holds of any bracket tax (I14 of the fact sheet on the economy). */
class LevyTest {
    private static final double ROUNDING = 1e-12;
    private static final float[] FEDERAL = TaxSchedule.US_FEDERAL.design().toFloats();

    @ParameterizedTest
    @CsvSource({"-5, 0", "0, 0", "9.7, 0.97", "100, 18.1745", "7, 0.7"}) // fact sheet on MetaGrad, section 8
    void usFederal_takesWhatIsPublished(double income, double tax) {
        assertThat(Brackets.US_FEDERAL.levy().due(income, FEDERAL)).isCloseTo(tax, within(ROUNDING));
        assertThat(TaxSchedule.US_FEDERAL.tax(Math.max(0, income))).isCloseTo(tax, within(ROUNDING));
    }

    @ParameterizedTest
    @CsvSource({"-0.1, 0", "0, 0.1", "9.6, 0.1", "9.7, 0.12", "509, 0.35", "510.3, 0.37", "1e9, 0.37"})
    void marginalRate_isThatOfTheLeftClosedBracket(double income, double rate) {
        assertThat(Brackets.US_FEDERAL.levy().marginal(income, FEDERAL)).isEqualTo(rate);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void invariant14_continuousPiecewiseLinear_slopeIsTheMarginalRate(long seed) {
        Rng rng = new Rng();
        rng.seat(seed, 0);
        Levy levy = (seed % 2 == 0 ? Brackets.US_FEDERAL : Brackets.doubling(7, 100)).levy();
        float[] rates = new float[7];
        for (int b = 0; b < 7; b++) {
            rates[b] = rng.below(21) / 20f;
        }
        assertThat(levy.due(0, rates)).isZero();
        double step = 1e-3;
        for (double z = 0; z < 600; z += 0.37) {
            double slope = (levy.due(z + step, rates) - levy.due(z, rates)) / step;
            if (levy.bracket(z) == levy.bracket(z + step)) {
                assertThat(slope).isCloseTo(levy.marginal(z, rates), within(1e-9));
            } else {
                assertThat(slope).as("no jump").isBetween(-1e-9, 1 + 1e-9);
            }
        }
    }

    @Test
    void invariant14_equalRatesAreAFlatTax_noRatesTakeNothing() {
        Levy levy = Brackets.linear(5, 100).levy();
        float[] flat = {0.3f, 0.3f, 0.3f, 0.3f, 0.3f};
        for (double z = 0; z < 300; z += 1.7) {
            assertThat(levy.due(z, flat)).isCloseTo(0.3 * z, within(1e-10));
            assertThat(levy.due(z, new float[5])).isZero();
        }
    }

    @Test
    void spacings_areTheReferences() {
        assertThat(Brackets.linear(5, 100).cuts())
                .containsExactly(0.0, 25.0, 50.0, 75.0, 100.0, Double.POSITIVE_INFINITY);
        assertThat(Brackets.doubling(5, 100).cuts())
                .containsExactly(0.0, 12.5, 25.0, 50.0, 100.0, Double.POSITIVE_INFINITY);
        assertThat(Brackets.US_FEDERAL.count()).isEqualTo(7);
    }

    @Test
    void cutsThatDoNotIncrease_andRatesOutsideTheInterval_areRefused() {
        assertThatThrownBy(() -> Brackets.open(0, 10, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cut point 2");
        assertThatThrownBy(() -> TaxSchedule.of(Brackets.linear(2, 10), 0.5, 1.3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bracket 1")
                .hasMessageContaining("percent");
    }
}
