package org.sed4j.voting.axiom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.voting.ballot.Approval;
import org.sed4j.voting.ballot.ApprovalProfile;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.Pairwise;
import org.sed4j.voting.ballot.RankingProfile;
import org.sed4j.voting.ballot.TypeProfile;
import org.sed4j.voting.ballot.UtilityProfile;
import org.sed4j.voting.continuous.ContinuousRules;
import org.sed4j.voting.rule.CommitteeRule;
import org.sed4j.voting.rule.Committees;
import org.sed4j.voting.rule.Lotteries;
import org.sed4j.voting.rule.LotteryRule;
import org.sed4j.voting.rule.Rules;
import org.sed4j.voting.sampling.Cultures;

class MeasuresTest {
    private static final Offset<Double> ROUNDING = within(1e-12);

    @Test
    void measures_agreeWithHandComputation() {
        UtilityProfile u = UtilityProfile.of(Candidates.letters(2), new double[][] {{3, 1}, {0, 1}});
        assertThat(Measures.distortion(u, 0)).isEqualTo(1);
        assertThat(Measures.distortion(u, 1)).isEqualTo(1.5); // 3 against 2
        assertThat(Measures.metricDistortion(u, 0)).isEqualTo(1.5);
        assertThat(Measures.gini(new double[] {0, 0, 0, 1})).isCloseTo(0.75, ROUNDING);
        assertThat(Measures.gini(new double[] {2, 2, 2})).isCloseTo(0, ROUNDING);
        assertThat(Measures.jain(new double[] {0, 0, 0, 1})).isCloseTo(0.25, ROUNDING);
        assertThat(Measures.minorityLoss(new double[] {1, 2, 3})).isCloseTo(1, ROUNDING); // mean 2, worst 1
        assertThat(Measures.blocLoss(new double[] {1, 5, 3}, new boolean[] {true, false, false}))
                .isEqualTo(3);
        assertThat(Measures.regret(new double[] {4, 7, 5}, 2)).isEqualTo(2);
        assertThat(Measures.churn(List.of(new double[] {0}, new double[] {1}, new double[] {1})))
                .isEqualTo(0.5);
        assertThat(Measures.proportionalityError(new double[] {1, 0}, new double[] {2, 1}))
                .isCloseTo(1.0 / 3, ROUNDING);
        assertThat(Measures.kendallTau(List.of(0, 1, 2), List.of(2, 1, 0))).isEqualTo(-1);
        // A fourth vote of 1 moves the mean of 0, 0, 0 by a quarter and leaves the median.
        TypeProfile zeros =
                TypeProfile.of(List.of("sigma"), new double[][] {{0}, {0}, {0}}, new double[0], new double[] {1});
        assertThat(Measures.principalCapture(ContinuousRules.mean(), zeros)).isEqualTo(0.25);
        assertThat(Measures.principalCapture(ContinuousRules.median(), zeros)).isZero();
    }

    @Test
    void proportionalRules_representEveryCohesiveGroup() {
        // Aziz et al. (2017): PAV satisfies EJR; Peters and Skowron (2020): so does equal shares; Brill et al.
        // (2024): sequential Phragmen satisfies PJR.
        Rng rng = Seed.of(71).rng();
        for (int trial = 0; trial < 200; trial++) {
            ApprovalProfile profile = random(rng);
            int k = 1 + rng.below(4);
            none(Committees.pav(), profile, k, Representation.Strength.EJR);
            none(Committees.equalSharesPhragmen(), profile, k, Representation.Strength.EJR);
            none(Committees.phragmen(), profile, k, Representation.Strength.PJR);
            none(Committees.chamberlinCourant(), profile, k, Representation.Strength.JR);
        }
    }

    private static ApprovalProfile random(Rng rng) {
        ApprovalProfile.Builder builder = ApprovalProfile.over(Candidates.letters(6));
        int n = 2 + rng.below(10);
        for (int i = 0; i < n; i++) {
            int mask = rng.below(64);
            List<Integer> approved = IntStream.range(0, 6)
                    .filter(c -> (mask >> c & 1) != 0)
                    .boxed()
                    .toList();
            builder.add(1, new Approval(approved));
        }
        return builder.build();
    }

    private static void none(CommitteeRule rule, ApprovalProfile profile, int k, Representation.Strength strength) {
        for (List<Integer> committee : rule.elect(profile, k).committees()) {
            assertThat(Representation.grievance(profile, committee, k, strength))
                    .as("%s of %s for %d on %s", strength, rule.id(), k, profile)
                    .isEmpty();
        }
    }

    @Test
    void blockVoting_letsMinoritiesDown() {
        // Derived: 2 of 3 voters take both seats; the third voter alone is less than half; with 3 seats it
        // deserves one.
        ApprovalProfile profile = ApprovalProfile.parse(Candidates.letters(4), "2: a, b, c", "1: d");
        assertThat(Representation.grievance(profile, List.of(0, 1, 2), 3, Representation.Strength.JR))
                .hasValue(new Representation.Grievance(List.of(3), 1, 1));
        // EJR is stronger than PJR: a and b approved by all four, who each have one seat only through their own
        // favourite.
        ApprovalProfile four =
                ApprovalProfile.parse(Candidates.letters(6), "1: a, b, c", "1: a, b, d", "1: a, b, e", "1: a, b, f");
        List<Integer> own = List.of(2, 3, 4, 5);
        assertThat(Representation.grievance(four, own, 4, Representation.Strength.PJR))
                .isEmpty();
        assertThat(Representation.grievance(four, own, 4, Representation.Strength.EJR))
                .isPresent();
    }

    @Test
    void phragmenAndEqualShares_electPriceableCommittees_andBlockVotingDoesNot() {
        // Peters and Skowron (2020). Derived: six voters buy a, b, c at 1/2 each, so three voters hold 3/2 for d:
        // too much.
        ApprovalProfile block = ApprovalProfile.parse(Candidates.letters(5), "6: a, b, c", "3: d, e");
        assertThat(Priceability.budget(block, List.of(0, 1, 2))).isEmpty();
        assertThat(Priceability.budget(block, List.of(0, 1, 3)).orElseThrow()).isCloseTo(1.0 / 3, within(1e-9));
        Rng rng = Seed.of(74).rng();
        for (int trial = 0; trial < 100; trial++) {
            ApprovalProfile profile = random(rng);
            for (List<Integer> committee :
                    Committees.phragmen().elect(profile, 3).committees()) {
                boolean supported = committee.stream().allMatch(c -> supported(profile, c));
                if (supported) {
                    assertThat(Priceability.budget(profile, committee))
                            .as("%s", profile)
                            .isPresent();
                }
            }
            for (List<Integer> committee :
                    Committees.equalShares().elect(profile, 3).committees()) {
                assertThat(Priceability.budget(profile, committee))
                        .as("%s", profile)
                        .isPresent();
            }
        }
    }

    private static boolean supported(ApprovalProfile profile, int c) {
        for (int g = 0; g < profile.groups(); g++) {
            if (profile.approves(g, c)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void maximalLotteries_areOptimal_certifiedByTheGame() {
        Rng rng = Seed.of(72).rng();
        LotteryRule rule = Lotteries.maximalLotteries();
        for (int trial = 0; trial < 300; trial++) {
            RankingProfile profile = Cultures.impartial(2 + rng.below(5), 1 + rng.below(9), Seed.of(1000 + trial));
            var p = rule.lottery(profile).probabilities();
            var pairs = Pairwise.of(profile);
            for (int j = 0; j < p.size(); j++) {
                var against = BigFraction.ZERO;
                for (int i = 0; i < p.size(); i++) {
                    against = against.add(p.get(i).multiply(pairs.margin(i, j)));
                }
                assertThat(against.doubleValue()).as("%s", profile).isGreaterThanOrEqualTo(0);
            }
        }
    }

    @Test
    void lotteries_keepWhatIsKnownOfThem() {
        // Gibbard (1977): random dictatorship is strongly SD-strategy-proof. Brandl, Brandt and Seedig (2016):
        // maximal lotteries are SD-efficient. Proportional Borda is not SD-efficient; it is strategy-proof by
        // Barbera (1979).
        Rng rng = Seed.of(73).rng();
        boolean inefficient = false;
        boolean manipulable = false;
        for (int trial = 0; trial < 60; trial++) {
            RankingProfile profile = Cultures.impartial(3, 2 + rng.below(4), Seed.of(2000 + trial));
            assertThat(LotteryAxioms.incomparable(Lotteries.randomDictatorship(), profile))
                    .isEmpty();
            assertThat(LotteryAxioms.incomparable(Lotteries.proportionalBorda(), profile))
                    .isEmpty();
            assertThat(LotteryAxioms.inefficiency(Lotteries.maximalLotteries().lottery(profile), profile))
                    .isZero();
            inefficient |=
                    LotteryAxioms.inefficiency(Lotteries.proportionalBorda().lottery(profile), profile) > 0;
            manipulable |= LotteryAxioms.incomparable(Lotteries.maximalLotteries(), profile)
                    .isPresent();
        }
        assertThat(inefficient).isTrue();
        assertThat(manipulable).isTrue();
    }

    @Test
    void continuousRules_keepWhatIsKnownOfThem() {
        TypeProfile profile = TypeProfile.of("sigma", 0.2, 0.4, 0.9);
        assertThat(ContinuousAxioms.manipulation(ContinuousRules.median(), profile, 10))
                .isEmpty();
        assertThat(ContinuousAxioms.compromise(ContinuousRules.median(), profile, 10))
                .isEmpty();
        assertThat(ContinuousAxioms.manipulation(ContinuousRules.mean(), profile, 10))
                .isPresent();
        assertThat(ContinuousAxioms.compromise(ContinuousRules.mean(), profile, 10))
                .isPresent();
        for (var rule : ContinuousRules.standard()) {
            assertThat(ContinuousAxioms.reversal(rule, profile, 10))
                    .as(rule.id())
                    .isEmpty();
        }
        assertThat(Rules.listed()).extracting(r -> r.id()).doesNotHaveDuplicates();
    }

    @Test
    void gini_isThatOfTheCore_whichRefusesLosses() {
        assertThat(Measures.gini(new double[] {-5, 0, 10})).isNaN();
        assertThat(Measures.gini(new double[] {0, 0, 6})).isEqualTo(2 / 3.0);
        assertThat(Measures.gini(new double[] {1e308, 1e308, 0})).isEqualTo(1 / 3.0);
    }
}
