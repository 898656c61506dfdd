package org.sed4j.envs.publicgoods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sed4j.core.game.Design;
import org.sed4j.envs.oracle.Aim;
import org.sed4j.envs.oracle.Held;
import org.sed4j.envs.oracle.Levels;

class SanctionsTest {
    private static final SanctionsRules RULES = SanctionsRules.of(4, 1.6, 0.1);

    @Test
    void world_keepsItsContract() {
        Held.contract(Sanctions.maker(RULES));
        Held.contract(() -> new Sanctions(SanctionsRules.of(2, 1.2, 0)));
        Held.parity(Sanctions.maker(RULES));
    }

    @ParameterizedTest
    @CsvSource({"4,1.6,0,0.6", "4,1.6,0.1,0.6", "4,1.6,1.1,0", "10,3,0.5,0.7", "2,1.5,3,0"})
    void leastFineThatWorks_isTheOptimum_ifItIsWorthIt(int n, double r, double kappa, double best) {
        SanctionsOracle oracle = new SanctionsOracle(SanctionsRules.of(n, r, kappa));
        assertThat(oracle.leastFine()).isCloseTo(1 - r / n, within(1e-15));
        assertThat(oracle.utilitarian()).isCloseTo(best, within(1e-12));
        Held.aims(oracle, 1e-9);
        Held.ideals(oracle, 1e-9);
        Held.slopes(oracle, 0.1, 0.9);
    }

    /** Dominance by brute force: all gifts of one, whatever the others give. */
    @Test
    void giving_isDominantExactlyFromTheLeastFineOn() {
        SanctionsOracle oracle = new SanctionsOracle(RULES);
        for (double fine : new double[] {0, 0.3, 0.599, 0.601, 0.8, 1}) {
            double chosen = oracle.response(0, fine);
            for (int others = 0; others <= 10; others++) {
                for (int own = 0; own <= 10; own++) {
                    assertThat(oracle.utility(own / 10.0, others / 10.0, fine))
                            .isLessThanOrEqualTo(oracle.utility(chosen, others / 10.0, fine) + 1e-12);
                }
            }
            assertThat(oracle.utility(chosen, chosen, fine)).isCloseTo(oracle.utility(0, fine), within(1e-12));
        }
    }

    @Test
    void round_paysTheUtilityOfTheory() {
        SanctionsOracle oracle = new SanctionsOracle(RULES);
        assertThat(Held.lived(Sanctions.maker(RULES), Design.of(0.6), 10, 10, 10, 10, 10)[2])
                .isCloseTo(oracle.utility(2, 0.6), within(1e-6));
        assertThat(Held.lived(Sanctions.maker(RULES), Design.of(0.3), 10, 0, 0, 0, 0)[2])
                .isCloseTo(oracle.utility(2, 0.3), within(1e-6));
    }

    /** A grid of fines without 1 - r/n takes the next one, at the cost of enforcing it. */
    @Test
    void grid_withoutTheLeastFine_losesItsEnforcement() {
        SanctionsOracle oracle = new SanctionsOracle(RULES);
        Levels coarse = Levels.even(0, 1, 5);
        assertThat(oracle.best(Aim.utilitarian(), coarse).policy()).isEqualTo(0.75);
        assertThat(oracle.loss(Aim.utilitarian(), coarse)).isCloseTo(4 * 0.1 * 0.15, within(1e-12));
        SanctionsOracle half = new SanctionsOracle(RULES.withGift(Levels.of(0.1, 0.5)));
        assertThat(half.gridLoss(0.7)).isCloseTo(0.1 * 0.5, within(1e-12));
        assertThat(half.gridLoss(0.5)).isCloseTo(0.1 * 0.1, within(1e-12));
    }

    @Test
    void rules_refuseWhatCannotBe() {
        assertThatThrownBy(() -> SanctionsRules.of(4, 4, 0)).hasMessageContaining("factor r (4.0) must lie in (1, 4)");
        assertThatThrownBy(() -> SanctionsRules.of(4, 1, 0)).hasMessageContaining("there is no dilemma");
        assertThatThrownBy(() -> SanctionsRules.of(4, 2, -1)).hasMessageContaining("cost of enforcement κ (-1.0)");
    }
}
