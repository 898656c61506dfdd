package org.sed4j.core.stackelberg.lp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

class FractionsTest {

    @Test
    void simplest_readsWhatWasMeant() {
        assertThat(Fractions.simplest(0.1)).isEqualTo(new BigFraction(1, 10));
        assertThat(Fractions.simplest(-1.0 / 3)).isEqualTo(new BigFraction(-1, 3));
        assertThat(Fractions.simplest(27.5)).isEqualTo(new BigFraction(55, 2));
        assertThat(Fractions.simplest(0)).isEqualTo(BigFraction.ZERO);
        assertThat(Fractions.simplest(-4)).isEqualTo(new BigFraction(-4));
        assertThat(Fractions.simplest(1e20)).isEqualTo(new BigFraction(new BigInteger("100000000000000000000")));
        assertThat(Fractions.simplest(1e-7)).isEqualTo(new BigFraction(1, 10_000_000));
    }

    @Test
    void simplest_findsEveryFractionOfSmallDenominator() {
        for (int q = 1; q <= 60; q++) {
            for (int p = -q; p <= 2 * q; p++) {
                assertThat(Fractions.simplest((double) p / q)).isEqualTo(new BigFraction(p, q));
            }
        }
    }

    @Test
    void simplest_roundsBackToItsDouble() {
        Seed seed = Seed.of(1).named("doubles");
        for (int g = 0; g < 2000; g++) {
            Rng rng = seed.at(g).rng();
            double value = rng.gaussian() * Math.pow(10, rng.below(12) - 6);
            assertThat(Fractions.simplest(value).doubleValue()).isEqualTo(value);
        }
    }

    @Test
    void denominator_clearsAll() {
        assertThat(Fractions.denominator(0.5, 1.0 / 3, 2)).isEqualTo(BigInteger.valueOf(6));
        assertThatThrownBy(() -> Fractions.simplest(Double.NaN)).hasMessageContaining("NaN");
    }
}
