package org.sed4j.voting.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.voting.ballot.ApprovalProfile;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.GradeProfile;
import org.sed4j.voting.ballot.Grades;
import org.sed4j.voting.ballot.RankingProfile;
import org.sed4j.voting.ballot.UtilityProfile;

/** Proportional mixing: the average of divided votes. */
class DividedVotesTest {
    private static final LotteryRule MIXING = Lotteries.proportionalMixing();

    @Test
    void shares_areTheAverageOfTheVotes() {
        // Derived: two voters give a and b a half each, one gives all to b, one abstains: a 1, b 2 of 3 votes.
        ApprovalProfile approvals = ApprovalProfile.parse(Candidates.letters(3), "2: a, b", "1: b", "1: ");
        assertThat(MIXING.lottery(approvals)).hasToString("a 1/3, b 2/3, c 0");
        // Derived: grades 1 2 0 divide a vote as 1/3 2/3 0; grades 0 0 5 as 0 0 1.
        GradeProfile grades = GradeProfile.over(Candidates.letters(3), 5)
                .add(1, Grades.of(1, 2, Grades.UNGRADED))
                .add(1, Grades.of(0, 0, 5))
                .build();
        assertThat(MIXING.lottery(grades)).hasToString("a 1/6, b 1/3, c 1/2");
        // Derived: utilities 3 1 divide as 3/4 1/4, and 1 1 as halves: 5/8 and 3/8.
        UtilityProfile utilities = UtilityProfile.of(Candidates.letters(2), new double[][] {{3, 1}, {1, 1}});
        assertThat(MIXING.lottery(utilities)).hasToString("a 5/8, b 3/8");
    }

    @Test
    void shares_areEven_ifEverybodyAbstains() {
        ApprovalProfile blank = ApprovalProfile.parse(Candidates.letters(3), "4: ");
        assertThat(MIXING.lottery(blank).probabilities()).containsOnly(new BigFraction(1, 3));
    }

    @Test
    void ballotsThatCannotBeDivided_areNamed() {
        UtilityProfile loss = UtilityProfile.of(Candidates.letters(2), new double[][] {{1, -1}});
        assertThatThrownBy(() -> MIXING.lottery(loss))
                .hasMessageContaining("utility of b on ballot 0 under proportional-mixing (-1.0)");
        RankingProfile rankings = RankingProfile.parse(Candidates.letters(2), "1: a > b");
        assertThatThrownBy(() -> MIXING.lottery(rankings)).isInstanceOf(UndefinedRuleException.class);
    }

    /** The twin: every voter's vote as a pile of 60 coins, which grades that sum to 1, ..., 6 divide into whole coins. */
    @Test
    void shares_agreeWithCoinsDealtOneByOne() {
        Rng rng = Seed.of(94).rng();
        for (int trial = 0; trial < 10_000; trial++) {
            int m = 1 + rng.below(6);
            List<int[]> voters = new ArrayList<>();
            int[] coins = new int[m];
            int all = 0;
            for (int i = 1 + rng.below(6); i > 0; i--) {
                int[] grades = new int[m];
                int points = rng.below(7);
                for (int p = 0; p < points; p++) {
                    grades[rng.below(m)]++;
                }
                voters.add(grades);
                for (int coin = 0; coin < 60 && points > 0; coin++) {
                    coins[owner(grades, coin % points)]++;
                    all++;
                }
            }
            GradeProfile.Builder builder = GradeProfile.over(Candidates.letters(m), 6);
            voters.forEach(grades -> builder.add(1, Grades.of(grades)));
            int dealt = all;
            List<BigFraction> expected = all == 0
                    ? Collections.nCopies(m, new BigFraction(1, m))
                    : Arrays.stream(coins)
                            .mapToObj(n -> new BigFraction(n, dealt))
                            .toList();
            assertThat(MIXING.lottery(builder.build()).probabilities()).isEqualTo(expected);
        }
    }

    /** Whose the p-th point is. */
    private static int owner(int[] grades, int p) {
        int c = 0;
        for (int before = grades[0]; before <= p; before += grades[c]) {
            c++;
        }
        return c;
    }
}
