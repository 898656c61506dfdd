package org.sed4j.voting.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sed4j.voting.ballot.Approval;
import org.sed4j.voting.ballot.ApprovalProfile;
import org.sed4j.voting.ballot.BallotKind;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.GradeProfile;
import org.sed4j.voting.ballot.Grades;
import org.sed4j.voting.ballot.Profile;
import org.sed4j.voting.ballot.Ranking;
import org.sed4j.voting.ballot.RankingProfile;
import org.sed4j.voting.ballot.UtilityProfile;

/** Every rule at the edges: one voter, one candidate, nobody with an opinion, groups of nobody, enormous electorates. */
class ExtremesTest {
    private static final Candidates FIELD = Candidates.letters(3);

    static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>(Rules.all());
        for (String id : List.of("power-mean:3", "power-mean:-1", "nash-bargaining:0")) {
            rules.add(Rules.parse(id));
        }
        return rules;
    }

    /** What the rule says, whatever form that has; {@code seats} for committees. */
    private static Object result(Rule rule, Profile profile, int seats) {
        if (rule instanceof VotingRule voting) {
            Outcome outcome = voting.apply(profile);
            assertThat(outcome.exact()).isTrue();
            return outcome.winners();
        } else if (rule instanceof LotteryRule scheme) {
            return scheme.lottery(profile).probabilities();
        }
        return ((CommitteeRule) rule).elect(profile, seats).committees();
    }

    /** Three parts like a, then b; two parts like c, then b; and a group of nobody. */
    private static Profile split(Rule rule, long part) {
        Set<BallotKind> kinds = rule.info().accepts();
        long[] weights = {3 * part, 2 * part};
        if (kinds.contains(BallotKind.APPROVAL)) {
            ApprovalProfile.Builder builder = ApprovalProfile.over(FIELD);
            builder.add(0, Approval.of(1)).add(weights[0], Approval.of(0, 1));
            return builder.add(weights[1], Approval.of(2)).build();
        } else if (kinds.contains(BallotKind.GRADES)) {
            GradeProfile.Builder builder = GradeProfile.over(FIELD, 5);
            builder.add(0, Grades.of(0, 0, 5)).add(weights[0], Grades.of(5, 3, 0));
            return builder.add(weights[1], Grades.of(0, 4, 5)).build();
        } else if (kinds.contains(BallotKind.UTILITIES)) {
            double[][] rows = {{5, 3, 1}, {1, 4, 5}, {0, 0, 9}};
            return UtilityProfile.of(FIELD, rows, new long[] {weights[0], weights[1], 0});
        }
        RankingProfile.Builder builder = RankingProfile.over(FIELD);
        builder.add(0, Ranking.of(2, 0, 1)).add(weights[0], Ranking.of(0, 1, 2));
        return builder.add(weights[1], Ranking.of(2, 1, 0)).build();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void rule_onAnEnormousElectorate_electsAsOnASmallOne_orSaysWhyNot(Rule rule) {
        Object small = result(rule, split(rule, 1), 2);
        for (long part : new long[] {1_000_003, 1L << 40, (1L << 53) / 5}) {
            if (rule.id().equals("stv-meek") && part > 1_000_003) {
                assertThatThrownBy(() -> result(rule, split(rule, part), 2))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("voters under stv-meek (");
            } else if (rule.id().startsWith("stv") || rule.id().startsWith("mes")) {
                // Quotas and budgets are whole numbers of votes, so scaled electorates may differ; they must end,
                // though.
                assertThat(result(rule, split(rule, part), 2)).isNotNull();
            } else {
                assertThat(result(rule, split(rule, part), 2)).isEqualTo(small);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void rule_withOneVoter_electsItsTop_andWithOneCandidateThatOne(Rule rule) {
        Set<BallotKind> kinds = rule.info().accepts();
        Candidates one = Candidates.of("only");
        Profile alone;
        Profile single;
        if (kinds.contains(BallotKind.APPROVAL)) {
            alone = ApprovalProfile.over(one).add(1, Approval.of()).build();
            single = ApprovalProfile.over(FIELD).add(1, Approval.of(1)).build();
        } else if (kinds.contains(BallotKind.GRADES)) {
            alone = GradeProfile.over(one, 1).add(1, Grades.of(0)).build();
            single = GradeProfile.over(FIELD, 5).add(1, Grades.of(1, 5, 2)).build();
        } else if (kinds.contains(BallotKind.UTILITIES)) {
            alone = UtilityProfile.of(one, new double[][] {{0}});
            single = UtilityProfile.of(FIELD, new double[][] {{1, 5, 2}});
        } else {
            alone = RankingProfile.over(one).add(1, Ranking.of(0)).build();
            single = RankingProfile.over(FIELD).add(1, Ranking.of(1, 0, 2)).build();
        }
        if (rule instanceof VotingRule) {
            assertThat(result(rule, alone, 1)).isEqualTo(List.of(0));
            if (!rule.id().equals("anti-plurality")) { // one voter vetoes one of three
                assertThat(result(rule, single, 1)).isEqualTo(List.of(1));
            }
        } else if (rule instanceof LotteryRule scheme) {
            assertThat(scheme.lottery(alone).support()).containsExactly(0);
            assertThat(scheme.lottery(single).support()).contains(1);
        } else {
            List<?> committees = (List<?>) result(rule, alone, 1);
            assertThat(committees).hasSize(1);
            assertThat(result(rule, single, 1)).isEqualTo(List.of(List.of(1)));
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void rule_whereEverybodyAbstains_tiesEverybody_orSaysThatItIsUndefined(Rule rule) {
        Set<BallotKind> kinds = rule.info().accepts();
        Profile silent;
        if (kinds.contains(BallotKind.APPROVAL)) {
            silent = ApprovalProfile.over(FIELD).add(4, Approval.of()).build();
        } else if (kinds.contains(BallotKind.GRADES)) {
            silent = GradeProfile.over(FIELD, 5).add(4, Grades.of(-1, -1, -1)).build();
        } else if (kinds.contains(BallotKind.UTILITIES)) {
            silent = UtilityProfile.of(FIELD, new double[][] {{0, 0, 0}}, new long[] {4});
        } else {
            silent = RankingProfile.over(FIELD).add(4, Ranking.of()).build();
        }
        if (!kinds.contains(silent.kind())) {
            assertThatThrownBy(() -> result(rule, silent, 2)).isInstanceOf(UndefinedRuleException.class);
        } else if (rule instanceof VotingRule) {
            assertThat(result(rule, silent, 2)).isEqualTo(List.of(0, 1, 2));
        } else if (rule instanceof LotteryRule scheme) {
            assertThat(scheme.lottery(silent).support()).containsExactly(0, 1, 2);
        } else {
            List<List<Integer>> pairs = List.of(List.of(0, 1), List.of(0, 2), List.of(1, 2));
            assertThat(result(rule, silent, 2)).isEqualTo(rule.id().equals("mes") ? List.of(List.of()) : pairs);
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void rule_doesNotSeeGroupsOfNobody(Rule rule) {
        Set<BallotKind> kinds = rule.info().accepts();
        Profile without;
        if (kinds.contains(BallotKind.APPROVAL)) {
            without = ApprovalProfile.over(FIELD)
                    .add(6, Approval.of(0, 1))
                    .add(4, Approval.of(2))
                    .build();
        } else if (kinds.contains(BallotKind.GRADES)) {
            without = GradeProfile.over(FIELD, 5)
                    .add(6, Grades.of(5, 3, 0))
                    .add(4, Grades.of(0, 4, 5))
                    .build();
        } else if (kinds.contains(BallotKind.UTILITIES)) {
            without = UtilityProfile.of(FIELD, new double[][] {{5, 3, 1}, {1, 4, 5}}, new long[] {6, 4});
        } else {
            without = RankingProfile.over(FIELD)
                    .add(6, Ranking.of(0, 1, 2))
                    .add(4, Ranking.of(2, 1, 0))
                    .build();
        }
        assertThat(result(rule, split(rule, 2), 2)).isEqualTo(result(rule, without, 2));
    }

    @Test
    void budget_raisedWithoutEnd_isGivenUp_andSaidSo() {
        // Derived: one voter of 10^12 + 1 likes c; a budget that lets it buy c alone needs 10^12 raises, and three
        // seats
        // are wanted. As many raises are tried as ties would be followed.
        ApprovalProfile profile = ApprovalProfile.over(Candidates.letters(4))
                .add(1_000_000_000_000L, Approval.of(0, 1))
                .add(1, Approval.of(2))
                .build();
        CommitteeOutcome outcome = Committees.equalSharesBudget()
                .elect(profile, 3, Count.parallel().limited(1000));
        assertThat(outcome.exact()).isFalse();
        assertThat(outcome.committees()).containsExactly(List.of(0, 1, 2));
    }

    @Test
    void points_areReadExactly() {
        VotingRule rule = (VotingRule) Rules.parse("positional:0.3,1/10,0");
        assertThat(rule.id()).isEqualTo("positional:3/10,1/10,0");
        for (String bad : List.of("positional:1,1/0", "positional:1,", "positional:1,x", "positional:1e9999999,0")) {
            assertThatThrownBy(() -> Rules.parse(bad)).as(bad).hasMessageContaining("parameter of rule (" + bad + ")");
        }
        assertThatThrownBy(() -> Rules.parse("power-mean:0")).hasMessageContaining("power (0.0)");
        assertThatThrownBy(() -> Rules.parse("k-approval")).hasMessageContaining("must follow a colon");
    }

    @Test
    void powerMeans_areComparedBeforeTheRoot() {
        // Derived: the sums 1 and 1 + 2^-50 differ; their twentieth roots are the same double.
        double more = Math.pow(1 + Math.pow(2, -50), 0.05);
        UtilityProfile u = UtilityProfile.of(Candidates.letters(2), new double[][] {{1, Math.nextUp(more)}});
        assertThat(Welfare.powerMean(20).apply(u).winners()).containsExactly(1);
        UtilityProfile huge = UtilityProfile.of(Candidates.letters(1), new double[][] {{1e300}});
        assertThatThrownBy(() -> Welfare.powerMean(2).apply(huge))
                .hasMessageContaining("utility of a on ballot 0 to the power");
    }

    @Test
    void mixture_countsWhatBothCount() {
        LotteryRule mixed =
                Lotteries.mixture(BigFraction.ONE_HALF, Lotteries.proportionalBorda(), Lotteries.maximalLotteries());
        assertThat(mixed.info().accepts()).containsExactly(BallotKind.LINEAR);
    }
}
