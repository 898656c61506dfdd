package org.sed4j.envs.lineartax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.sed4j.core.game.Design;
import org.sed4j.core.pomg.View;
import org.sed4j.core.run.Seed;
import org.sed4j.envs.oracle.Held;
import org.sed4j.envs.oracle.Levels;

class LinearTaxTest {
    private static final LinearTaxRules RULES = LinearTaxRules.of(0.5, 0.4, 0.9, 1, 1.7, 3);

    @Test
    void world_keepsItsContract() {
        Held.contract(LinearTax.maker(RULES));
        Held.contract(() -> new LinearTax(LinearTaxRules.of(1, 1, 2).withSteps(1)));
    }

    @Test
    void nativeWorlds_liveAsOnTheJvm() {
        Held.parity(LinearTax.maker(RULES));
    }

    /** On its grid of efforts the world pays in a round what the oracle says, to float's precision. */
    @Test
    void round_paysTheUtilityOfTheory() {
        LinearTaxOracle oracle = new LinearTaxOracle(RULES);
        for (double t : new double[] {0, 0.2, 0.37, 0.85, 1}) {
            int[] efforts = new int[5];
            Arrays.fill(efforts, oracle.effort(t));
            double[] lived = Held.lived(LinearTax.maker(RULES), Design.of(t), RULES.steps(), efforts);
            double[] said = oracle.utilitiesOnGrid(t);
            for (int i = 0; i < 5; i++) {
                assertThat(lived[i]).isCloseTo(said[i], within(2e-6 * Math.max(1, Math.abs(said[i]))));
            }
        }
    }

    /** No effort of anybody does better than the oracle's, whatever the others do: brute force over all levels. */
    @Test
    void effort_isADominantStrategy() {
        LinearTaxOracle oracle = new LinearTaxOracle(RULES);
        double t = 0.4;
        for (int[] others : new int[][] {{0, 0, 0, 0, 0}, {20, 3, 11, 7, 20}}) {
            for (int i = 0; i < 5; i++) {
                int[] actions = others.clone();
                actions[i] = oracle.effort(t);
                double best = Held.lived(LinearTax.maker(RULES), Design.of(t), RULES.steps(), actions)[i];
                for (int k = 0; k <= 20; k++) {
                    actions[i] = k;
                    assertThat(Held.lived(LinearTax.maker(RULES), Design.of(t), RULES.steps(), actions)[i])
                            .isLessThanOrEqualTo(best + 1e-6);
                }
            }
        }
    }

    @Test
    void budget_balances() {
        LinearTax world = new LinearTax(RULES);
        world.reset(Seed.of(1).rng());
        world.step(new int[] {20, 3, 11, 7, 19}, new float[] {0.3f}, Seed.of(1).rng(), new float[5]);
        float[] measures = new float[20];
        world.measure(measures);
        double paid = 0;
        double back = 0;
        for (int i = 0; i < 5; i++) {
            paid += measures[4 * i + 2];
            back += measures[4 * i + 3];
        }
        assertThat(back).isCloseTo(paid, within(1e-6));
        float[] revenue = new float[1];
        world.gauge(revenue);
        assertThat(revenue[0]).isCloseTo((float) paid, within(1e-6f));
    }

    @Test
    void views_showSkillRateAndIncomes() {
        LinearTax world = new LinearTax(LinearTaxRules.of(1, 1, 2, 3).withSteps(1));
        world.reset(Seed.of(1).rng());
        world.step(new int[] {20, 20, 10}, new float[] {0}, Seed.of(1).rng(), new float[3]);
        View view = new View(0, 4);
        world.observe(1, new float[] {0.25f}, view);
        assertThat(view.numbers).containsExactly(2, 0.25f, 4, 2.75f); // y = s x: 1, 4, 4.5
        world.consult(new int[3], new float[] {0.25f}, view);
        assertThat(view.numbers).containsExactly(0.25f, 9.5f / 3, 1, 4.5f);
    }

    @Test
    void hundredThousand_areOneSociety() {
        double[] skills = new double[100_000];
        for (int i = 0; i < skills.length; i++) {
            skills[i] = 0.5 + (i % 1000) / 1000.0;
        }
        LinearTaxRules rules = LinearTaxRules.of(0.3, skills).withSteps(1);
        LinearTaxOracle oracle = new LinearTaxOracle(rules);
        int[] efforts = new int[skills.length];
        Arrays.fill(efforts, oracle.effort(0.25));
        double[] lived = Held.lived(LinearTax.maker(rules), Design.of(0.25), 1, efforts);
        assertThat(Arrays.stream(lived).sum())
                .isCloseTo(Arrays.stream(oracle.utilities(0.25)).sum(), within(0.05));
        assertThat(oracle.nash()).isBetween(0.0, oracle.egalitarian());
    }

    @Test
    void rules_refuseWhatCannotBe() {
        assertThatThrownBy(() -> LinearTaxRules.of(0, 1, 2)).hasMessageContaining("elasticity e (0.0) must lie in");
        assertThatThrownBy(() -> LinearTaxRules.of(1, 1, -2))
                .hasMessageContaining("skill of player 1 (-2.0) must be positive");
        assertThatThrownBy(() -> LinearTaxRules.of(1, 1)).hasMessageContaining("players with a skill (1)");
        assertThatThrownBy(() -> RULES.withEffort(Levels.even(0, 2, 3)))
                .hasMessageContaining("greatest level of effort");
        assertThatThrownBy(() -> new Levels(Collections.nCopies(2, 1.0)))
                .hasMessageContaining("must be above the one before");
    }
}
