package org.sed4j.core.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.core.stackelberg.Certificates;
import org.sed4j.core.stackelberg.Distribution;
import org.sed4j.core.stackelberg.InducedGame;
import org.sed4j.core.stackelberg.Profiles;
import org.sed4j.core.stackelberg.PureEquilibria;

class IncentivesTest {
    /** Roundings of sums of a few numbers of order 10. */
    private static final double EXACT = 1e-12;

    private static final int GAMES = 1000;

    private static Distribution anyPrior(Rng rng, int count) {
        double[] weights = new double[count];
        for (int t = 0; t < count; t++) {
            weights[t] = rng.below(3);
        }
        weights[rng.below(count)] += 1;
        return Distribution.proportional(weights);
    }

    /** Random values for the alternatives 0, ..., x-1: type k of an agent values alternative j at table[i][k][j]. */
    private static MechanismDesign<Integer, Settled<Integer>> random(Rng rng, Vcg<Integer, Integer> vcg, int agents) {
        List<List<Integer>> types = new ArrayList<>();
        int count = 1;
        for (int i = 0; i < agents; i++) {
            types.add(List.of(0, 1, 2));
            count *= 3;
        }
        return new MechanismDesign<>(types, anyPrior(rng, count), vcg::utility, vcg::welfare);
    }

    private static Vcg<Integer, Integer> vcg(Rng rng, int agents) {
        int alternatives = 2 + rng.below(3);
        double[][][] table = new double[agents][3][alternatives];
        List<Integer> numbers = new ArrayList<>();
        for (int j = 0; j < alternatives; j++) {
            numbers.add(j);
            for (double[][] agent : table) {
                for (double[] type : agent) {
                    type[j] = rng.below(10);
                }
            }
        }
        return Vcg.of(numbers, (i, x, type) -> table[i][type][x]);
    }

    @Test
    void vcg_hasNoDominantStrategyGap_andIsEfficient() {
        for (int g = 0; g < GAMES; g++) {
            Rng rng = Seed.of(1).named("vcg").at(g).rng();
            int agents = 1 + rng.below(3);
            Vcg<Integer, Integer> vcg = vcg(rng, agents);
            MechanismDesign<Integer, Settled<Integer>> design = random(rng, vcg, agents);
            Mechanism<Integer, Settled<Integer>> mechanism = design.direct(vcg::outcome);
            assertThat(Incentives.dominant(design, mechanism).gap())
                    .as("game " + g)
                    .isLessThan(EXACT);
            assertThat(Incentives.bayesNash(design, mechanism).gap())
                    .as("game " + g)
                    .isLessThan(EXACT);
            assertThat(Incentives.participation(design, mechanism).gap()).isLessThan(EXACT); // values are at least 0
            for (int t = 0; t < design.typeProfiles().count(); t++) {
                Settled<Integer> outcome = vcg.outcome(design.types(t));
                assertThat(outcome.payments()).allMatch(payment -> payment >= -EXACT);
            }
        }
    }

    @Test
    void vcg_forOneItem_isTheSecondPriceAuction() {
        for (int g = 0; g < GAMES; g++) {
            Rng rng = Seed.of(2).named("item").at(g).rng();
            List<Double> bids = new ArrayList<>();
            List<Integer> winners = new ArrayList<>();
            for (int i = 0; i < 2 + rng.below(3); i++) {
                bids.add((double) rng.below(6));
                winners.add(i);
            }
            Vcg<Double, Integer> vcg = Vcg.of(winners, (i, winner, value) -> winner == i ? value : 0);
            assertThat(vcg.outcome(bids)).isEqualTo(Auctions.secondPrice(bids));
        }
    }

    private static MechanismDesign<Double, Settled<Integer>> sale(Rng rng, int agents) {
        List<List<Double>> values = new ArrayList<>();
        int count = 1;
        for (int i = 0; i < agents; i++) {
            values.add(List.of(0.0, 1.0 + rng.below(3), 5.0 + rng.below(3)));
            count *= 3;
        }
        return Auctions.sale(values, anyPrior(rng, count));
    }

    @Test
    void aSecondPriceAuction_isTruthful_andWithFirstPricePaymentsItIsNot() {
        for (int g = 0; g < GAMES; g++) {
            Rng rng = Seed.of(3).named("auction").at(g).rng();
            MechanismDesign<Double, Settled<Integer>> design = sale(rng, 2 + rng.below(2));
            assertThat(Incentives.dominant(design, design.direct(Auctions::secondPrice))
                            .gap())
                    .isZero();
            Incentives<Double> first = Incentives.dominant(design, design.direct(Auctions::firstPrice));
            assertThat(first.gap()).as("game " + g).isPositive();
            Incentives.Misreport<Double> shading = first.witness().orElseThrow();
            assertThat(shading.report()).isLessThan(shading.type());
            assertThat(Incentives.participation(design, design.direct(Auctions::firstPrice))
                            .gap())
                    .isZero();
        }
    }

    @Test
    void postedPrices_areTruthful_whateverOrderAndPrices() {
        for (int g = 0; g < GAMES; g++) {
            Rng rng = Seed.of(4).named("posted").at(g).rng();
            MechanismDesign<Double, Settled<Integer>> design = sale(rng, 2);
            List<Integer> order = rng.chance(0.5) ? List.of(0, 1) : List.of(1, 0);
            List<Double> prices = List.of(8 * rng.uniform(), 8 * rng.uniform());
            Mechanism<Double, Settled<Integer>> mechanism =
                    design.direct(values -> Auctions.postedPrices(values, order, prices));
            assertThat(Incentives.dominant(design, mechanism).gap()).isZero();
            assertThat(Incentives.participation(design, mechanism).gap()).isZero();
        }
    }

    @Test
    void dominantTruth_isBayesNash_andABayesNashEquilibriumOfTheInducedGame() {
        for (int g = 0; g < GAMES; g++) {
            Rng rng = Seed.of(5).named("notions").at(g).rng();
            MechanismDesign<Double, Settled<Integer>> design = sale(rng, 2);
            for (Mechanism<Double, Settled<Integer>> mechanism :
                    List.of(design.direct(Auctions::secondPrice), design.direct(Auctions::firstPrice))) {
                double interim = Incentives.bayesNash(design, mechanism).gap();
                assertThat(interim)
                        .isLessThanOrEqualTo(
                                Incentives.dominant(design, mechanism).gap() + EXACT);
                InducedGame induced = design.induce(mechanism);
                Profiles strategies = induced.followers().strategies();
                int truth = 0 * 9 + 1 * 3 + 2; // report 0, 1, 2 as types 0, 1, 2
                int profile = strategies.index(truth, truth);
                double gap = Certificates.bcce(
                                induced.followers(), induced.followers().respond(strategies, profile))
                        .gap();
                assertThat(gap).as("game " + g).isCloseTo(interim, within(EXACT));
                if (g % 20 == 0) {
                    assertThat(PureEquilibria.of(induced.followers(), EXACT).contains(profile))
                            .isEqualTo(interim <= EXACT);
                }
            }
        }
    }

    @Test
    void firstPrice_ofTwoUniformBidders_isShadedByHalf() {
        // Values 0, 2, 4 equally likely: at (4, 0) a bid of 0 ties and wins for agent 0 at price 0, a gain of 4.
        MechanismDesign<Double, Settled<Integer>> design =
                Auctions.sale(List.of(List.of(0.0, 2.0, 4.0), List.of(0.0, 2.0, 4.0)), Distribution.uniform(9));
        Mechanism<Double, Settled<Integer>> first = design.direct(Auctions::firstPrice);
        Incentives<Double> dominant = Incentives.dominant(design, first);
        assertThat(dominant.gap()).isEqualTo(4);
        assertThat(dominant.witness()).contains(new Incentives.Misreport<>(0, 4.0, 0.0, List.of(4.0, 0.0)));
        // On average: bidding 2 with value 4 wins against 0 and, for agent 0, a tied 2: (4 - 2) * 2/3.
        assertThat(Incentives.bayesNash(design, first).gap()).isCloseTo(4.0 / 3, within(EXACT));
        assertThat(Incentives.nash(design, first, List.of(0.0, 0.0)).gap()).isZero();
        assertThat(Incentives.nash(design, first, List.of(2.0, 0.0)).gap()).isEqualTo(2);
    }

    @Test
    void aMechanismOfAnotherProblem_isRefused() {
        MechanismDesign<Double, Settled<Integer>> design =
                Auctions.sale(List.of(List.of(0.0, 2.0), List.of(0.0, 2.0)), Distribution.uniform(4));
        Mechanism<Double, Settled<Integer>> other =
                Mechanism.of(List.of(List.of(1.0), List.of(1.0)), Auctions::firstPrice);
        assertThatThrownBy(() -> Incentives.dominant(design, other))
                .hasMessageContaining("the mechanism is not direct");
        assertThatThrownBy(() -> design.induce(Mechanism.of(List.of(List.of(1.0)), Auctions::firstPrice)))
                .hasMessageContaining("agents of the mechanism (1) must be 2");
        assertThatThrownBy(() -> Auctions.sale(List.of(List.of(0.0, 2.0)), Distribution.uniform(3)))
                .hasMessageContaining("type profiles of the prior (3) must be 2");
        assertThatThrownBy(() -> Incentives.nash(design, design.direct(Auctions::firstPrice), List.of(0.0, 7.0)))
                .hasMessageContaining("type of agent 1 (7.0)");
        assertThatThrownBy(() -> Auctions.postedPrices(List.of(1.0, 2.0), List.of(0), List.of(1.0, 1.0)))
                .hasMessageContaining("one for each of 2 agents");
    }

    @ParameterizedTest
    @CsvSource({"2, 3/4, 3/4", "3, 13/18, 2/3", "4, 17/24, 2/3", "5, 7/10, 13/20", "6, 25/36, 13/20"})
    void evenlySpacedValues_haveTheseBestSequentialPrices(int t, String firstBest, String welfare) {
        List<Double> values = new ArrayList<>();
        for (int k = 0; k < t; k++) {
            values.add(k / (t - 1.0));
        }
        SequentialPrices best = SequentialPrices.best(
                List.of(values, values), List.of(Distribution.uniform(t), Distribution.uniform(t)));
        assertThat(best.firstBest().toString().replace(" ", "")).isEqualTo(firstBest);
        assertThat(best.welfare().toString().replace(" ", "")).isEqualTo(welfare);
    }

    @Test
    void thePapersInstance_hasItsBestSequentialPrices() { // ε = 1/5: 11/10 first best, 19/20 without messages
        SequentialPrices best = SequentialPrices.best(
                List.of(List.of(0.5, 2.5), List.of(0.0, 1.0)),
                List.of(Distribution.of(0.8, 0.2), Distribution.uniform(2)));
        assertThat(best.firstBest().toString()).isEqualTo("11 / 10");
        assertThat(best.welfare().toString()).isEqualTo("19 / 20");
        assertThat(best.loss().toString()).isEqualTo("3 / 20");
        assertThat(best.order()).containsExactly(1, 0);
        assertThat(best.prices().get(1)).isEqualTo(1);
        assertThatThrownBy(() ->
                        SequentialPrices.best(List.of(List.of(0.5, 2.5)), List.of(Distribution.of(0.8, 0.1, 0.1))))
                .hasMessageContaining("values of the prior of agent 0 (3) must be 2");
    }

    @Test
    void aUtilityThatIsNoNumber_certifiesNothing() {
        MechanismDesign<Double, Settled<Integer>> design =
                Auctions.sale(List.of(List.of(0.0, 2.0), List.of(0.0, 2.0)), Distribution.uniform(4));
        Mechanism<Double, Settled<Integer>> broken =
                design.direct(bids -> new Settled<>(0, List.of(bids.get(0) > 1 ? Double.NaN : 0, 0.0)));
        assertThatThrownBy(() -> Incentives.dominant(design, broken))
                .hasMessageContaining("gain of agent 0 at [0.0, 0.0]");
        assertThatThrownBy(() -> Incentives.bayesNash(design, broken)).hasMessageContaining("(NaN) must be a number");
        assertThatThrownBy(() -> Incentives.participation(design, broken)).hasMessageContaining("(NaN)");
    }

    @Test
    void tooManySequences_areCountedBeforeTheyAreListed() {
        List<List<Double>> values = new ArrayList<>();
        List<Distribution> priors = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            values.add(List.of(1.0));
            priors.add(Distribution.uniform(1));
        }
        assertThatThrownBy(() -> SequentialPrices.best(values, priors))
                .hasMessageContaining("number of sequential price mechanisms")
                .hasMessageContaining("must be at most 16777216");
    }
}
