package org.sed4j.voting.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.voting.ballot.Approval;
import org.sed4j.voting.ballot.ApprovalProfile;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.RankingProfile;
import org.sed4j.voting.tie.TieContext;
import org.sed4j.voting.tie.TiePolicies;

class CommitteeTest {

    @Test
    void committees_areThoseThatAbcvotingPublishes() throws IOException {
        Map<String, Integer> checked = new TreeMap<>();
        List<Approval> ballots = new ArrayList<>();
        String name = "";
        int m = 0;
        int k = 0;
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(CommitteeTest.class.getResourceAsStream("abcvoting.txt")),
                StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split(" ");
                if (words[0].equals("#")) {
                    ballots.clear();
                } else if (words[0].equals("election")) {
                    name = words[1];
                    m = Integer.parseInt(words[2]);
                    k = Integer.parseInt(words[3]);
                    ballots.clear();
                } else if (words[0].equals("ballot")) {
                    ballots.add(Approval.of(numbers(words)));
                } else {
                    ApprovalProfile.Builder builder = ApprovalProfile.over(Candidates.letters(m));
                    ballots.forEach(ballot -> builder.add(1, ballot));
                    CommitteeOutcome outcome = ((CommitteeRule) Rules.parse(words[0])).elect(builder.build(), k);
                    List<List<Integer>> expected = new ArrayList<>();
                    for (int w = 1; w < words.length; w++) {
                        expected.add(Arrays.stream(words[w].split(","))
                                .map(Integer::valueOf)
                                .toList());
                    }
                    assertThat(outcome.committees())
                            .as("%s on %s", words[0], name)
                            .containsExactlyInAnyOrderElementsOf(expected);
                    checked.merge(words[0], 1, Integer::sum);
                }
            }
        }
        assertThat(checked.values()).containsOnly(80);
        assertThat(checked).hasSize(10);
    }

    private static int[] numbers(String[] words) {
        return Arrays.stream(words, 1, words.length).mapToInt(Integer::parseInt).toArray();
    }

    /** 66 voters like a b c d, 33 like e f, 1 likes g: derived by hand below. */
    private static final ApprovalProfile TWO_TO_ONE =
            ApprovalProfile.parse(Candidates.letters(7), "66: a, b, c, d", "33: e, f", "1: g");

    @Test
    void proportionalRules_giveAThirdOfTheVotersAThirdOfTheSeats() {
        for (CommitteeRule rule : List.of(
                Committees.pav(),
                Committees.sequentialPav(),
                Committees.reverseSequentialPav(),
                Committees.phragmen(),
                Committees.equalSharesPhragmen())) {
            for (List<Integer> committee : rule.elect(TWO_TO_ONE, 3).committees()) {
                assertThat(committee.stream().filter(c -> c < 4)).as(rule.id()).hasSize(2);
                assertThat(committee.stream().filter(c -> c == 4 || c == 5))
                        .as(rule.id())
                        .hasSize(1);
            }
        }
        // Block voting gives the majority every seat; covering voters gives the lone voter one.
        assertThat(Committees.approval().elect(TWO_TO_ONE, 3).winners()).containsExactly(0, 1, 2, 3);
        assertThat(Committees.chamberlinCourant().elect(TWO_TO_ONE, 3).committees())
                .hasSize(8);
        // Satisfaction: a-d have 66/4 = 16.5 each, e and f 33/2 = 16.5: all six tie, C(6,3) committees.
        assertThat(Committees.satisfaction().elect(TWO_TO_ONE, 3).committees()).hasSize(20);
        // PAV score, derived: 66 (1 + 1/2) + 33 = 132.
        assertThat(Committees.pav().elect(TWO_TO_ONE, 3).score()).isEqualTo(new BigFraction(132));
    }

    @Test
    void equalShares_withoutCompletion_mayLeaveSeatsEmpty() {
        // Derived: 3 seats for 100 voters: a voter has 3/100. 66 voters hold 1.98: one seat. 33 hold 0.99: none.
        CommitteeOutcome outcome = Committees.equalShares().elect(TWO_TO_ONE, 3);
        assertThat(outcome.committees()).containsExactly(List.of(0), List.of(1), List.of(2), List.of(3));
        // Raising the budget to 4/100 gives 2.64 and 1.32: two and one seat.
        for (List<Integer> committee :
                Committees.equalSharesBudget().elect(TWO_TO_ONE, 3).committees()) {
            assertThat(committee).hasSize(3);
            assertThat(committee.stream().filter(c -> c < 4)).hasSize(2);
        }
    }

    @Test
    void stv_ofTheFoodElection_electsAsPublished() {
        // Wikipedia, "Single transferable vote" (older revisions; mirrored at liquisearch.com/single_transferable_vote/
        // example): 20 guests, 3 seats, quota 6; Chocolate, Oranges and Strawberries.
        RankingProfile food = RankingProfile.parse(
                Candidates.of("Oranges", "Pears", "Chocolate", "Strawberries", "Sweets"),
                "4: Oranges",
                "2: Pears > Oranges",
                "8: Chocolate > Strawberries",
                "4: Chocolate > Sweets",
                "1: Strawberries",
                "1: Sweets");
        for (CommitteeRule rule : List.of(Committees.stv(), Committees.stvScottish(), Committees.stvMeek())) {
            assertThat(rule.elect(food, 3).names())
                    .as(rule.id())
                    .containsExactly(List.of("Oranges", "Chocolate", "Strawberries"));
        }
        assertThat(Committees.stv().elect(food, 3, Count.explained()).account())
                .contains("quota 6", "surplus of Chocolate passes on at 1/2");
    }

    @Test
    void stv_ofTheDroopQuotaExample_electsAsPublished() {
        // Wikipedia, "Counting single transferable votes" and "Droop quota": 57 voters, 2 seats, quota 20; Andrea's 20
        // surplus votes go 12 to Carter and 8 to Brad; Brad is excluded; Andrea and Carter.
        RankingProfile votes = RankingProfile.parse(
                Candidates.of("Andrea", "Brad", "Carter", "Delilah"),
                "16: Andrea > Brad > Carter > Delilah",
                "24: Andrea > Carter > Brad > Delilah",
                "17: Delilah > Andrea > Brad > Carter");
        CommitteeOutcome outcome = Committees.stv().elect(votes, 2, Count.explained());
        assertThat(outcome.names()).containsExactly(List.of("Andrea", "Carter"));
        assertThat(outcome.account()).contains("quota 20", "totals: Andrea 20, Brad 8, Carter 12, Delilah 17");
        assertThat(Committees.stvScottish().elect(votes, 2).names()).containsExactly(List.of("Andrea", "Carter"));
        assertThat(Committees.stvMeek().elect(votes, 2).names()).containsExactly(List.of("Andrea", "Carter"));
    }

    @Test
    void scottishTransfers_areCutToFiveDecimals() {
        // Derived: 10 voters, 2 seats, quota 4. a has 6, passes 2/6 of each: 0.33333 in Scotland, 1/3 exactly.
        RankingProfile votes = RankingProfile.parse(Candidates.letters(4), "6: a > b", "2: c", "2: d");
        assertThat(Committees.stvScottish().elect(votes, 2, Count.explained()).account())
                .contains("totals: a 4, b 99999/50000, c 2, d 2");
        assertThat(Committees.stv().elect(votes, 2, Count.explained()).account())
                .contains("totals: a 4, b 2, c 2, d 2");
        // b has a hundred-thousandth too little and is excluded in Scotland; exactly, all three tie.
        assertThat(Committees.stvScottish().elect(votes, 2).names())
                .containsExactly(List.of("a", "c"), List.of("a", "d"));
        assertThat(Committees.stv().elect(votes, 2).names())
                .containsExactly(List.of("a", "b"), List.of("a", "c"), List.of("a", "d"));
    }

    @Test
    void stvWithOneSeat_isInstantRunoff() {
        Rng rng = Seed.of(21).rng();
        for (int trial = 0; trial < 500; trial++) {
            RankingProfile profile = TwinTest.random(rng, 2 + rng.below(4), 1 + rng.below(9), rng.below(2));
            List<Integer> irv = Eliminations.irv().apply(profile).winners();
            assertThat(Committees.stv().elect(profile, 1).winners())
                    .as("%s", profile)
                    .isEqualTo(irv);
            // The other two forms break or blur ties, and may elect fewer of the tied.
            assertThat(irv)
                    .as("%s", profile)
                    .containsAll(Committees.stvScottish().elect(profile, 1).winners());
            assertThat(irv)
                    .as("%s", profile)
                    .containsAll(Committees.stvMeek().elect(profile, 1).winners());
        }
    }

    @Test
    void stv_isProportionalForSolidCoalitions() {
        // Woodall's Droop proportionality: a coalition with more than j quotas that ranks its own first gets j of them.
        Rng rng = Seed.of(22).rng();
        for (int trial = 0; trial < 300; trial++) {
            int left = 1 + rng.below(20);
            int right = 1 + rng.below(20);
            int seats = 1 + rng.below(3);
            RankingProfile.Builder builder = RankingProfile.over(Candidates.letters(6));
            for (int v = 0; v < left + right; v++) {
                int[] first = v < left ? new int[] {0, 1, 2} : new int[] {3, 4, 5};
                int[] second = v < left ? new int[] {3, 4, 5} : new int[] {0, 1, 2};
                rng.shuffle(first);
                rng.shuffle(second);
                int[] order = Arrays.copyOf(first, 6);
                System.arraycopy(second, 0, order, 3, 3);
                builder.add(1, org.sed4j.voting.ballot.Ranking.of(order));
            }
            RankingProfile profile = builder.build();
            int quota = (left + right) / (seats + 1) + 1;
            for (CommitteeRule rule : List.of(Committees.stv(), Committees.stvScottish(), Committees.stvMeek())) {
                for (List<Integer> committee : rule.elect(profile, seats).committees()) {
                    assertThat(committee).hasSize(seats);
                    assertThat(committee.stream().filter(c -> c < 3).count())
                            .as("%s on %s for %d", rule.id(), profile, seats)
                            .isGreaterThanOrEqualTo(Math.min(3, left / quota));
                }
            }
        }
    }

    /** A count starts afresh after an exclusion; whoever was elected on what another passed on then holds nothing yet. */
    @Test
    void meek_electedOnSurplusesOnly_countsOnAfterAnExclusion() {
        // Derived: two ballots, quota 2/4: b has 2 and passes 3/4 of the second on to c, who has more than a quota of
        // it;
        // a and d have nothing, so either takes the third seat.
        RankingProfile profile = RankingProfile.parse(Candidates.letters(4), "1: b", "1: b > c");
        assertThat(Committees.stvMeek().elect(profile, 3).names())
                .containsExactly(List.of("a", "b", "c"), List.of("b", "c", "d"));
    }

    @Test
    void ties_areResolvedByThePolicyAndRecorded() {
        RankingProfile votes = RankingProfile.parse(Candidates.letters(4), "6: a > b", "2: c", "2: d");
        Count count = Count.resolving(TiePolicies.lexicographic(), TieContext.of(votes.candidates()));
        CommitteeOutcome outcome = Committees.stv().elect(votes, 2, count);
        assertThat(outcome.committees()).containsExactly(List.of(0, 1));
        assertThat(outcome.ties()).isNotEmpty();
        assertThat(outcome.ties().get(0).tied()).containsExactly("b", "c", "d");
    }

    @Test
    void moreSeatsThanCandidates_isNamed() {
        assertThatThrownBy(() -> Committees.pav().elect(TWO_TO_ONE, 8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("seats (8) must lie from 1 to the 7 candidates");
        assertThatThrownBy(() -> Committees.pav().elect(TWO_TO_ONE, 0)).hasMessageContaining("seats (0)");
        assertThatThrownBy(() -> Committees.pav().elect(PublishedTest.TENNESSEE, 2))
                .isInstanceOf(UndefinedRuleException.class)
                .hasMessageContaining("rule (pav) is not defined on strict and complete rankings");
    }
}
