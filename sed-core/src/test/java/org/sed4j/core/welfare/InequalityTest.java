package org.sed4j.core.welfare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

class InequalityTest {
    /** Roundings of sums of fewer than ten numbers below 100. */
    private static final double EXACT = 1e-12;

    @Test
    void gini_onWorkedNumbers() {
        assertThat(Inequality.gini(new double[] {1, 3})).isCloseTo(0.25, within(EXACT));
        assertThat(Inequality.gini(new double[] {1, 2, 3})).isCloseTo(2.0 / 9, within(EXACT)); // 8 / (2*3*6)
        assertThat(Inequality.gini(new double[] {5, 5, 5})).isZero();
        assertThat(Inequality.gini(new double[] {0, 0, 0, 8})).isCloseTo(0.75, within(EXACT)); // (n-1)/n
    }

    @Test
    void gini_whereNobodyHasAnything_isZero() {
        assertThat(Inequality.gini(new double[3])).isZero();
        assertThat(Inequality.equality(new double[3])).isEqualTo(1);
        assertThat(Inequality.equality(new double[] {7})).isEqualTo(1);
    }

    @Test
    void equality_isOneWhenEqualAndZeroForASingleOwner() {
        assertThat(Inequality.equality(new double[] {5, 5, 5})).isEqualTo(1);
        assertThat(Inequality.equality(new double[] {0, 0, 0, 8})).isCloseTo(0, within(EXACT));
    }

    @Test
    void gini_agreesWithItsDefinitionAsASumOverPairs() {
        Seed seed = Seed.of(1).named("gini");
        for (int g = 0; g < 1000; g++) {
            Rng rng = seed.at(g).rng();
            double[] amounts = new double[1 + rng.below(8)];
            double total = 0;
            double pairs = 0;
            for (int i = 0; i < amounts.length; i++) {
                amounts[i] = 100 * rng.uniform();
                total += amounts[i];
            }
            for (double x : amounts) {
                for (double y : amounts) {
                    pairs += Math.abs(x - y);
                }
            }
            assertThat(Inequality.gini(amounts)).isCloseTo(pairs / (2 * amounts.length * total), within(EXACT));
        }
    }

    @Test
    void gini_ofAmountsThatHaveNone_isUndefined() {
        for (double odd : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThat(Inequality.gini(new double[] {1, odd})).isNaN();
            assertThat(Inequality.equality(new double[] {odd, 1})).isNaN();
        }
        assertThatThrownBy(() -> Inequality.gini(new double[0])).hasMessageContaining("at least 1");
    }

    @Test
    void gini_forgivesTheRoundingOfAFloat() {
        assertThat(Inequality.gini(new double[] {-1e-8, 1})).isCloseTo(0.5, within(EXACT));
    }

    @Test
    void gini_ofEnormousAmounts_doesNotOverflow() {
        assertThat(Inequality.gini(new double[] {1e308, 1e308, 0})).isEqualTo(1 / 3.0);
        assertThat(Inequality.gini(new double[] {Double.MAX_VALUE, 0})).isEqualTo(0.5);
        assertThat(Inequality.equality(new double[] {1e308, 1e308})).isEqualTo(1);
    }
}
