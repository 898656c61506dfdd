package org.sed4j.envs.lineartax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.envs.oracle.Aim;
import org.sed4j.envs.oracle.Answer;
import org.sed4j.envs.oracle.Held;
import org.sed4j.envs.oracle.Levels;
import org.sed4j.envs.oracle.Peaks;

class LinearTaxOracleTest {
    private static double[] skills(int n, long seed) {
        Rng rng = Seed.of(seed).rng();
        double[] skills = new double[n];
        for (int i = 0; i < n; i++) {
            skills[i] = Math.exp(0.8 * rng.gaussian());
        }
        return skills;
    }

    private static LinearTaxOracle society(int n, double e, long seed) {
        return new LinearTaxOracle(LinearTaxRules.of(e, skills(n, seed)));
    }

    @ParameterizedTest
    @CsvSource({"2,0.3", "2,1", "3,0.5", "5,2", "25,0.25", "26,1"})
    void closedForms_areWhatSolversAndGridsFind(int n, double e) {
        for (long seed = 0; seed < 5; seed++) {
            LinearTaxOracle oracle = society(n, e, seed);
            double[] weights = new double[n];
            Arrays.setAll(weights, i -> 1.0 / (1 + i));
            Held.aims(oracle, 1e-9, Aim.weighted(weights));
            Held.ideals(oracle, 1e-9);
            Held.slopes(oracle, 0.1, 0.33, 0.8);
            Held.welfare(oracle, 0.3);
        }
    }

    /** The response against brute force over labour, and V_i written out as the fact sheet has it. */
    @Test
    void labour_isWhatMaximisesUtility() {
        LinearTaxOracle oracle = society(7, 0.6, 9);
        double e = 0.6;
        double t = 0.35;
        double[] w = skills(7, 9);
        for (int i = 0; i < 7; i++) {
            double skill = w[i];
            double labour = Peaks.of(
                    l -> (1 - t) * skill * l - Math.pow(l, 1 + 1 / e) / (1 + 1 / e),
                    l -> (1 - t) * skill - Math.pow(l, 1 / e),
                    0,
                    20);
            assertThat(oracle.response(i, t)).isCloseTo(labour, within(1e-9));
            double others = 0;
            for (int j = 0; j < 7; j++) {
                others += j == i ? 0 : w[j] * oracle.response(j, t) / 6;
            }
            double utility = (1 - t) * skill * labour + t * others - Math.pow(labour, 1 + 1 / e) / (1 + 1 / e);
            assertThat(oracle.utility(i, t)).isCloseTo(utility, within(1e-9));
            double rho = Math.pow(skill, 1 + e) / mean(w, i, e);
            assertThat(oracle.ideal(i)).isCloseTo(rho < 1 ? (1 - rho) / (1 - rho + e) : 0, within(1e-12));
        }
    }

    private static double mean(double[] w, int but, double e) {
        double sum = 0;
        for (int j = 0; j < w.length; j++) {
            sum += j == but ? 0 : Math.pow(w[j], 1 + e);
        }
        return sum / (w.length - 1);
    }

    /** At t_0 all are equally well off; below it the least skilled are worst off, above it the most skilled. */
    @Test
    void order_turnsAtTheEqualisingRate() {
        LinearTaxOracle oracle = new LinearTaxOracle(LinearTaxRules.of(1, 1, 2, 4));
        double t = oracle.equalising();
        assertThat(t).isEqualTo(0.5);
        assertThat(oracle.utility(0, t)).isCloseTo(oracle.utility(2, t), within(1e-12));
        assertThat(oracle.utility(0, 0.4)).isLessThan(oracle.utility(2, 0.4));
        assertThat(oracle.utility(0, 0.6)).isGreaterThan(oracle.utility(2, 0.6));
    }

    /** The n·min variant of the mix is the library's with another weight: ηΣ + (1-η)n·min ∝ η'Σ + (1-η')min. */
    @Test
    void mix_withNTimesTheLeast_isTheSameFamily() {
        LinearTaxOracle oracle = society(9, 0.7, 3);
        double eta = 0.4;
        double other = eta / (eta + (1 - eta) * 9);
        double t = oracle.mix(other);
        for (int k = 0; k <= 1000; k++) {
            double v = eta * Aim.utilitarian().value(oracle, k / 1000.0)
                    + (1 - eta) * 9 * Aim.egalitarian().value(oracle, k / 1000.0);
            assertThat(v)
                    .isLessThanOrEqualTo(eta * Aim.utilitarian().value(oracle, t)
                            + (1 - eta) * 9 * Aim.egalitarian().value(oracle, t)
                            + 1e-12);
        }
    }

    /** Grossman and Helpman: ḡ = (α ρ_L + a)/(α + a) once the population is large; the ends at any n. */
    @Test
    void lobby_isWeighed() {
        double e = 0.5;
        int copies = 4000;
        double[] skills = new double[4 * copies];
        boolean[] member = new boolean[skills.length];
        for (int i = 0; i < skills.length; i++) {
            skills[i] = new double[] {0.6, 1, 1.2, 2}[i % 4];
            member[i] = i % 4 < 2;
        }
        LinearTaxOracle oracle = new LinearTaxOracle(LinearTaxRules.of(e, skills));
        double mean = (Math.pow(0.6, 1.5) + 1 + Math.pow(1.2, 1.5) + Math.pow(2, 1.5)) / 4;
        double rho = (Math.pow(0.6, 1.5) + 1) / 2 / mean;
        for (double a : new double[] {0.1, 1, 7}) {
            double g = (0.5 * rho + a) / (0.5 + a);
            assertThat(oracle.lobby(member, a)).isCloseTo((1 - g) / (1 - g + e), within(1e-3));
        }
        assertThat(oracle.lobby(member, 1e12)).isCloseTo(0, within(1e-9));
        assertThat(oracle.lobby(member, 0)).isCloseTo((1 - rho) / (1 - rho + e), within(1e-3));
        boolean[] one = {true, false, false};
        LinearTaxOracle small = new LinearTaxOracle(LinearTaxRules.of(e, 1, 2, 3));
        assertThat(small.lobby(one, 0)).isEqualTo(small.ideal(0));
        assertThatThrownBy(() -> small.lobby(one, -1)).hasMessageContaining("weight on welfare (-1.0)");
    }

    /** What a grid of efforts loses: nothing where 1-t is a level, less than a grid's distance squared elsewhere. */
    @Test
    void gridLoss_isStated() {
        LinearTaxOracle oracle = new LinearTaxOracle(LinearTaxRules.of(1, 1, 2, 4));
        assertThat(oracle.gridLoss(0.35)).isCloseTo(0, within(1e-12));
        // s = 16, (1-t) = 0.675, levels 0.65 and 0.7: half of 0.025² each for s = 1
        assertThat(oracle.gridLoss(0.325)).isCloseTo(16 * 0.5 * 0.025 * 0.025, within(1e-12));
        assertThat(oracle.utilitiesOnGrid(0.325)[2]).isLessThan(oracle.utility(2, 0.325));
        Levels coarse = Levels.of(0.1, 0.6);
        assertThat(oracle.loss(Aim.revenue(), coarse))
                .isCloseTo(oracle.revenue(0.5) - oracle.revenue(0.6), within(1e-12));
        Answer answer = oracle.best(Aim.revenue(), coarse);
        assertThat(answer.policy()).isEqualTo(0.6);
        assertThat(answer.responses()).containsExactly(0.4, 0.8, 1.6);
        assertThat(answer.design().get(0)).isEqualTo(0.6);
    }

    /** With an even number of voters the lower of the two middle ideals is taken. */
    @Test
    void median_ofAnEvenNumber_isTheLower() {
        LinearTaxOracle oracle = new LinearTaxOracle(LinearTaxRules.of(1, 1, 1.5, 2, 8));
        double[] ideals = oracle.ideals();
        Arrays.sort(ideals);
        assertThat(oracle.median()).isEqualTo(ideals[1]);
    }

    /** Saez: a = 1.5, e = 0.25, g = 0 gives 72.7 %; the closed form is the maximum of what it is derived from. */
    @ParameterizedTest
    @CsvSource({"1.5,0.25,0,0.72727272727", "2,0.5,0.3,0.41176470588", "3,1,0.9,0.03225806452"})
    void topRate_isSaezs(double tail, double elasticity, double weight, double rate) {
        TopRate top = new TopRate(tail, elasticity, weight);
        assertThat(top.rate()).isCloseTo(rate, within(1e-9));
        for (int k = 0; k <= 1000; k++) {
            assertThat(top.value(k / 1000.0)).isLessThanOrEqualTo(top.value(top.rate()) + 1e-15);
        }
    }

    /** The revenue that the top rate is derived from, against a population of skills with a Pareto tail that responds. */
    @Test
    void topRate_raisesWhatAParetoPopulationPays() {
        double a = 2.5;
        double e = 0.4;
        TopRate top = new TopRate(a, e, 0);
        int people = 200_000;
        double[] rates = {0.2, top.rate(), 0.7};
        for (double t : rates) {
            double raised = 0;
            for (int i = 0; i < people; i++) {
                double v = (i + 0.5) / people;
                double share = v * v * v; // quantiles closer together where incomes are high
                double income = Math.pow(share, -1 / a) * Math.pow(1 - t, e);
                raised += Math.max(0, income - 1) * t * 3 * v * v / people;
            }
            assertThat(raised).isCloseTo(top.revenue(t), within(1e-5));
        }
        assertThatThrownBy(() -> new TopRate(1, 0.25, 0)).hasMessageContaining("Pareto tail a (1.0) must be above 1");
        assertThatThrownBy(() -> new TopRate(2, 0, 0)).hasMessageContaining("elasticity e (0.0)");
    }
}
