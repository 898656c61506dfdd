package org.sed4j.envs.commons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.envs.oracle.Held;
import org.sed4j.envs.oracle.Levels;
import org.sed4j.envs.oracle.Peaks;

class SharedStockTest {
    private static final SharedStockRules RULES = SharedStockRules.of(3, 0.6, 0.9);

    @Test
    void world_keepsItsContract() {
        Held.contract(SharedStock.maker(RULES));
        Held.contract(() -> new SharedStock(SharedStockRules.of(2, 0.3, 0.5)));
        Held.parity(SharedStock.maker(RULES));
    }

    @ParameterizedTest
    @CsvSource({"2,0.5,0.9", "3,0.9,0.5", "10,0.3,0.95"})
    void closedForms_areWhatSolversAndGridsFind(int n, double alpha, double beta) {
        SharedStockOracle oracle = new SharedStockOracle(SharedStockRules.of(n, alpha, beta));
        Held.aims(oracle, 1e-9);
        Held.ideals(oracle, 1e-9);
        Held.slopes(oracle, 0.1, 0.5, 0.9);
        Held.welfare(oracle, 0.3);
        double left = alpha * beta;
        assertThat(oracle.response(0, 0)).isCloseTo((1 - left) / (n * (1 - left) + left), within(1e-12));
        assertThat(n * oracle.response(0, oracle.utilitarian())).isCloseTo(1 - left, within(1e-12));
        assertThat(oracle.plannersTotal()).isCloseTo(1 - left, within(1e-15));
    }

    /**
     * A player's best policy against others who take theory's share is theory's share, at any tax: among constant shares by
     * brute force; and a deviation for one step does not pay either, which for a stationary policy is enough.
     */
    @Test
    void markovPerfectShare_isABestResponse() {
        SharedStockOracle oracle = new SharedStockOracle(RULES);
        for (double tax : new double[] {0, 0.3, 2.0 / 3, 0.9}) {
            double s = oracle.response(0, tax);
            double most = 1 - 2 * s - 1e-9;
            double best = Peaks.of(
                    d -> oracle.utility(d, s, tax),
                    d -> (oracle.utility(d + 1e-8, s, tax) - oracle.utility(d - 1e-8, s, tax)) / 2e-8,
                    1e-6,
                    most);
            assertThat(best).isCloseTo(s, within(1e-7));
            double stay = once(s, s, tax);
            assertThat(stay).isCloseTo(oracle.utility(0, tax), within(1e-9));
            for (int k = 1; k < 1000; k++) {
                assertThat(once(most * k / 1000, s, tax)).isLessThanOrEqualTo(stay + 1e-12);
            }
        }
    }

    /** One step at share d, then for ever at s: ln c + β V(x'), with V = V(1) + ln x' / (1-αβ). */
    private static double once(double d, double s, double tax) {
        SharedStockOracle oracle = new SharedStockOracle(RULES);
        double next = 0.6 * Math.log(1 - d - 2 * s);
        return Math.log((1 - tax) * d + tax * s) + 0.9 * (oracle.utility(s, s, tax) + next / (1 - 0.54));
    }

    /** A long life in the world sums to the utility of theory, whatever the tax; the stock settles where it says. */
    @ParameterizedTest
    @CsvSource({"0,0", "0.6666667,1"})
    void life_paysTheUtilityOfTheory(double tax, int which) {
        SharedStockOracle oracle = new SharedStockOracle(RULES);
        double wanted = oracle.response(0, tax);
        int level = RULES.share().nearest(wanted);
        assertThat(RULES.share().at(level)).as("case %s", which).isCloseTo(wanted, within(1e-7));
        SharedStock world = new SharedStock(RULES);
        Rng rng = Seed.of(1).rng();
        world.reset(rng);
        float[] measures = new float[6];
        float[] rewards = new float[3];
        double sum = 0;
        for (int t = 0; t < 250; t++) {
            world.step(new int[] {level, level, level}, new float[] {(float) tax}, rng, rewards);
            world.measure(measures);
            sum += measures[0];
        }
        assertThat(sum).isCloseTo(oracle.utility(0, tax), within(1e-4));
        float[] stock = new float[1];
        world.gauge(stock);
        assertThat(Math.exp(stock[0])).isCloseTo(oracle.stock(tax), within(1e-5));
        assertThat(rewards[1]).isCloseTo((float) Math.log(wanted * oracle.stock(tax)), within(1e-4f));
    }

    @Test
    void gridLoss_isStated() {
        SharedStockOracle fine = new SharedStockOracle(RULES);
        assertThat(fine.gridLoss(0)).isCloseTo(0, within(1e-9));
        SharedStockOracle coarse = new SharedStockOracle(RULES.withShare(Levels.of(0.1, 0.2)));
        double s = coarse.response(0, 0);
        assertThat(coarse.gridLoss(0))
                .isPositive()
                .isCloseTo(
                        coarse.utility(s, s, 0) - Math.max(coarse.utility(0.1, s, 0), coarse.utility(0.2, s, 0)),
                        within(1e-12));
    }

    @Test
    void rules_refuseWhatCannotBe() {
        assertThatThrownBy(() -> SharedStockRules.of(3, 1, 0.9))
                .hasMessageContaining("growth α (1.0) must lie in (0, 1)");
        assertThatThrownBy(() -> SharedStockRules.of(3, 0.9, 1)).hasMessageContaining("so that α β < 1");
        assertThatThrownBy(() -> RULES.withShare(Levels.of(0, 0.1))).hasMessageContaining("least share (0.0)");
        assertThatThrownBy(() -> RULES.withShare(Levels.of(0.1, 0.4))).hasMessageContaining("must be below 1");
    }
}
