package org.sed4j.envs.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sed4j.core.pomg.View;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.envs.oracle.Aim;
import org.sed4j.envs.oracle.Held;

class PricingTest {
    private static final double REASON = Double.POSITIVE_INFINITY;

    @Test
    void world_keepsItsContract() {
        Held.contract(Pricing.maker(PricingRules.of(3, 2)));
        Held.contract(() -> new Pricing(new PricingRules(new double[] {1, 2}, REASON, 3, 1)));
        Held.parity(Pricing.maker(PricingRules.of(4, 1.5)));
    }

    @ParameterizedTest
    @CsvSource({"1,0.7", "1,3", "1,20", "2.5,1"})
    void lambertPrice_isTheMaximum(double worth, double precision) {
        PricingOracle oracle = new PricingOracle(new PricingRules(new double[] {worth, worth}, precision, 10, 1));
        Held.aims(oracle, 1e-9);
        Held.ideals(oracle, 1e-9);
        Held.slopes(oracle, 0.3, 1, 2);
        Held.welfare(oracle, 0.4);
        double w = PricingOracle.lambertOfExp(precision * worth - 1);
        assertThat(w * Math.exp(w))
                .isCloseTo(Math.exp(precision * worth - 1), within(1e-9 * Math.exp(precision * worth)));
    }

    @Test
    void precision_withoutBound_isReason() {
        PricingOracle reason = new PricingOracle(PricingRules.of(3, REASON));
        assertThat(reason.highestRevenue()).isEqualTo(1);
        assertThat(PricingOracle.price(1, 1e6)).isCloseTo(1, within(3e-5)).isLessThan(1);
        assertThat(PricingOracle.price(1, 1e-3)).isGreaterThan(1000);
        PricingOracle mixed = new PricingOracle(new PricingRules(new double[] {1, 1.4, 2, 5}, REASON, 9, 1));
        Held.aims(mixed, 1e-9);
        assertThat(mixed.highestRevenue()).isEqualTo(5);
        PricingOracle logit = new PricingOracle(new PricingRules(new double[] {1, 1.4, 2, 5}, 4, 9, 1));
        Held.aims(logit, 1e-9);
        Held.slopes(logit, 0.7, 2.1);
        assertThat(logit.utility(0, 0.5)).isGreaterThan(mixed.utility(0, 0.5));
    }

    /** What a seller loses who takes logit buyers for reasonable ones, and the other way round. */
    @Test
    void wrongBeliefs_loseAKnownAmount() {
        PricingOracle logit = new PricingOracle(PricingRules.of(10, 5));
        assertThat(logit.lossOfBelieving(REASON))
                .isCloseTo(logit.revenue(logit.highestRevenue()) - 10 * 0.5, within(1e-12))
                .isPositive();
        PricingOracle reason = logit.withPrecision(REASON);
        assertThat(reason.lossOfBelieving(5))
                .isCloseTo(10 * (1 - PricingOracle.price(1, 5)), within(1e-12))
                .isPositive();
        // against noise enough the logit price is above the worth, and reasonable buyers leave it
        assertThat(reason.lossOfBelieving(0.5)).isEqualTo(10);
        assertThat(logit.lossOfBelieving(5)).isZero();
        assertThat(logit.best(Aim.revenue()).revenue()).isEqualTo(logit.revenue(logit.highestRevenue()));
    }

    /**
     * Buyers with reason in the noisy world buy as the logit rule says and get what it says: 60,000 choices, five standard
     * errors.
     */
    @Test
    void reasonWithNoise_isTheLogitRule() {
        PricingRules rules = PricingRules.of(20, 3);
        PricingOracle oracle = new PricingOracle(rules);
        Pricing world = new Pricing(rules);
        Rng rng = Seed.of(8).rng();
        rng.seat(8, 0);
        world.reset(rng);
        View view = new View(0, 2);
        float[] price = {1.2f};
        float[] rewards = new float[20];
        double bought = 0;
        double got = 0;
        for (int t = 0; t < 3000; t++) {
            int[] actions = new int[20];
            for (int i = 0; i < 20; i++) {
                world.observe(i, price, view);
                actions[i] = view.numbers[0] >= view.numbers[1] ? 1 : 0;
                bought += actions[i];
            }
            rng.seat(8, t + 1);
            world.step(actions, price, rng, rewards);
            world.rewards(world.ledger(), price, rewards);
            for (int i = 0; i < 20; i++) {
                got += rewards[i] * rules.steps();
            }
        }
        assertThat(bought / 60_000).isCloseTo(oracle.response(0, 1.2), within(5 * 0.5 / Math.sqrt(60_000)));
        assertThat(got / 60_000).isCloseTo(oracle.utility(0, 1.2), within(5 * 0.6 / Math.sqrt(60_000)));
    }

    @Test
    void rules_refuseWhatCannotBe() {
        assertThatThrownBy(() -> PricingRules.of(3, 0)).hasMessageContaining("precision λ (0.0) must be positive");
        assertThatThrownBy(() -> new PricingRules(new double[] {1, -1}, 1, 1, 1))
                .hasMessageContaining("worth to buyer 1 (-1.0)");
        assertThatThrownBy(() -> PricingRules.of(1, 1)).hasMessageContaining("buyers (1)");
    }
}
