package org.sed4j.core.welfare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Objective;
import org.sed4j.core.game.ObjectiveFamily;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

class WelfareTest {
    /** A few roundings of numbers of order 10. */
    private static final double EXACT = 1e-12;

    /** Roundings through log and exp of numbers up to 100. */
    private static final double ROUNDING = 1e-9;

    private static final int SOCIETIES = 1000;
    private static final String APPLES = "apples";
    private static final Design ANY = Design.zeros(0);

    private static final List<Objective> SYMMETRIC = List.of(
            Welfare.utilitarian(APPLES),
            Welfare.meanUtilitarian(APPLES),
            Welfare.egalitarian(APPLES),
            Welfare.nash(APPLES),
            Welfare.mix(0.3, APPLES),
            Welfare.equalityTimesProductivity(APPLES),
            Welfare.equalityTimesMean(APPLES, 0.4),
            Welfare.atkinson(APPLES, 0),
            Welfare.atkinson(APPLES, 0.5),
            Welfare.atkinson(APPLES, 1),
            Welfare.atkinson(APPLES, 3),
            Welfare.atkinson(APPLES, Double.POSITIVE_INFINITY));

    private static double of(Objective objective, double... amounts) {
        Map<String, double[][]> got = new LinkedHashMap<>();
        got.put(Outcome.REWARD, new double[][] {amounts});
        objective.measures().forEach(measure -> got.put(measure, new double[][] {amounts}));
        return Outcome.of(1, List.of(ANY), got, Map.of()).value(objective);
    }

    private static double[] society(Rng rng) {
        double[] amounts = new double[2 + rng.below(6)];
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] = rng.chance(0.1) ? 0 : 100 * rng.uniform();
        }
        return amounts;
    }

    @Test
    void utilitarianEgalitarianAndMean_onWorkedNumbers() {
        assertThat(of(Welfare.utilitarian(APPLES), 1, 4, 7)).isEqualTo(12);
        assertThat(of(Welfare.meanUtilitarian(APPLES), 1, 4, 7)).isEqualTo(4);
        assertThat(of(Welfare.egalitarian(APPLES), 1, 4, 7)).isEqualTo(1);
    }

    @Test
    void nash_isTheGeometricMean() {
        assertThat(of(Welfare.nash(APPLES), 2, 4, 8)).isCloseTo(4, within(EXACT)); // 64^(1/3)
        assertThat(of(Welfare.nash(APPLES), 9, 4)).isCloseTo(6, within(EXACT));
    }

    @Test
    void nash_ofAThousandLargeAmounts_doesNotOverflow() {
        double[] amounts = new double[1000];
        Arrays.fill(amounts, 1e6);
        assertThat(of(Welfare.nash(APPLES), amounts)).isCloseTo(1e6, within(1e-3));
    }

    @Test
    void nash_whereSomebodyHasNothingOrLess_followsItsPolicy() {
        assertThat(of(Welfare.nash(APPLES), 5, 0)).isZero();
        assertThat(of(Welfare.nash(APPLES), 5, -3)).isZero();
        Objective shifted = Welfare.nash("reward", 4, Nonpositive.UNDEFINED);
        assertThat(of(shifted, 5, -3)).isCloseTo(3, within(EXACT)); // (9 * 1)^(1/2)
        assertThat(of(shifted, 5, -4)).isNaN();
        assertThat(shifted.undefined()).isEqualTo("where reward of a player plus 4.0 is not positive");
    }

    @Test
    void mix_goesFromTheMinimumToTheSum() { // eta * sum + (1 - eta) * min
        assertThat(of(Welfare.mix(0, APPLES), 1, 4, 7)).isEqualTo(1);
        assertThat(of(Welfare.mix(0.25, APPLES), 1, 4, 7)).isEqualTo(3.75);
        assertThat(of(Welfare.mix(1, APPLES), 1, 4, 7)).isEqualTo(12);
    }

    @Test
    void mixes_isAFamilyInEta() {
        ObjectiveFamily family = Welfare.mixes(APPLES);
        assertThat(family.parameters()).containsExactly("eta");
        assertThat(family.at(0.25)).isEqualTo(Welfare.mix(0.25, APPLES));
        assertThat(family.at(0.25).measures()).containsExactly(APPLES);
        assertThatThrownBy(() -> family.at(1.25)).hasMessageContaining("eta (1.25) must lie in [0.0, 1.0]");
    }

    @Test
    void equalityTimesProductivity_onWorkedNumbers() {
        // Gini of (1, 3) is 2*2 / (2*2*4) = 1/4; equality 1 - 1/4 * 2 = 1/2.
        assertThat(of(Welfare.equalityTimesProductivity(APPLES), 1, 3)).isCloseTo(2, within(EXACT));
        assertThat(of(Welfare.equalityTimesMean(APPLES, 1), 1, 3)).isCloseTo(1, within(EXACT));
        assertThat(of(Welfare.equalityTimesMean(APPLES, 0), 1, 3)).isCloseTo(2, within(EXACT));
        assertThat(of(Welfare.equalityTimesProductivity(APPLES), 0, 12)).isZero();
    }

    @Test
    void atkinson_onWorkedNumbers() {
        assertThat(of(Welfare.atkinson(APPLES, 0), 1, 9)).isEqualTo(5);
        assertThat(of(Welfare.atkinson(APPLES, 0.5), 1, 9)).isCloseTo(4, within(EXACT)); // ((1+3)/2)^2
        assertThat(of(Welfare.atkinson(APPLES, 1), 1, 9)).isCloseTo(3, within(EXACT));
        assertThat(of(Welfare.atkinson(APPLES, 2), 1, 9)).isCloseTo(1.8, within(EXACT)); // harmonic mean
        assertThat(of(Welfare.atkinson(APPLES, Double.POSITIVE_INFINITY), 1, 9)).isEqualTo(1);
        assertThat(of(Welfare.atkinson(APPLES, 2), 0, 9)).isZero();
        assertThat(of(Welfare.atkinson(APPLES, 2), 0, 0)).isZero();
    }

    @Test
    void atkinson_fallsFromMeanToMinimumAsAversionGrows() {
        Seed seed = Seed.of(2).named("atkinson");
        for (int g = 0; g < SOCIETIES; g++) {
            double[] amounts = society(seed.at(g).rng());
            double before = of(Welfare.atkinson(APPLES, 0), amounts);
            for (double aversion : new double[] {0.5, 1, 2, 5, Double.POSITIVE_INFINITY}) {
                double now = of(Welfare.atkinson(APPLES, aversion), amounts);
                assertThat(now).isLessThanOrEqualTo(before + ROUNDING);
                before = now;
            }
        }
    }

    @Test
    void everyObjective_isSymmetric() {
        Seed seed = Seed.of(3).named("symmetry");
        for (int g = 0; g < SOCIETIES; g++) {
            Rng rng = seed.at(g).rng();
            double[] amounts = society(rng);
            double[] turned = amounts.clone();
            int j = 1 + rng.below(amounts.length - 1);
            turned[0] = amounts[j];
            turned[j] = amounts[0];
            for (Objective objective : SYMMETRIC) {
                assertThat(of(objective, turned))
                        .as(objective.name())
                        .isCloseTo(of(objective, amounts), within(ROUNDING));
            }
        }
    }

    @Test
    void everyObjective_isHomogeneousOfDegreeOne() {
        Seed seed = Seed.of(4).named("homogeneity");
        for (int g = 0; g < SOCIETIES; g++) {
            Rng rng = seed.at(g).rng();
            double[] amounts = society(rng);
            double scale = 0.1 + 3 * rng.uniform();
            double[] scaled = amounts.clone();
            for (int i = 0; i < scaled.length; i++) {
                scaled[i] *= scale;
            }
            for (Objective objective : SYMMETRIC) {
                assertThat(of(objective, scaled))
                        .as(objective.name())
                        .isCloseTo(scale * of(objective, amounts), within(ROUNDING));
            }
        }
    }

    @Test
    void everyObjective_isParetoMonotone() {
        Seed seed = Seed.of(5).named("pareto");
        for (int g = 0; g < SOCIETIES; g++) {
            Rng rng = seed.at(g).rng();
            double[] amounts = society(rng);
            double[] better = amounts.clone();
            for (int i = 0; i < better.length; i++) {
                better[i] += rng.uniform();
            }
            for (Objective objective : SYMMETRIC) {
                assertThat(of(objective, better))
                        .as(objective.name())
                        .isGreaterThanOrEqualTo(of(objective, amounts) - ROUNDING);
            }
        }
    }

    @Test
    void equalityTimesProductivity_countsNothingForTheRichestsGain() {
        // Σ·equality = Σ - Σ_{i<j}|x_i - x_j| / (n-1): a weight of 0 on the richest, 2 on the poorest.
        Objective objective = Welfare.equalityTimesProductivity(APPLES);
        assertThat(of(objective, 1, 2, 3)).isCloseTo(4, within(EXACT));
        assertThat(of(objective, 1, 2, 30)).isCloseTo(4, within(EXACT));
        assertThat(of(objective, 1.5, 2, 3)).isCloseTo(5, within(EXACT));
    }

    @Test
    void custom_isTheFunctionGiven() {
        Objective top = Welfare.of(
                "richest", "coin", amounts -> Arrays.stream(amounts).max().orElseThrow());
        assertThat(of(top, 3, 8, 2)).isEqualTo(8);
        assertThat(top.name()).isEqualTo("richest");
        assertThat(top.measures()).containsExactly("coin");
    }

    @Test
    void value_ofAnOutcome_isTheMeanOverWorldsOfTheMeasureNamed() {
        Outcome outcome = Outcome.of(
                10,
                List.of(ANY, ANY),
                Map.of(Outcome.REWARD, new double[][] {{0, 0}, {0, 0}}, APPLES, new double[][] {{1, 3}, {5, 2}}),
                Map.of());
        assertThat(outcome.value(Welfare.egalitarian(APPLES))).isEqualTo(1.5); // not min of the means
        assertThat(outcome.value(Welfare.utilitarian(APPLES))).isEqualTo(5.5);
        assertThatThrownBy(() -> outcome.value(Welfare.utilitarian("pears"))).hasMessageContaining("pears");
    }

    @Test
    void parameters_outOfRange_areRefused() {
        assertThatThrownBy(() -> Welfare.mix(-0.1, APPLES)).hasMessageContaining("eta");
        assertThatThrownBy(() -> Welfare.atkinson(APPLES, -1)).hasMessageContaining("epsilon");
        assertThatThrownBy(() -> Welfare.equalityTimesMean(APPLES, 2)).hasMessageContaining("weight of equality");
    }

    /** R2, E12: what players got may be negative, late in a run too. */
    @Test
    void everyObjective_isANumberOrUndefinedAndSaysSo_neverAnException() {
        double[][] societies = {{1, -1}, {-1, -1}, {-307.3, 5}, {0, 0}, {Double.NaN, 1}, {Double.MAX_VALUE, 1}};
        for (Objective objective : SYMMETRIC) {
            for (double[] amounts : societies) {
                double value = of(objective, amounts);
                boolean defined = objective.undefined().isEmpty()
                        || Arrays.stream(amounts).allMatch(x -> x >= 0);
                assertThat(Double.isNaN(value))
                        .as(objective.name() + " of " + Arrays.toString(amounts))
                        .isEqualTo(!defined || Double.isNaN(amounts[0]));
            }
        }
        assertThat(of(Welfare.equalityTimesMean(APPLES, 0), 3, -1)).isEqualTo(1);
        assertThat(Welfare.weighted(List.of(1.0, 2.0), List.of(SYMMETRIC.get(0), SYMMETRIC.get(5)))
                        .undefined())
                .isEqualTo("where apples of a player is negative");
        assertThat(ObjectiveFamily.of(SYMMETRIC.get(0), SYMMETRIC.get(5)).undefined())
                .isEqualTo("equality(1.0) x total(apples) is undefined where apples of a player is negative");
        assertThat(Welfare.mixes(APPLES).undefined()).isEmpty();
    }
}
