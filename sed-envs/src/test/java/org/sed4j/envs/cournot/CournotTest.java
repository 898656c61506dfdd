package org.sed4j.envs.cournot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sed4j.core.game.Design;
import org.sed4j.envs.oracle.Held;
import org.sed4j.envs.oracle.Levels;
import org.sed4j.envs.oracle.Peaks;

class CournotTest {
    private static CournotRules rules(int n) {
        return new CournotRules(n, 3, 0.5, 0.4, Levels.even(0, 2 * 2.6 / ((n + 1) * 0.5), 41), 5);
    }

    @Test
    void world_keepsItsContract() {
        Held.contract(Cournot.maker(rules(3)));
        Held.contract(() -> new Cournot(CournotRules.of(2)));
        Held.parity(Cournot.maker(rules(3)));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 250})
    void closedForms_areWhatSolversAndGridsFind(int n) {
        CournotOracle oracle = new CournotOracle(rules(n));
        Held.aims(oracle, 1e-9);
        Held.ideals(oracle, 1e-9);
        Held.slopes(oracle, -0.5, 0.2, 1);
        Held.welfare(oracle, 0.1);
        assertThat(oracle.response(0, 0)).isCloseTo(2.6 / ((n + 1) * 0.5), within(1e-12));
        assertThat(n * oracle.response(0, -2.6 / n)).isCloseTo(2.6 / 0.5, within(1e-9));
        assertThat(oracle.highestRevenue()).isEqualTo(1.3);
        double most = n * oracle.utility(0, oracle.utilitarian());
        assertThat(1 - n * oracle.utility(0, 0) / most).isCloseTo(1.0 / ((n + 1) * (n + 1)), within(1e-9));
        assertThat(oracle.loss()).isCloseTo(1.0 / ((n + 1) * (n + 1)), within(1e-15));
    }

    /** Nobody does better than theory's quantity; the leader's and followers' by brute force over both. */
    @Test
    void quantities_areBestResponses() {
        CournotOracle oracle = new CournotOracle(rules(4));
        for (double tax : new double[] {-0.65, 0, 1}) {
            double q = oracle.response(0, tax);
            double best =
                    Peaks.of(x -> (2.6 - tax - 0.5 * (x + 3 * q)) * x, x -> 2.6 - tax - 0.5 * (2 * x + 3 * q), 0, 10);
            assertThat(best).isCloseTo(q, within(1e-9));
            assertThat((2.6 - tax - 0.5 * 4 * q) * q).isCloseTo(oracle.profit(tax), within(1e-9));
        }
        CournotOracle two = new CournotOracle(rules(2));
        assertThat(two.leader()).isCloseTo(2.6 / (2 * 0.5), within(1e-12));
        assertThat(two.follower(two.leader())).isCloseTo(2.6 / (4 * 0.5), within(1e-12));
        double follows =
                Peaks.of(x -> (2.6 - 0.5 * (x + two.leader())) * x, x -> 2.6 - 0.5 * (2 * x + two.leader()), 0, 10);
        assertThat(two.follower(two.leader())).isCloseTo(follows, within(1e-9));
        for (CournotOracle o : new CournotOracle[] {two, oracle}) {
            double leads = Peaks.of(x -> led(o, x), x -> (led(o, x + 1e-7) - led(o, x - 1e-7)) / 2e-7, 0, 5);
            assertThat(o.leader()).isCloseTo(leads, within(1e-6));
        }
        assertThatThrownBy(() -> two.follower(-1)).hasMessageContaining("quantity of the leader (-1.0)");
    }

    private static double led(CournotOracle o, double x) {
        return (2.6 - 0.5 * (x + (o.players() - 1) * o.follower(x))) * x;
    }

    @Test
    void round_paysTheProfitOfTheory() {
        CournotRules rules = rules(4);
        CournotOracle oracle = new CournotOracle(rules);
        int[] untaxed = {20, 20, 20, 20};
        assertThat(Held.lived(Cournot.maker(rules), Design.of(0), 5, untaxed)[1])
                .isCloseTo(oracle.profit(0), within(1e-5));
        int[] subsidised = {25, 25, 25, 25};
        assertThat(Held.lived(Cournot.maker(rules), Design.of(-0.65), 5, subsidised)[3])
                .isCloseTo(oracle.profit(-0.65), within(1e-5));
        assertThat(oracle.gridLoss(0)).isCloseTo(0, within(1e-12));
        assertThat(oracle.gridLoss(0.05)).isPositive();
    }

    @Test
    void rules_refuseWhatCannotBe() {
        assertThatThrownBy(() -> CournotRules.of(1)).hasMessageContaining("firms (1)");
        assertThatThrownBy(() -> new CournotRules(2, 1, 1, 2, Levels.even(0, 1, 3), 1))
                .hasMessageContaining("highest price a (1.0) must be above the cost, 2.0");
        assertThatThrownBy(() -> new CournotRules(2, 1, -1, 0, Levels.even(0, 1, 3), 1))
                .hasMessageContaining("steepness b of demand (-1.0)");
    }
}
