package org.sed4j.envs.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.FeasibleSet;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Mandate;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.envs.gtb.GatherTradeBuild;
import org.sed4j.envs.gtb.GtbRules;

/** Saez's formula against cases worked by hand, its estimate of the elasticity against data made with a known one. */
class SaezTest {
    private static final Brackets TWO = Brackets.open(0, 100);
    private static final TypeMatrix NO_TYPES = TypeMatrix.of(List.of(), new double[0], new double[4][0]);

    private static double[] pareto(double a, double least, int count) {
        Rng rng = new Rng();
        rng.seat(5, 0);
        double[] incomes = new double[count];
        for (int s = 0; s < count; s++) {
            incomes[s] = least * Math.pow(1 - rng.uniform(), -1 / a);
        }
        return incomes;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.5, 1})
    void topRate_ofAParetoTailIsSaezs(double e) {
        // Saez (2001): with weights that vanish at the top, τ = 1 / (1 + a e), a the tail's Pareto parameter. Among
        // those above
        // the cut, m / (m - cut) estimates a, and weights of 1/z are far below the mean weight but not 0.
        double[] incomes = pareto(3, 1, 200_000);
        Brackets brackets = Brackets.open(0, 10);
        double top = new SaezFormula(brackets, SaezVariant.INCOMES).rates(incomes, incomes.length, e)[1];
        double perHead =
                Arrays.stream(incomes).map(z -> 1 / Math.max(1, z)).average().orElse(0);
        double g = Arrays.stream(incomes)
                        .filter(z -> z >= 10)
                        .map(z -> 1 / z)
                        .average()
                        .orElse(0)
                / perHead;
        double mean = Arrays.stream(incomes).filter(z -> z >= 10).average().orElse(0);
        double a = mean / (mean - 10);
        assertThat(a).as("the tail's parameter").isCloseTo(3, within(0.4));
        assertThat(top).isCloseTo((1 - g) / (1 - g + a * e), within(1e-9));
    }

    @Test
    void everybodyAtOneIncome_byHand() {
        // 100 bins of width 1 and all incomes 50.5: G is 1 at the left edge of their bin and 0 at the right, so 1/2;
        // half of
        // the bin is above its middle, so a = 50.5 · 1 / (1/2) / 1 = 101; at e = 1/101 the rate is .5 / (.5 + 1) = 1/3.
        double[] incomes = new double[40];
        Arrays.fill(incomes, 50.5);
        double[] rates = new SaezFormula(TWO, SaezVariant.INCOMES).rates(incomes, 40, 1 / 101.0);
        // below the bin the rate is the bin's; above, a line up to the open bin, empty: 1. Mean of 51 · 1/3 and a rise
        // to 1.
        double above = 0;
        for (int bin = 51; bin < 100; bin++) {
            above += 1 / 3.0 + 2 / 3.0 * (bin - 50) / 50;
        }
        assertThat(rates[0]).isCloseTo((51 / 3.0 + above) / 100, within(1e-12));
        assertThat(rates[1]).isEqualTo(1);
    }

    /** Rates that the released code (044b409) gives itself, its Saez functions called with these incomes. */
    @Test
    void releasedVariant_givesTheReleasedCodesRates() {
        double[] exponential = new double[500]; // of mean 30, by their quantiles
        for (int s = 0; s < 500; s++) {
            exponential[s] = -30 * Math.log(1 - (s + 0.5) / 500);
        }
        assertReleased(exponential, 1, new double[] {0, 100}, 0.40115377316563877, 0.17449757369618404);
        assertReleased(
                exponential,
                1,
                new double[] {0, 20, 60, 120},
                0.6923909462258365,
                0.40829008889423585,
                0.21267002465842508,
                0.15690376141032686);
        assertReleased(
                exponential,
                1,
                new double[] {0, 9.7, 39.475, 84.2, 160.725, 204.1, 510.3},
                0.721728827911601,
                0.5004835764692597,
                0.30832386080398405,
                0.17493083189545341,
                0.03692726048062833,
                0.49769367877781834,
                0.9999999989999999);
        // a debt, nobody below 12, gaps, two at the top cut itself, each five times
        double[] gaps = new double[50];
        for (int s = 0; s < gaps.length; s++) {
            gaps[s] = new double[] {-2, 12.5, 12.5, 13.2, 40, 41, 55, 100, 100, 130}[s % 10];
        }
        assertReleased(gaps, 0.5, new double[] {0, 100}, 0.1600303466939817, 0.30304741697173104);
        assertReleased(
                gaps,
                0.5,
                new double[] {0, 25, 50, 100},
                0.2836242064970962,
                0.22271615386349083,
                0.06689051320766985,
                0.30304741697173104);
    }

    private static void assertReleased(double[] incomes, double e, double[] cuts, double... rates) {
        Brackets brackets = Brackets.open(cuts);
        assertThat(new SaezFormula(brackets, SaezVariant.RELEASED).rates(incomes, incomes.length, e))
                .containsExactly(rates, within(1e-7)); // it adds 1e-9 to denominators, here down to 0.01
        assertThat(new SaezFormula(brackets, SaezVariant.INCOMES).rates(incomes, incomes.length, e))
                .as("the other form differs")
                .isNotEqualTo(rates);
    }

    @Test
    void rates_fallWithTheElasticity_andStayInTheInterval() {
        double[] incomes = pareto(2, 5, 5000);
        double before = 1;
        for (double e = 0.1; e < 3; e += 0.3) {
            double[] rates =
                    new SaezFormula(Brackets.US_FEDERAL, SaezVariant.INCOMES).rates(incomes, incomes.length, e);
            for (double rate : rates) {
                assertThat(rate).isBetween(0.0, 1.0);
            }
            assertThat(rates[0]).isLessThan(before);
            before = rates[0];
        }
    }

    @Test
    void elasticity_isFoundInDataMadeWithIt() {
        Rng rng = new Rng();
        rng.seat(9, 0);
        double[] incomes = new double[500];
        double[] taus = new double[500];
        for (int s = 0; s < 500; s++) {
            taus[s] = 0.9 * rng.uniform();
            incomes[s] = 20 * Math.pow(1 - taus[s], 0.8) * Math.exp(0.1 * rng.gaussian());
        }
        IncomeElasticity estimate = new IncomeElasticity();
        estimate.update(incomes, taus, 500);
        assertThat(estimate.value()).isCloseTo(0.98 * 0.5 + 0.02 * 0.8, within(1e-3)); // the smoothed step
        for (int k = 0; k < 400; k++) {
            estimate.update(incomes, taus, 500);
        }
        assertThat(estimate.value()).isCloseTo(0.8, within(0.05));
    }

    @Test
    void elasticity_isKeptWhereRatesDoNotVary_orSamplesAreFew() {
        IncomeElasticity estimate = new IncomeElasticity();
        double[] incomes = pareto(2, 1, 100);
        double[] taus = new double[100];
        Arrays.fill(taus, 0.3);
        estimate.update(incomes, taus, 100);
        estimate.update(incomes, new double[] {.1, .2, .3, .4}, 4);
        assertThat(estimate.value()).isEqualTo(0.5);
    }

    @Test
    void inTheEconomy_ratesAreRandomUntilThereAreSamples_thenFollowTheFormula() throws IOException {
        GtbRules rules = GtbRules.preset("15x15");
        SaezCode saez = SaezCode.of(rules.brackets(), Phasing.NONE, OptionalDouble.empty());
        try (Pomg economy = Worlds.of(GatherTradeBuild.maker(rules))
                .batch(8)
                .seed(Seed.of(1))
                .build()) {
            economy.reset();
            Government<Pomg> government = saez.govern(mandate(rules));
            boolean differed = false;
            for (int t = 0; t < 300; t++) {
                live(economy, government, rules, t);
                boolean same =
                        economy.now().design().get(0) == economy.now().design().get(7);
                differed |= !same;
                if (t > 200) {
                    assertThat(same)
                            .as("8 worlds x 4 players x 20 periods are 640 samples")
                            .isTrue();
                }
            }
            assertThat(differed).isTrue();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            saez.save(new DataOutputStream(bytes));
            SaezCode loaded = SaezCode.of(rules.brackets(), Phasing.NONE, OptionalDouble.empty());
            loaded.load(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
            assertThat(loaded.elasticity()).isEqualTo(saez.elasticity());
        }
    }

    private static void live(Pomg economy, Government<Pomg> government, GtbRules rules, int t) {
        IntTensor actions = IntTensor.zeros(8, rules.players());
        Rng rng = Seed.of(t).rng();
        int choices = economy.spaces().choices();
        for (int lane = 0; lane < actions.length(); lane++) {
            int action = rng.below(choices);
            actions.set(lane, economy.now().masks().get(lane * choices + action) == 0 ? 0 : action);
        }
        if (economy.anyDue()) {
            economy.consult(actions);
            government.decide(economy);
        }
        economy.step(actions);
        government.stepped(economy);
        economy.reset(economy.now().ended());
    }

    private static Mandate mandate(GtbRules rules) {
        DesignSpace.Box space = rules.brackets().rates();
        Design none = Design.of(new double[7]);
        return new Mandate(
                0,
                new org.sed4j.core.game.Election() {
                    @Override
                    public org.sed4j.core.game.Objective objective() {
                        return org.sed4j.core.welfare.Welfare.equalityTimesMean("coin", 1);
                    }

                    @Override
                    public double[] parameters() {
                        return new double[0];
                    }
                },
                NO_TYPES,
                FeasibleSet.unconstrained(space, none),
                none,
                rules.episode(),
                candidates -> java.util.List.of(),
                Seed.of(3));
    }

    @Test
    void closedTopBracket_isRefused() {
        assertThatThrownBy(() -> SaezCode.of(Brackets.APPLES, Phasing.NONE, OptionalDouble.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("top bracket");
    }

    @Test
    void aPhasedCode_isCutToTheBound() {
        TaxCode<Pomg> code = new TaxCode<>(TaxSchedule.US_FEDERAL, new Phasing(0.1, 900)); // [warmup -100, slope .001]
        Mandate first = mandate(GtbRules.preset("15x15"));
        assertThat(code.govern(first).opening().orElseThrow().toArray()).containsOnly(0.1);
        Mandate later = first.inRound(150);
        assertThat(code.govern(later).opening().orElseThrow().toArray())
                .containsExactly(.1, .12, .22, .24, .25, .25, .25);
    }
}
