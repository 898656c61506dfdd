package org.sed4j.voting.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.sed4j.voting.rule.Condorcet;
import org.sed4j.voting.rule.Eliminations;
import org.sed4j.voting.rule.Rules;
import org.sed4j.voting.rule.UndefinedRuleException;

class BadInputTest {
    private static final Candidates FIELD = Candidates.of("Ann", "Bob", "Cid");

    private static void refused(ThrowingCallable call, String... words) {
        assertThatThrownBy(call).isInstanceOf(InvalidBallotException.class).hasMessageContainingAll(words);
    }

    @Test
    void badBallots_areNamed() {
        refused(() -> Ranking.parse(FIELD, "Ann > Dee"), "candidate (Dee)", "[Ann, Bob, Cid]");
        refused(() -> Ranking.parse(FIELD, "Ann > Bob > Ann"), "ranked once");
        refused(() -> RankingProfile.over(FIELD).add(1, Ranking.of(0, 3)), "number of a candidate (3)", "from 0 to 2");
        refused(() -> RankingProfile.over(FIELD).add(-1, Ranking.of(0)), "weight", "-1", "must not be negative");
        refused(() -> RankingProfile.over(FIELD).add(Double.NaN, Ranking.of(0)), "weight of a ballot (NaN)");
        refused(() -> RankingProfile.over(FIELD).add(0.5, Ranking.of(0)), "(0.5)", "whole number");
        refused(() -> RankingProfile.over(FIELD).build(), "total weight of the profile (0)", "must be positive");
        refused(() -> ApprovalProfile.over(FIELD).add(1, Approval.of(1, 1)), "approved once");
        refused(() -> ApprovalProfile.over(FIELD).add(1, Approval.of(7)), "number of a candidate (7)");
        refused(() -> GradeProfile.over(FIELD, 5).add(1, Grades.of(1, 2)), "one for each of [Ann, Bob, Cid]");
        refused(() -> GradeProfile.over(FIELD, 5).add(1, Grades.of(1, 2, 6)), "grade (6)", "from 0 to 5");
        refused(
                () -> UtilityProfile.of(FIELD, new double[][] {{1, 2, Double.NaN}}),
                "utility of Cid on ballot 0 (NaN)");
        refused(
                () -> RankingProfile.over(FIELD).add(1L << 53, Ranking.of(0)).add(1, Ranking.of(0)),
                "weights of the profile (9007199254740992 + 1)",
                "at most 2^53");
        refused(
                () -> RankingProfile.ofLevels(FIELD, new int[6], new long[] {Long.MAX_VALUE, Long.MAX_VALUE}),
                "at most 2^53");
        refused(() -> RankingProfile.parse(FIELD, "many: Ann > Bob"), "weight (many)", "whole number");
        refused(() -> ApprovalProfile.parse(FIELD, "-1: Ann"), "weight of ballot", "-1");
        refused(() -> RankingProfile.parse(FIELD, "1: Ann").swapped(0, Ranking.of(3)), "number of a candidate (3)");
        refused(() -> RankingProfile.parse(FIELD, "1: Ann").swapped(0, Approval.of(0)), "must be a Ranking");
        refused(() -> Candidates.of("Ann", "Ann"), "must be used once");
        refused(() -> Candidates.of(), "candidates (0)");
        refused(() -> RankingProfile.ofLevels(FIELD, new int[] {0, 1}, new long[] {1}), "groups x candidates");
    }

    @Test
    void rulesUndefinedOnABallot_sayWhichAndWhy() {
        RankingProfile weak = RankingProfile.parse(FIELD, "2: Ann = Bob > Cid");
        assertThatThrownBy(() -> Eliminations.irv().apply(weak))
                .isInstanceOf(UndefinedRuleException.class)
                .hasMessageContainingAll("rule (irv)", "rankings with ties");
        RankingProfile shortened = RankingProfile.parse(FIELD, "2: Ann");
        assertThatThrownBy(() -> Eliminations.coombs().apply(shortened)).hasMessageContaining("rule (coombs)");
        assertThat(Condorcet.schulze().apply(weak).winnerNames()).containsExactly("Ann", "Bob");
        assertThatThrownBy(() -> Rules.parse("bordaa")).hasMessageContaining("rule (bordaa) must be one of");
    }

    @Test
    void kindsOfBallots_areToldApart() {
        assertThat(RankingProfile.parse(FIELD, "1: Ann > Bob").kind()).isEqualTo(BallotKind.LINEAR);
        assertThat(RankingProfile.parse(FIELD, "1: Ann > Bob", "1: Cid").kind()).isEqualTo(BallotKind.TRUNCATED);
        assertThat(RankingProfile.parse(FIELD, "1: Ann", "1: Cid = Bob").kind()).isEqualTo(BallotKind.WEAK);
        assertThat(RankingProfile.parse(FIELD, "1: ").kind()).isEqualTo(BallotKind.TRUNCATED);
        RankingProfile flat = RankingProfile.ofLevels(FIELD, new int[] {2, 0, 9, 0, 0, 1}, new long[] {3, 4});
        assertThat(flat.toString()).isEqualTo("3: Bob > Ann; 4: Ann = Bob > Cid");
        assertThat(flat.kind()).isEqualTo(BallotKind.WEAK);
    }

    @Test
    void equalBallots_areGrouped_andAbstentionsCountAsVoters() {
        RankingProfile profile = RankingProfile.parse(FIELD, "1: Ann > Bob", "2: ", "3: Ann > Bob");
        assertThat(profile.groups()).isEqualTo(2);
        assertThat(profile.voters()).isEqualTo(6);
        assertThat(Pairwise.of(profile).margin(0, 1)).isEqualTo(4);
    }
}
