package org.sed4j.envs.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

class LogarithmTest {
    @Test
    void logarithm_isTheLibrarysToTheLastDigits() {
        Rng rng = Seed.of(3).rng();
        for (int k = 0; k < 20_000; k++) {
            double x = Math.scalb(0.5 + rng.uniform(), rng.below(600) - 300);
            double exact = StrictMath.log(x);
            assertThat(Logarithm.of(x)).isCloseTo(exact, within(2e-16 + 3e-16 * Math.abs(exact)));
        }
        assertThat(Logarithm.of(1)).isZero();
        assertThat(Logarithm.of(Double.MIN_NORMAL)).isCloseTo(StrictMath.log(Double.MIN_NORMAL), within(1e-12));
    }

    @Test
    void peaks_areFoundWhereverTheyAre() {
        assertThat(Peaks.of(x -> -(x - 0.3) * (x - 0.3), x -> -2 * (x - 0.3), 0, 1))
                .isCloseTo(0.3, within(1e-15));
        assertThat(Peaks.of(x -> x, x -> 1, 0, 1)).isEqualTo(1);
        assertThat(Peaks.of(x -> -x, x -> -1, 0, 1)).isZero();
        assertThat(Peaks.of(x -> 5, x -> 0, 0, 1)).isZero();
        assertThat(Peaks.of(x -> Math.min(x, 1.2 - 2 * x), x -> x < 0.4 ? 1 : -2, 0, 1))
                .isCloseTo(0.4, within(1e-15));
        assertThat(Peaks.of(x -> x < 0.6 ? 1 - x : 5 - 5 * x, x -> x < 0.6 ? -1 : -5, 0, 1, 0.6))
                .isEqualTo(0.6);
        assertThat(Peaks.of(x -> Math.sin(9 * x), x -> 9 * Math.cos(9 * x), 0.3, 1))
                .isCloseTo(Math.PI * 5 / 18, within(1e-14));
    }
}
