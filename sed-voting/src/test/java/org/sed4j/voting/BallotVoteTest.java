package org.sed4j.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.sed4j.core.game.Account;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Election;
import org.sed4j.core.game.Objective;
import org.sed4j.core.game.ObjectiveFamily;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Past;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.game.Vote;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.voting.ballot.BallotKind;
import org.sed4j.voting.ballot.Ranking;
import org.sed4j.voting.rule.CommitteeRule;
import org.sed4j.voting.rule.Committees;
import org.sed4j.voting.rule.Condorcet;
import org.sed4j.voting.rule.Eliminations;
import org.sed4j.voting.rule.Lotteries;
import org.sed4j.voting.rule.Rule;
import org.sed4j.voting.rule.Rules;
import org.sed4j.voting.rule.Scoring;
import org.sed4j.voting.rule.Welfare;
import org.sed4j.voting.tie.TiePolicies;
import org.sed4j.voting.tie.UnresolvedTieException;

class BallotVoteTest {
    private static final Alternatives GRID = Alternatives.grid("sigma", 10);
    /** Two roundings to double of numbers of size one. */
    private static final Offset<Double> ROUNDING = within(1e-12);

    private static double[] random(Rng rng, int n) {
        double[] sigma = new double[n];
        for (int i = 0; i < n; i++) {
            sigma[i] = rng.uniform();
        }
        return sigma;
    }

    @Test
    void everyRule_electsAnObjectiveOfTheGrid() {
        Rng rng = Seed.of(41).rng();
        for (Rule rule : Rules.all()) {
            if (rule instanceof CommitteeRule) {
                continue;
            }
            for (int trial = 0; trial < 5; trial++) {
                Election election = BallotVote.of(GRID, rule).elect(MechanismTest.vote(random(rng, 7)));
                assertThat(GRID.indexOf(election.parameters())).as(rule.id()).isPresent();
                assertThat(election.figures()).containsKeys("eta", "winners", "ties_broken", "voters");
                assertThat(election.account().get(0)).startsWith("ballots: ");
                assertThat(election.objective().name()).isEqualTo("eta=" + election.parameters()[0]);
            }
        }
    }

    @Test
    void condorcetRules_onSinglePeakedTypes_electTheAlternativeOfTheMedianVoter() {
        // Black (1948, "On the rationale of group decision-making", J. Polit. Econ. 56): with an odd number of
        // single-peaked
        // voters the peak of the median voter beats every other alternative.
        Rng rng = Seed.of(42).rng();
        for (int trial = 0; trial < 100; trial++) {
            double[] sigma = random(rng, 7);
            double[] sorted = sigma.clone();
            java.util.Arrays.sort(sorted);
            double peak = Math.round(sorted[3] * 10) / 10.0;
            for (Rule rule :
                    List.of(Condorcet.schulze(), Condorcet.copeland(), Condorcet.kemeny(), Eliminations.black())) {
                assertThat(BallotVote.of(Alternatives.grid("sigma", 10), rule)
                                .elect(MechanismTest.vote(sigma))
                                .parameters())
                        .as(rule.id())
                        .containsExactly(peak);
            }
        }
    }

    @Test
    void utilitarianVote_onTheGrid_electsTheWeightedMedianPoint() {
        // Derived: Σ(1 - |σ_i - η|) over η in {0, .5, 1} for σ = 0, .5, .6: 1.9, 2.4, 1.1.
        Alternatives three = Alternatives.grid("sigma", 2);
        BallotElection election =
                (BallotElection) BallotVote.of(three, Welfare.utilitarian()).elect(MechanismTest.vote(0, .5, .6));
        assertThat(election.parameters()).containsExactly(0.5);
        assertThat(election.figures().get("score_0.5")).isCloseTo(2.4, ROUNDING);
        assertThat(election.pairwise()).isEmpty();
    }

    @Test
    void ties_areResolvedByThePolicy_andSaidSo() {
        Alternatives ends = Alternatives.grid("sigma", 1);
        Vote split = MechanismTest.vote(0.1, 0.9);
        BallotVote vote = BallotVote.of(ends, Scoring.plurality());
        BallotElection first = (BallotElection) vote.elect(split);
        assertThat(first.winners()).containsExactly(0, 1);
        assertThat(first.chosen()).containsExactly(0);
        assertThat(first.ties()).singleElement().satisfies(tie -> {
            assertThat(tie.policy()).isEqualTo("lexicographic");
            assertThat(tie.tied()).containsExactly("0.0", "1.0");
        });
        // The principal's row is 0 in these votes; the incumbent is what was elected before.
        assertThat(vote.with(TiePolicies.principal()).elect(split).parameters()).containsExactly(0);
        Outcome nothing =
                Outcome.of(1, List.of(Design.of(0)), Map.of(Outcome.REWARD, new double[][] {new double[2]}), Map.of());
        Past before = new Past(List.of(1.0), Design.of(0), nothing, 0);
        Vote again = new Vote(1, split.reports(), split.objectives(), Optional.of(before), split.seed());
        assertThat(vote.with(TiePolicies.incumbent()).elect(again).parameters()).containsExactly(1);
        assertThatThrownBy(() -> vote.with(TiePolicies.fail()).elect(split))
                .isInstanceOf(UnresolvedTieException.class)
                .hasMessageContaining("[0.0, 1.0]");
    }

    @Test
    void randomTies_areDrawnFromTheVotesOwnStream_evenlyAndRepeatably() {
        Alternatives ends = Alternatives.grid("sigma", 1);
        BallotVote vote = BallotVote.of(ends, Scoring.plurality()).with(TiePolicies.random());
        int ones = 0;
        for (int round = 0; round < 1000; round++) {
            Vote split = MechanismTest.vote(0.1, 0.9);
            Vote now = new Vote(
                    round,
                    split.reports(),
                    split.objectives(),
                    split.past(),
                    Seed.of(7).at(round));
            double eta = vote.elect(now).parameters()[0];
            assertThat(vote.elect(now).parameters()).containsExactly(eta);
            ones += (int) eta;
        }
        assertThat(ones).isBetween(430, 570); // 500 and 4.4 standard deviations of a fair coin
    }

    @Test
    void tiesInsideRounds_canBeFollowedInstead() {
        Vote even = MechanismTest.vote(0.0, 0.5, 1.0);
        BallotVote vote = BallotVote.of(Alternatives.grid("sigma", 2), Eliminations.irv());
        // Derived: one first place each; whoever is dropped, 0.0 and 1.0 pass to 0.5, and 0.5 passes to 0.0 by name.
        BallotElection followed = (BallotElection) vote.followingTies().elect(even);
        assertThat(followed.winners()).containsExactly(0, 1);
        BallotElection resolved = (BallotElection) vote.elect(even);
        assertThat(resolved.ties()).isNotEmpty();
        assertThat(resolved.winners()).hasSize(1);
    }

    @Test
    void truncatingVoters_rankTheirBestOnly() {
        BallotElection election = (BallotElection) BallotVote.of(GRID, Eliminations.irv())
                .with(Elicitations.truncating(2))
                .elect(MechanismTest.vote(0.21, 0.79));
        assertThat(election.ballots().kind()).isEqualTo(BallotKind.TRUNCATED);
        assertThat(election.ballots().ballot(0)).isEqualTo(Ranking.of(2, 3));
    }

    @Test
    void noisyVoters_withoutNoise_areTruthful_andWithNoiseAreNot() {
        Vote vote = MechanismTest.vote(0.21, 0.79, 0.4);
        BallotVote truthful = BallotVote.of(GRID, Welfare.utilitarian());
        Double honest = truthful.elect(vote).figures().get("score_0.4");
        assertThat(truthful.with(Elicitations.noisy(0)).elect(vote).figures().get("score_0.4"))
                .isEqualTo(honest);
        assertThat(truthful.with(Elicitations.noisy(0.1)).elect(vote).figures().get("score_0.4"))
                .isNotEqualTo(honest);
        assertThatThrownBy(() -> Elicitations.noisy(Double.NaN)).hasMessageContaining("NaN");
    }

    @Test
    void strategicVoters_gainUnderRange_likeThresholds() {
        // Derived: under a utilitarian count on {0, .5, 1}, the voter at 0.35 truly gets .65 .85 .35. With 0.9 and 0.9
        // the
        // sums are .85 2.05 2.15: 1 wins. Giving 0 and .5 its best and 1 its worst helps .5 win.
        Vote vote = MechanismTest.vote(0.35, 0.9, 0.9);
        Alternatives three = Alternatives.grid("sigma", 2);
        BallotVote honest = BallotVote.of(three, Welfare.relativeUtilitarian());
        double before = honest.elect(vote).parameters()[0];
        double after = honest.with(Elicitations.strategic(1, 1)).elect(vote).parameters()[0];
        assertThat(List.of(before, after)).isSubsetOf(0.0, 0.5, 1.0);
        assertThat(BallotVote.of(three, Welfare.relativeUtilitarian())
                        .with(Elicitations.strategic(0, 1))
                        .elect(vote)
                        .parameters()[0])
                .isEqualTo(before);
    }

    @Test
    void lottery_isDrawnFromTheVotesStream() {
        BallotVote vote = BallotVote.of(Alternatives.grid("sigma", 1), Lotteries.randomDictatorship());
        int ones = 0;
        for (int round = 0; round < 1000; round++) {
            Vote split = MechanismTest.vote(0.1, 0.9, 0.9, 0.9);
            Vote now = new Vote(
                    round,
                    split.reports(),
                    split.objectives(),
                    split.past(),
                    Seed.of(8).at(round));
            ones += (int) vote.elect(now).parameters()[0];
        }
        assertThat(ones).isBetween(690, 810); // 750 and 4.4 standard deviations
    }

    @Test
    void portfolio_giveAMinorityItsWeight() {
        // Derived: 4 voters at 1, 2 at 0: with two seats on {0, .5, 1} the proportional committee is {0 or .5, 1}.
        PortfolioVote vote = PortfolioVote.of(Alternatives.grid("sigma", 2), Committees.stv(), 2);
        BallotElection election = (BallotElection) vote.elect(MechanismTest.vote(1, 1, 1, 1, 0, 0));
        assertThat(election.chosen()).containsExactly(0, 2);
        assertThat(election.figures().get("weight_0.0")).isCloseTo(1.0 / 3, ROUNDING);
        assertThat(election.figures().get("weight_1.0")).isCloseTo(2.0 / 3, ROUNDING);
        assertThat(election.parameters()[0]).isCloseTo(2.0 / 3, ROUNDING);
        // The objective is the weighted sum; here each objective just reads the first amount.
        assertThat(election.objective().value(Design.of(0), Account.ofReturns(new double[] {5})))
                .isCloseTo(5, ROUNDING);
    }

    /** Derived: at the ends a type σ is worth 1 - σ and σ, so a voter gives the end 1 the share σ: their average is the mean. */
    @Test
    void proportionalMixing_ofTheTwoEnds_isTheMeanOfTheTypes() {
        BallotElection election = (BallotElection)
                MixtureVote.of(Alternatives.grid("sigma", 1)).elect(MechanismTest.vote(0.1, 0.25, 0.9, 0.35));
        assertThat(election.parameters()[0]).isCloseTo(0.4, ROUNDING);
        assertThat(election.figures().get("weight_0.0")).isCloseTo(0.6, ROUNDING);
        assertThat(election.figures().get("weight_1.0")).isCloseTo(0.4, ROUNDING);
        assertThat(election.chosen()).containsExactly(0, 1);
        assertThat(election.objective().value(Design.of(0), Account.ofReturns(new double[] {5})))
                .isCloseTo(5, ROUNDING);
    }

    @Test
    void lottery_isPursuedWhole_whereNothingIsDrawn() {
        // Four of six like the end 1 best: random dictatorship gives it two thirds.
        MixtureVote vote =
                new MixtureVote(Alternatives.grid("sigma", 2), Lotteries.randomDictatorship(), Elicitations.truthful());
        BallotElection election = (BallotElection) vote.elect(MechanismTest.vote(1, 1, 1, 1, 0, 0));
        assertThat(election.parameters()[0]).isCloseTo(2.0 / 3, ROUNDING);
        assertThat(election.account()).contains("shares by random-dictatorship: 0.0 1/3, 0.5 0, 1.0 2/3");
    }

    @Test
    void finiteList_isVotedOnByAnyWorth() {
        Objective sum = MechanismTest.named("sum");
        Objective min = MechanismTest.named("min");
        ObjectiveFamily.Finite family = ObjectiveFamily.of(sum, min);
        Alternatives both = Alternatives.of(family, (names, type, p) -> p[0] == 0 ? type[0] : 1 - type[0]);
        TypeMatrix types = TypeMatrix.of(List.of("sigma"), new double[] {0}, new double[][] {{0.2}, {0.3}, {0.9}});
        Election election =
                BallotVote.of(both, Scoring.borda()).elect(new Vote(0, types, family, Optional.empty(), Seed.of(1)));
        assertThat(election.objective()).isSameAs(min);
        assertThat(election.figures()).containsEntry("index", 1.0);
    }

    @Test
    void committeeRule_isRefusedWhereOneObjectiveIsElected() {
        assertThatThrownBy(() -> BallotVote.of(GRID, Committees.pav())).hasMessageContaining("PortfolioVote");
    }
}
