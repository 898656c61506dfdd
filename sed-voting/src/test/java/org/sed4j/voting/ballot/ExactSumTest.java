package org.sed4j.voting.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

class ExactSumTest {

    @Test
    void sum_equalsTheSumInUnlimitedPrecision() {
        Rng rng = Seed.of(3).rng();
        for (int trial = 0; trial < 2000; trial++) {
            double[] values = new double[1 + rng.below(20)];
            BigDecimal exact = BigDecimal.ZERO;
            for (int i = 0; i < values.length; i++) {
                values[i] = (rng.uniform() - 0.5) * Math.pow(2, rng.below(200) - 100);
                exact = exact.add(new BigDecimal(values[i]));
            }
            assertThat(ExactSum.of(values)).isEqualTo(exact.doubleValue());
        }
    }

    @Test
    void sum_doesNotShowTheOrder() {
        assertThat(ExactSum.of(new double[] {1e100, 1, -1e100})).isEqualTo(1);
        assertThat(ExactSum.of(new double[] {1, 1e100, -1e100})).isEqualTo(1);
    }

    @Test
    void sum_coversTheWholeRangeOfDoubles() {
        assertThat(ExactSum.of(new double[] {Double.MIN_VALUE, Double.MIN_VALUE}))
                .isEqualTo(2 * Double.MIN_VALUE);
        assertThat(ExactSum.of(new double[] {Double.MAX_VALUE, -Double.MAX_VALUE, -3}))
                .isEqualTo(-3);
        assertThat(ExactSum.of(new double[0])).isZero();
    }

    @Test
    void notANumber_isRefused() {
        assertThatThrownBy(() -> ExactSum.of(new double[] {Double.NaN})).hasMessageContaining("finite");
    }
}
