package org.sed4j.envs.gtb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invariant I17 of the fact sheet: what equality is. */
class GtbWelfareTest {
    @ParameterizedTest
    @ValueSource(ints = {2, 4, 29, 30, 100})
    void invariant17_giniIs0AtEquality_1ForOneOwner_andScaleInvariant(int n) {
        Welfare welfare = new Welfare(n, Preferences.PAPER, PlannerObjective.PAPER);
        Holdings holdings = new Holdings(n);
        double gap = n < 30 ? 1e-9 : 2.0 / (n + 1); // the many-player formula has no factor n/(n-1)
        assertThat(equality(welfare, holdings)).as("nobody has anything").isEqualTo(1);
        for (int i = 0; i < n; i++) {
            holdings.earn(i, 5);
        }
        assertThat(equality(welfare, holdings)).isCloseTo(1, within(1e-9));
        for (int i = 1; i < n; i++) {
            holdings.earn(i, -5);
        }
        assertThat(equality(welfare, holdings)).isCloseTo(0, within(gap));
        for (int i = 0; i < n; i++) {
            holdings.earn(i, i * i);
        }
        double some = equality(welfare, holdings);
        for (int i = 0; i < n; i++) {
            holdings.earn(i, holdings.coin(i));
        }
        assertThat(equality(welfare, holdings)).isCloseTo(some, within(1e-9));
    }

    private static double equality(Welfare welfare, Holdings holdings) {
        welfare.reset(holdings);
        return welfare.equality();
    }
}
