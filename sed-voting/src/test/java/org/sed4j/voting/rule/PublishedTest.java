package org.sed4j.voting.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.sed4j.voting.ballot.ApprovalProfile;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.GradeProfile;
import org.sed4j.voting.ballot.Grades;
import org.sed4j.voting.ballot.Pairwise;
import org.sed4j.voting.ballot.RankingProfile;
import org.sed4j.voting.ballot.UtilityProfile;

/** Elections whose results are published, or derived here step by step. */
class PublishedTest {

    /** Wikipedia's example on the capital of Tennessee, in the articles on each of these rules. */
    static final RankingProfile TENNESSEE = RankingProfile.parse(
            Candidates.of("Memphis", "Nashville", "Chattanooga", "Knoxville"),
            "42: Memphis > Nashville > Chattanooga > Knoxville",
            "26: Nashville > Chattanooga > Knoxville > Memphis",
            "15: Chattanooga > Knoxville > Nashville > Memphis",
            "17: Knoxville > Chattanooga > Nashville > Memphis");

    @Test
    void tennessee_isWonAsPublished() {
        Map<String, String> published = Map.ofEntries(
                Map.entry("plurality", "Memphis"), // 42 first places
                Map.entry("irv", "Knoxville"),
                Map.entry("coombs", "Nashville"),
                Map.entry("coombs-majority", "Nashville"),
                Map.entry("borda", "Nashville"),
                Map.entry("bucklin", "Nashville"),
                Map.entry("top-two", "Nashville"),
                Map.entry("copeland", "Nashville"),
                Map.entry("minimax", "Nashville"),
                Map.entry("minimax-wv", "Nashville"),
                Map.entry("minimax-opposition", "Nashville"),
                Map.entry("schulze", "Nashville"),
                Map.entry("ranked-pairs", "Nashville"),
                Map.entry("kemeny", "Nashville"),
                Map.entry("nanson", "Nashville"),
                Map.entry("baldwin", "Nashville"));
        published.forEach((rule, winner) -> assertThat(
                        ((VotingRule) Rules.parse(rule)).apply(TENNESSEE).winnerNames())
                .as(rule)
                .containsExactly(winner));
        // Nashville beats every other city (58, 68, 68 of 100), so every Condorcet rule elects it.
        for (VotingRule rule : Rules.ordinal()) {
            if (rule.info().satisfies().contains(Axiom.CONDORCET_WINNER)) {
                assertThat(rule.apply(TENNESSEE).winnerNames()).as(rule.id()).containsExactly("Nashville");
            }
        }
        // Anti-plurality, derived: last places 58, 0, 0, 42.
        assertThat(Scoring.antiPlurality().apply(TENNESSEE).winnerNames()).containsExactly("Nashville", "Chattanooga");
        // Dowdall, derived: Memphis 42 + 58/4 = 56.5; Nashville 26 + 42/2 + 32/3 = 57.67; the others have less than 48.
        assertThat(Scoring.dowdall().apply(TENNESSEE).winnerNames()).containsExactly("Nashville");
    }

    @Test
    void tennessee_hasThePublishedScores() {
        // Wikipedia, "Borda count": 126, 194, 173, 107.
        assertThat(Scoring.borda().apply(TENNESSEE).scores())
                .extracting(Number::intValue)
                .containsExactly(126, 194, 173, 107);
        // Wikipedia, "Kemeny-Young method": Nashville > Chattanooga > Knoxville > Memphis with 393.
        assertThat(Condorcet.kemeny().count(TENNESSEE, Count.explained()).account())
                .contains(
                        "support of the best order: 393",
                        "a best order: Nashville > Chattanooga > Knoxville > Memphis");
    }

    /** Wikipedia, "Schulze method", 45 voters; Schulze (2011), example 1. */
    private static final RankingProfile SCHULZE = RankingProfile.parse(
            Candidates.of("A", "B", "C", "D", "E"),
            "5: A > C > B > E > D",
            "5: A > D > E > C > B",
            "8: B > E > D > A > C",
            "3: C > A > B > E > D",
            "7: C > A > E > B > D",
            "2: C > B > A > D > E",
            "7: D > C > E > B > A",
            "8: E > B > A > D > C");

    @Test
    void schulzeExample_hasThePublishedMatrixPathsAndWinner() {
        Pairwise pairs = Pairwise.of(SCHULZE);
        long[][] d = { // the published matrix d[*,*]
            {0, 20, 26, 30, 22}, {25, 0, 16, 33, 18}, {19, 29, 0, 17, 24}, {15, 12, 28, 0, 14}, {23, 27, 21, 31, 0}
        };
        assertThat(pairs.toArray()).isDeepEqualTo(d);
        long[][] p = { // the published strengths p[*,*]
            {0, 28, 28, 30, 24}, {25, 0, 28, 33, 24}, {25, 29, 0, 29, 24}, {25, 28, 28, 0, 24}, {25, 28, 28, 31, 0}
        };
        assertThat(Majorities.strongestPaths(pairs, Majorities.Strength.WINNING_VOTES))
                .isDeepEqualTo(p);
        assertThat(Condorcet.schulze().apply(SCHULZE).winnerNames()).containsExactly("E");
    }

    @Test
    void schulzeExample_underRulesThatSeeOnlyItsMajorities_isDerivedFromTheMatrix() {
        // Derived from d: A beats C D; B beats A D; C beats B E; D beats C; E beats A B D. Wins 2 2 2 1 3.
        assertThat(Condorcet.copeland().apply(SCHULZE).winnerNames()).containsExactly("E");
        assertThat(Condorcet.llull().apply(SCHULZE).winnerNames()).containsExactly("E");
        // Everybody reaches everybody: A>C>E>A, B>A, E>B, C>B, A>D, D>C. So Smith and Schwartz hold all.
        assertThat(Condorcet.smith().apply(SCHULZE).winners()).hasSize(5);
        assertThat(Condorcet.schwartz().apply(SCHULZE).winners()).hasSize(5);
        // Covering by Gillies: x covers y if x beats y and so do all who beat x. E is beaten by C only, and C
        // beats B: E covers B. A is beaten by B and E, and both beat D: A covers D. Whoever beats A, C
        // or E loses to somebody whom they beat, so nobody covers them.
        assertThat(Condorcet.uncovered().apply(SCHULZE).winnerNames()).containsExactly("A", "C", "E");
        // Margins, derived: B>D 21, E>D 17, A>D 15, C>B 13, D>C 11, E>B 9, A>C 7, B>A 5, C>E 3, E>A 1. Ranked
        // pairs locks B>D E>D A>D C>B, skips D>C (C>B>D), locks E>B A>C, skips B>A (A>C>B), locks C>E, skips E>A.
        assertThat(Condorcet.rankedPairs().apply(SCHULZE).winnerNames()).containsExactly("A");
        // River: B>D, then C>B; D>C would close C>B>D; A>C; B>A would close; C>E; so A is the root.
        assertThat(Condorcet.river().apply(SCHULZE).winnerNames()).containsExactly("A");
        // Minimax: worst defeats A 5, B 13, C 11, D 21, E 3.
        assertThat(Condorcet.minimax().apply(SCHULZE).winnerNames()).containsExactly("E");
        // Split cycle: E>A 1 and C>E 3 are weakest in A>C>E>A: E>A falls. C>E: the path back E>A>C has strength 1,
        // E>B>A>C 5: 3 is not more than 5, so E stands. B>A 5: back A>C>B 7. D>C 11: C>B>D 13. A>C 7: C>B>A 5, so
        // C is out.
        assertThat(Condorcet.splitCycle().apply(SCHULZE).winnerNames()).containsExactly("A", "E");
    }

    @Test
    void majorityJudgement_ofTennessee_isDerived() {
        // Grades by distance, 3 best. Medians, the lower of 100: Memphis 42x3 58x0: 0; Nashville 42x2 26x3 32x1:
        // 2; Chattanooga 42x1 26x2 15x3 17x2: 2; Knoxville 42x0 26x1 15x2 17x3: 1. Nashville and Chattanooga,
        // lower median at place 49 (from 0), then 50, 48, 51 ... Nashville has 32 below 2 and 26 above;
        // Chattanooga has 42 below and 15 above. Going outwards Chattanooga's grade falls first, at place 41.
        GradeProfile grades = GradeProfile.over(TENNESSEE.candidates(), List.of("poor", "fair", "good", "excellent"))
                .add(42, Grades.of(3, 2, 1, 0))
                .add(26, Grades.of(0, 3, 2, 1))
                .add(15, Grades.of(0, 1, 3, 2))
                .add(17, Grades.of(0, 1, 2, 3))
                .build();
        Outcome outcome = Cardinal.majorityJudgement().apply(grades);
        assertThat(outcome.scores()).extracting(Number::intValue).containsExactly(0, 2, 2, 1);
        assertThat(outcome.winnerNames()).containsExactly("Nashville");
        // Range, derived: 126, 84+78+15+17 = 194, 42+52+45+34 = 173, 26+30+51 = 107: Borda's sums, as grades equal
        // ranks.
        assertThat(Cardinal.range().apply(grades).scores())
                .extracting(Number::intValue)
                .containsExactly(126, 194, 173, 107);
        // STAR, derived: Nashville and Chattanooga meet; 68 voters grade Nashville higher.
        assertThat(Cardinal.star().apply(grades).winnerNames()).containsExactly("Nashville");
    }

    /**
     * The expected winners of a published test suite: voting-tools/pref_voting (MIT licence) at 48ecb546,
     * tests/test_grade_methods.py.
     */
    @Test
    void gradeRules_electAsInThePublishedSuiteOfPrefVoting() {
        Candidates three = Candidates.letters(3);
        GradeProfile scores = GradeProfile.over(three, 5)
                .add(1, Grades.of(5, 4, 0))
                .add(1, Grades.of(5, 3, 1))
                .add(1, Grades.of(0, 5, 5))
                .build();
        assertThat(Cardinal.range().apply(scores).scores())
                .extracting(Number::intValue)
                .containsExactly(10, 12, 6);
        assertThat(Cardinal.range().apply(scores).winnerNames()).containsExactly("b");
        assertThat(Cardinal.rangeMean().apply(scores).winnerNames()).containsExactly("b");
        assertThat(Cardinal.rangeMedian().apply(scores).winnerNames()).containsExactly("a");
        GradeProfile nobody = GradeProfile.over(Candidates.letters(2), 1)
                .add(2, Grades.of(Grades.UNGRADED, Grades.UNGRADED))
                .build();
        assertThat(Cardinal.rangeMean().apply(nobody).winnerNames()).containsExactly("a", "b");
        assertThat(Cardinal.rangeMedian().apply(nobody).winnerNames()).containsExactly("a", "b");
        assertThat(Cardinal.star().apply(scores).winnerNames())
                .containsExactly("a"); // b and a meet, two of three for a
        GradeProfile even = GradeProfile.over(three, 5)
                .add(1, Grades.of(5, 4, 0))
                .add(1, Grades.of(5, 3, 1))
                .add(1, Grades.of(0, 5, 5))
                .add(1, Grades.of(4, 4, 2))
                .build();
        assertThat(Cardinal.majorityJudgement().apply(even).scores().subList(0, 2))
                .extracting(Number::intValue)
                .containsExactly(4, 4);
        assertThat(Cardinal.majorityJudgement().apply(even).winnerNames()).containsExactly("a");
        GradeProfile tied = GradeProfile.over(Candidates.letters(2), 5)
                .add(1, Grades.of(5, 3))
                .add(1, Grades.of(3, 5))
                .build();
        assertThat(Cardinal.star().apply(tied).winnerNames()).containsExactly("a", "b");
        ApprovalProfile approvals = ApprovalProfile.parse(three, "1: a", "1: a, b", "1: b, c");
        assertThat(Cardinal.approval().apply(approvals).winnerNames()).containsExactly("a", "b");
    }

    /** As published in the same suite at 8856e72c, tests/test_c1_methods.py: on a cycle all win, one voter decides alone. */
    @Test
    void rulesThatSeeMajoritiesOnly_electAsInThePublishedSuiteOfPrefVoting() {
        RankingProfile cycle =
                RankingProfile.parse(Candidates.letters(3), "1: a > b > c", "1: b > c > a", "1: c > a > b");
        RankingProfile one = RankingProfile.parse(Candidates.letters(3), "1: a > b > c");
        for (VotingRule rule : List.of(
                Condorcet.condorcet(),
                Condorcet.copeland(),
                Condorcet.llull(),
                Condorcet.uncovered(),
                Condorcet.smith(),
                Condorcet.schwartz(),
                Condorcet.slater())) {
            assertThat(rule.apply(cycle).winners()).as(rule.id()).containsExactly(0, 1, 2);
            assertThat(rule.apply(one).winners()).as(rule.id()).containsExactly(0);
        }
    }

    @Test
    void llull_countsTiesAsWins_andCopelandAsHalf() {
        // Derived: a ties with b, c and d: Llull 3, Copeland 3/2. b beats c and d: Llull 3, Copeland 5/2. c beats d.
        RankingProfile profile = RankingProfile.parse(Candidates.letters(4), "1: a > b > c > d", "1: b > c > d > a");
        assertThat(Condorcet.llull().apply(profile).winnerNames()).containsExactly("a", "b");
        assertThat(Condorcet.copeland().apply(profile).winnerNames()).containsExactly("b");
    }

    @Test
    void rulesThatDropTheWeakestDefeat_electWhoIsThenUnbeaten() {
        // The margins a>b 1, b>c 5, c>a 3 (those of the cycle in the same file). Derived: x of abc, y of bca and z
        // of cab voters give a>b x-y+z = 1, b>c x+y-z = 5, c>a -x+y+z = 3: x = 3, y = 4, z = 2. The weakest
        // defeat, a>b, is the only one that falls, in whatever way: b is left unbeaten.
        RankingProfile cycle =
                RankingProfile.parse(Candidates.letters(3), "3: a > b > c", "4: b > c > a", "2: c > a > b");
        Pairwise pairs = Pairwise.of(cycle);
        assertThat(new long[] {pairs.margin(0, 1), pairs.margin(1, 2), pairs.margin(2, 0)})
                .containsExactly(1, 5, 3);
        for (VotingRule rule : List.of(
                Condorcet.river(),
                Condorcet.splitCycle(),
                Condorcet.rankedPairs(),
                Condorcet.schulzeMargins(),
                Condorcet.minimax())) {
            assertThat(rule.apply(cycle).winnerNames()).as(rule.id()).containsExactly("b");
        }
    }

    @Test
    void rangeByMeansAndMedians_leaveOutWhoGaveNoGrade() {
        // Derived: a has 9 of 3 voters, 3 in the mean; b 8 of 2, 4 in the mean; nobody graded c. Sums say a, means b.
        // Medians: a has 1, 3, 5: 3; b has 3, 5: the lower one is 3, a tie.
        GradeProfile grades = GradeProfile.over(Candidates.letters(3), 5)
                .add(1, Grades.of(5, 3, Grades.UNGRADED))
                .add(1, Grades.of(3, 5, Grades.UNGRADED))
                .add(1, Grades.of(1, Grades.UNGRADED, Grades.UNGRADED))
                .build();
        assertThat(Cardinal.range().apply(grades).winnerNames()).containsExactly("a");
        assertThat(Cardinal.rangeMean().apply(grades).winnerNames()).containsExactly("b");
        assertThat(Cardinal.rangeMedian().apply(grades).winnerNames()).containsExactly("a", "b");
        assertThat(Cardinal.rangeMean().apply(grades).scores())
                .extracting(Number::intValue)
                .containsExactly(3, 4, -1);
    }

    @Test
    void star_isNotRange_whenTheMajorityPrefersTheSecond() {
        // Derived: a 3*3 + 2*5 = 19, b 3*4 = 12, c 0: a by range. In the runoff three of five prefer b to a.
        GradeProfile grades = GradeProfile.over(Candidates.letters(3), 5)
                .add(3, Grades.of(3, 4, 0))
                .add(2, Grades.of(5, 0, 0))
                .build();
        assertThat(Cardinal.range().apply(grades).winnerNames()).containsExactly("a");
        assertThat(Cardinal.star().apply(grades).winnerNames()).containsExactly("b");
    }

    @Test
    void approval_ofTennessee_withTwoApprovedEach_isWonAsPublished() {
        // Wikipedia, "STAR voting" and "Approval voting": with the top two approved, Nashville has 68.
        ApprovalProfile approvals = ApprovalProfile.parse(
                TENNESSEE.candidates(),
                "42: Memphis, Nashville",
                "26: Nashville, Chattanooga",
                "15: Chattanooga, Knoxville",
                "17: Knoxville, Chattanooga");
        Outcome outcome = Cardinal.approval().apply(approvals);
        assertThat(outcome.winnerNames()).containsExactly("Nashville");
        assertThat(outcome.scores()).extracting(Number::intValue).containsExactly(42, 68, 58, 32);
        assertThat(Scoring.kApproval(2).apply(TENNESSEE).scores())
                .extracting(Number::intValue)
                .containsExactly(42, 68, 58, 32);
    }

    @Test
    void welfareRules_disagreeWhereTheyShould() {
        // Derived: sums 12, 11, 9; minima 0, 2, 3; products 0, 2*9 = 18, 3*6 = 18... so b and c tie under Nash,
        // exactly.
        UtilityProfile u = UtilityProfile.of(Candidates.letters(3), new double[][] {{12, 9, 6}, {0, 2, 3}});
        assertThat(Welfare.utilitarian().apply(u).winnerNames()).containsExactly("a");
        assertThat(Welfare.egalitarian().apply(u).winnerNames()).containsExactly("c");
        assertThat(Welfare.leximin().apply(u).winnerNames()).containsExactly("c");
        assertThat(Welfare.nash().apply(u).winnerNames()).containsExactly("b", "c");
        // Nash bargaining from 1: gains (11,-1), (8,1), (5,2): products none, 8, 10.
        assertThat(Welfare.nashBargaining(1).apply(u).winnerNames()).containsExactly("c");
        // Relative: first voter 1, 1/2, 0; second 0, 2/3, 1: sums 1, 7/6, 1.
        assertThat(Welfare.relativeUtilitarian().apply(u).winnerNames()).containsExactly("b");
        // Power 1/2: (sqrt 12 + 0)/2 squared = 3; (3 + 1.414)^2/4 = 4.87; (2.449 + 1.732)^2/4 = 4.37.
        assertThat(Welfare.powerMean(0.5).apply(u).winnerNames()).containsExactly("b");
        // Cumulative: first voter 12/27, 9/27, 6/27; second 0, 2/5, 3/5.
        assertThat(Welfare.cumulative().apply(u).winnerNames()).containsExactly("c");
    }

    @Test
    void quadraticVoting_letsAKeenMinorityBeatAMildMajority() {
        // Derived: three voters spend 0.01 credits (0.1 votes for a, 0 for b); one spends its credit on b: 0.3
        // against 1.
        UtilityProfile votes =
                UtilityProfile.of(Candidates.letters(2), new double[][] {{0.1, 0}, {0.1, 0}, {0.1, 0}, {0, 3}});
        Outcome outcome = Welfare.quadratic().apply(votes);
        assertThat(outcome.winnerNames()).containsExactly("b");
        assertThat(outcome.scores().get(1)).isEqualTo(1.0); // 3 votes would cost 9 credits: shrunk to the one it has
    }

    @Test
    void maximalLottery_ofACycle_isInProportionToTheOppositeMargins() {
        // Derived: margins a>b 3, b>c 5, c>a 1; an optimal p solves 3 p_a = 5 p_c and so on: p = (5, 1, 3)/9.
        // 2x+... voters: abc x, bca y, cab z with x+z-y = 3, x+y-z = 5, y+z-x = 1: x = 4, y = 3, z = 2.
        RankingProfile cycle =
                RankingProfile.parse(Candidates.letters(3), "4: a > b > c", "3: b > c > a", "2: c > a > b");
        assertThat(Lotteries.maximalLotteries().lottery(cycle).probabilities())
                .containsExactly(new BigFraction(5, 9), new BigFraction(1, 9), new BigFraction(3, 9));
        assertThat(Lotteries.randomDictatorship().lottery(cycle).probabilities())
                .containsExactly(new BigFraction(4, 9), new BigFraction(3, 9), new BigFraction(2, 9));
        // Borda: a 8+0+2 = 10, b 4+6+0 = 10, c 0+3+4 = 7, of 27.
        assertThat(Lotteries.proportionalBorda().lottery(cycle).probabilities())
                .containsExactly(new BigFraction(10, 27), new BigFraction(10, 27), new BigFraction(7, 27));
    }

    @Test
    void maximalLottery_ofTennessee_isTheCondorcetWinner() {
        assertThat(Lotteries.maximalLotteries().lottery(TENNESSEE).support()).containsExactly(1);
    }

    @Test
    void maximalLottery_thatIsNotUnique_treatsEqualsAlike() {
        // Derived: one voter each way: every lottery is maximal; the leximin point is the uniform one.
        RankingProfile tie = RankingProfile.parse(Candidates.letters(3), "1: a > b > c", "1: c > b > a");
        assertThat(Lotteries.maximalLotteries().lottery(tie).probabilities()).containsOnly(new BigFraction(1, 3));
    }

    @Test
    void clarkePivot_chargesWhatAVoterCostsTheOthers() {
        // Derived: sums a 10, b 9. Without voter 0 the others have a 0, b 9: it pays 9. The others change nothing: 0.
        UtilityProfile u = UtilityProfile.of(Candidates.letters(2), new double[][] {{10, 0}, {0, 4}, {0, 5}});
        ClarkePivot pivot = ClarkePivot.of(u);
        assertThat(pivot.choice()).isZero();
        assertThat(pivot.payments()).containsExactly(9.0, 0.0, 0.0);
        assertThat(pivot.collected()).isEqualTo(9);
    }

    @Test
    void auctions_chargeTheNextBid() {
        assertThat(Auctions.secondPrice(3, 8, 5)).isEqualTo(new Auctions.Sale(List.of(1), List.of(5.0), false));
        assertThat(Auctions.secondPrice(4, 4)).isEqualTo(new Auctions.Sale(List.of(0), List.of(4.0), true));
        assertThat(Auctions.generalisedSecondPrice(2, 3, 8, 5))
                .isEqualTo(new Auctions.Sale(List.of(1, 2), List.of(5.0, 3.0), false));
    }
}
