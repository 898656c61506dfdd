package org.sed4j.envs.inflation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.sed4j.core.game.Design;
import org.sed4j.core.pomg.View;
import org.sed4j.core.run.Seed;
import org.sed4j.envs.oracle.Held;
import org.sed4j.envs.oracle.Levels;
import org.sed4j.envs.oracle.Peaks;

class InflationTest {
    private static final InflationRules RULES =
            new InflationRules(5, 1.5, 0.4, 0.8, Regime.DISCRETION, Levels.even(0, 0.96, 13), 4);

    @Test
    void world_keepsItsContract() {
        Held.contract(Inflation.maker(RULES));
        Held.contract(() -> new Inflation(InflationRules.of(2, Regime.COMMITMENT)));
        Held.parity(Inflation.maker(RULES));
    }

    @Test
    void closedForms_areWhatSolversAndGridsFind() {
        InflationOracle oracle = new InflationOracle(RULES);
        Held.aims(oracle, 1e-9);
        Held.ideals(oracle, 1e-9);
        Held.slopes(oracle, 0.1, 0.4, 0.7);
        Held.welfare(oracle, 0.1);
    }

    /** Discretion is the fixed point of reaction and belief, π = λbk, and loses 1 + λb² times what commitment to 0 does. */
    @Test
    void discretion_isWhereBeliefsComeTrue() {
        InflationOracle oracle = new InflationOracle(RULES);
        double expected = 0;
        for (int k = 0; k < 200; k++) {
            double held = expected;
            double best =
                    Peaks.of(pi -> oracle.welfare(pi, held), pi -> -pi - 0.4 * 1.5 * (1.5 * (pi - held) - 0.8), -5, 5);
            assertThat(oracle.reaction(0.4, held)).isCloseTo(best, within(1e-9));
            expected = best;
        }
        assertThat(expected).isCloseTo(0.4 * 1.5 * 0.8, within(1e-9)).isCloseTo(oracle.discretion(), within(1e-9));
        assertThat(oracle.welfare(expected, expected) / oracle.welfare(0, 0)).isCloseTo(1 + 0.4 * 2.25, within(1e-9));
        assertThat(oracle.ratio()).isCloseTo(1 + 0.4 * 2.25, within(1e-12));
        // no promise that is kept does better than 0
        assertThat(Peaks.of(pi -> oracle.welfare(pi, pi), pi -> -pi, 0, 1)).isZero();
        assertThatThrownBy(() -> oracle.reaction(-1, 0)).hasMessageContaining("weight on output (-1.0)");
    }

    /** Expecting what comes is dominant in the world; the round then pays the utility of theory. */
    @Test
    void round_paysTheUtilityOfTheory() {
        InflationOracle oracle = new InflationOracle(RULES);
        int[] right = {6, 6, 6, 6, 6}; // 0.48 = λbk
        double[] lived = Held.lived(Inflation.maker(RULES), Design.of(0.48), 4, right);
        assertThat(lived[0]).isCloseTo(oracle.utility(0, 0.4), within(1e-6));
        for (int k = 0; k < 13; k++) {
            double other = Held.lived(Inflation.maker(RULES), Design.of(0.48), 4, 6, 6, k, 6, 6)[2];
            assertThat(other).isLessThanOrEqualTo(lived[2]);
        }
        assertThat(oracle.design(0.4).get(0)).isCloseTo(0.48, within(1e-12));
        assertThat(oracle.gridLoss(0.4)).isCloseTo(0, within(1e-12));
        assertThat(oracle.gridLoss(0.425)).isCloseTo(0.5 * 0.03 * 0.03, within(1e-12));
    }

    /** Under discretion the principal is asked at each step and sees expectations; under commitment once a round. */
    @Test
    void regimes_differInWhenThePrincipalIsAsked() {
        Inflation discretion = new Inflation(RULES);
        Inflation commitment = new Inflation(InflationRules.of(3, Regime.COMMITMENT));
        discretion.reset(Seed.of(1).rng());
        commitment.reset(Seed.of(1).rng());
        View view = new View(0, 2);
        discretion.consult(new int[] {0, 0, 0, 5, 10}, new float[] {0.1f}, view);
        assertThat(view.numbers[0]).isCloseTo((0.4f + 0.8f) / 5, within(1e-6f));
        for (int t = 0; t < 20; t++) {
            assertThat(discretion.due()).isTrue();
            assertThat(commitment.due()).isEqualTo(t % 10 == 0);
            discretion.step(new int[5], new float[] {0.1f}, Seed.of(1).rng(), new float[5]);
            commitment.step(new int[3], new float[] {0.1f}, Seed.of(1).rng(), new float[3]);
        }
    }

    @Test
    void rules_refuseWhatCannotBe() {
        assertThatThrownBy(() -> new InflationRules(5, 1, 1, 1, Regime.COMMITMENT, Levels.even(0, 0.5, 5), 1))
                .hasMessageContaining("must hold 0 and 1.0");
        assertThatThrownBy(() -> new InflationRules(5, 0, 1, 1, Regime.COMMITMENT, Levels.even(0, 2, 5), 1))
                .hasMessageContaining("response b of output (0.0)");
    }
}
