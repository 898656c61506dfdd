package org.sed4j.envs.fishery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sed4j.core.game.Design;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.envs.oracle.Held;
import org.sed4j.envs.oracle.Levels;
import org.sed4j.envs.oracle.Peaks;

class FisheryTest {
    @ParameterizedTest
    @EnumSource(Adjustment.class)
    void world_keepsItsContract(Adjustment adjustment) {
        Held.contract(Fishery.maker(FisheryRules.of(4, 0.2, adjustment)));
        Held.contract(() -> new Fishery(FisheryRules.of(2, 0, adjustment)));
    }

    @ParameterizedTest
    @EnumSource(Adjustment.class)
    void nativeWorlds_liveAsOnTheJvm(Adjustment adjustment) {
        Held.parity(Fishery.maker(FisheryRules.of(5, 0.3, adjustment)));
    }

    @ParameterizedTest
    @CsvSource({"2,0.1", "2,0.6", "7,0.3", "100,0.25"})
    void closedForms_areWhatSolversAndGridsFind(int n, double z) {
        for (Adjustment adjustment : Adjustment.values()) {
            FisheryOracle oracle = new FisheryOracle(FisheryRules.of(n, z, adjustment));
            Held.aims(oracle, 1e-9);
            Held.ideals(oracle, 1e-9);
            Held.slopes(oracle, 0.05, 0.2);
            Held.welfare(oracle, 0.1);
        }
    }

    /**
     * Gordon, Schaefer: open access at zK, the sole owner at K(1+z)/2 with half the effort, n rivals between, and the taxes.
     */
    @ParameterizedTest
    @CsvSource({"2,0.1", "3,0.25", "40,0.5"})
    void steadyStates_areTheFactSheets(int n, double z) {
        FisheryOracle open = new FisheryOracle(FisheryRules.of(n, z, Adjustment.GRADUAL));
        FisheryOracle rivals = new FisheryOracle(FisheryRules.of(n, z, Adjustment.AT_ONCE));
        assertThat(open.stock(0)).isCloseTo(z, within(1e-12));
        assertThat(open.optimalStock()).isCloseTo((1 + z) / 2, within(1e-12));
        assertThat(n * open.response(0, 0)).isCloseTo(1 - z, within(1e-12));
        assertThat(n * rivals.response(0, 0)).isCloseTo(n * (1 - z) / (n + 1), within(1e-12));
        double tax = (1 - z) / (1 + z);
        assertThat(open.utilitarian()).isCloseTo(tax, within(1e-12));
        assertThat(open.stock(tax)).isCloseTo((1 + z) / 2, within(1e-12));
        assertThat(n * open.response(0, tax)).isCloseTo((1 - z) / 2, within(1e-12));
        assertThat(rivals.utilitarian()).isCloseTo(tax * (1 - 1.0 / n), within(1e-12));
    }

    /** The rivals' equilibrium against brute force over one's own effort, at any tax. */
    @Test
    void rivals_cannotDoBetter() {
        int n = 5;
        double z = 0.2;
        FisheryOracle oracle = new FisheryOracle(FisheryRules.of(n, z, Adjustment.AT_ONCE));
        for (double tax : new double[] {0, 0.2, 0.5}) {
            double each = oracle.response(0, tax);
            double best = Peaks.of(
                    own -> payoff(own, each, n, z, tax),
                    own -> (payoff(own + 1e-7, each, n, z, tax) - payoff(own - 1e-7, each, n, z, tax)) / 2e-7,
                    0,
                    1);
            assertThat(best).isCloseTo(each, within(1e-7));
            assertThat(10 * payoff(each, each, n, z, tax)).isCloseTo(oracle.utility(0, tax), within(1e-12));
        }
    }

    /** With r = K = q = p = 1: stock 1 - E; the rebate is the mean of the others' tax. */
    private static double payoff(double own, double theirs, int n, double z, double tax) {
        double stock = 1 - own - (n - 1) * theirs;
        return (1 - tax) * own * stock - z * own + tax * theirs * stock;
    }

    /** X_δ satisfies the golden rule, maximises fishing down to it and holding it, and falls from X* to zK. */
    @Test
    void patience_picksTheStock() {
        double z = 0.3;
        FisheryOracle oracle = new FisheryOracle(FisheryRules.of(3, z, Adjustment.GRADUAL));
        assertThat(oracle.stockOfPatience(0)).isCloseTo(oracle.optimalStock(), within(1e-12));
        assertThat(oracle.stockOfPatience(1e9)).isCloseTo(z, within(1e-8));
        double before = 1;
        for (double d : new double[] {0.01, 0.1, 0.5, 1.3, 4, 50}) {
            double x = oracle.stockOfPatience(d);
            double growth = x * (1 - x);
            // F' - c'(X) F / (p - c(X)) = δ with c(X) = z/X
            assertThat(1 - 2 * x + z / (x * x) * growth / (1 - z / x)).isCloseTo(d, within(1e-9 * Math.max(1, d)));
            double held = Peaks.of(y -> held(y, z, d), y -> (held(y + 1e-6, z, d) - held(y - 1e-6, z, d)) / 2e-6, z, 1);
            assertThat(x).isCloseTo(held, within(1e-6)).isLessThan(before);
            assertThat(oracle.stock(oracle.tax(x))).isCloseTo(x, within(1e-12));
            before = x;
        }
    }

    /** Present value of fishing from K down to y at once and holding y for ever. */
    private static double held(double y, double z, double d) {
        return (1 - y) + z * Math.log(y) + (1 - z / y) * y * (1 - y) / d;
    }

    /** Myopic players, who enter while a unit of effort pays, hold the stock where open access does, taxed or not. */
    @ParameterizedTest
    @CsvSource({"0", "0.3", "0.6666"})
    void myopicPlayers_areOpenAccess(double tax) {
        FisheryRules rules = FisheryRules.of(6, 0.2, Adjustment.GRADUAL);
        Fishery world = new Fishery(rules);
        Rng rng = Seed.of(1).rng();
        world.reset(rng);
        float[] design = {(float) tax};
        float[] stock = new float[2];
        double mean = 0;
        for (int t = 0; t < 6000; t++) {
            world.gauge(stock);
            int[] actions = new int[6];
            Arrays.fill(actions, (1 - tax) * stock[0] > 0.2 ? 40 : 0);
            world.step(actions, design, rng, new float[6]);
            mean += t >= 3000 ? stock[0] / 3000 : 0;
        }
        assertThat(mean).isCloseTo(new FisheryOracle(rules).stock(tax), within(0.02));
    }

    /** A round of rivals on their grid pays what theory says; untaxed their effort is a level. */
    @Test
    void round_paysTheUtilityOfTheory() {
        FisheryRules rules = FisheryRules.of(4, 0.2, Adjustment.AT_ONCE);
        FisheryOracle oracle = new FisheryOracle(rules);
        int[] rival = {20, 20, 20, 20};
        double[] lived = Held.lived(Fishery.maker(rules), Design.of(0), rules.steps(), rival);
        assertThat(lived[2]).isCloseTo(oracle.utility(2, 0), within(1e-5));
        assertThat(oracle.gridLoss(0)).isCloseTo(0, within(1e-12));
        double wanted = oracle.response(0, 0.1);
        double level = rules.effort().at(rules.effort().nearest(wanted));
        double lost = 10 * (payoff(wanted, wanted, 4, 0.2, 0.1) - payoff(level, wanted, 4, 0.2, 0.1));
        assertThat(oracle.gridLoss(0.1)).isCloseTo(lost, within(1e-12)).isPositive();
    }

    @Test
    void hundredThousand_areOneFishery() {
        FisheryRules rules = FisheryRules.of(100_000, 0.2, Adjustment.AT_ONCE);
        int[] rival = new int[100_000];
        Arrays.fill(rival, 20);
        double[] lived = Held.lived(Fishery.maker(rules), Design.of(0.2), 1, rival);
        assertThat(Arrays.stream(lived).allMatch(Double::isFinite)).isTrue();
    }

    @Test
    void rules_refuseWhatCannotBe() {
        assertThatThrownBy(() -> FisheryRules.of(3, 1, Adjustment.GRADUAL))
                .hasMessageContaining("z = c / (p q K) (1.0) must be below 1");
        assertThatThrownBy(() -> FisheryRules.of(1, 0.2, Adjustment.GRADUAL)).hasMessageContaining("players (1)");
        assertThatThrownBy(() -> FisheryRules.of(3, 0.2, Adjustment.GRADUAL).withEffort(Levels.even(0, 0.1, 5)))
                .hasMessageContaining("must reach open access");
        assertThatThrownBy(() -> FisheryRules.of(3, 0.2, Adjustment.GRADUAL).withEffort(Levels.even(0, 5, 5)))
                .hasMessageContaining("stock landed in a step");
        FisheryOracle oracle = new FisheryOracle(FisheryRules.of(3, 0.2, Adjustment.GRADUAL));
        assertThatThrownBy(() -> oracle.tax(0)).hasMessageContaining("stock to be kept (0.0)");
        assertThatThrownBy(() -> oracle.stockOfPatience(-1)).hasMessageContaining("discount rate (-1.0)");
    }
}
