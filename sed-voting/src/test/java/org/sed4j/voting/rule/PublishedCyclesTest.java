package org.sed4j.voting.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.Pairwise;
import org.sed4j.voting.ballot.RankingProfile;

/** Published elections without a Condorcet winner, in which rules that resolve cycles differ. */
class PublishedCyclesTest {

    private static RankingProfile letters(int m, String... lines) {
        return RankingProfile.parse(Candidates.letters(m), lines);
    }

    private static void assertWinners(RankingProfile profile, Map<VotingRule, List<String>> published) {
        published.forEach((rule, winners) ->
                assertThat(rule.apply(profile).winnerNames()).as(rule.id()).isEqualTo(winners));
    }

    /*
     * The examples of Holliday and Pacuit (2023), "Split Cycle", Public Choice 197, as printed by the notebook
     * 02-SplitCycleExamples that goes with the paper (github.com/epacuit/splitcycle at 3ff9c4a7). There "GETCHA" is the Smith
     * set, "GOCHA" the Schwartz set, and "Beat Path" is Schulze's rule by margins.
     */

    @Test
    void splitCycle_section31_item1() {
        RankingProfile profile =
                letters(3, "5: a > c > b", "4: c > b > a", "4: b > a > c", "2: c > a > b", "2: b > c > a");
        assertWinners(
                profile,
                Map.of(
                        Condorcet.splitCycle(), List.of("c"),
                        Condorcet.smith(), List.of("a", "b", "c"),
                        Condorcet.schwartz(), List.of("a", "b", "c")));
    }

    @Test
    void splitCycle_section31_item2_differsFromMinimax() {
        RankingProfile profile = letters(
                4, "3: d > b > a > c", "1: a > d > c > b", "2: a > c > b > d", "1: c > b > d > a", "2: c > b > a > d");
        assertWinners(
                profile, Map.of(Condorcet.splitCycle(), List.of("a", "b", "c"), Condorcet.minimax(), List.of("d")));
    }

    @Test
    void splitCycle_section31_item3_differsFromBeatPath() {
        RankingProfile profile = letters(
                6,
                "2: b > a > c > e > d > f",
                "2: e > d > f > b > a > c",
                "2: a > c > b > d > f > e",
                "2: d > f > e > a > c > b",
                "2: c > b > a > f > e > d",
                "2: f > e > d > c > b > a",
                "2: a > f > b > c > d > e",
                "2: e > d > c > b > a > f",
                "1: d > a > b > c > e > f",
                "1: f > e > c > b > d > a");
        assertWinners(
                profile,
                Map.of(
                        Condorcet.splitCycle(), List.of("a", "b", "c", "d", "e"),
                        Condorcet.schulzeMargins(), List.of("a", "b", "c")));
    }

    @Test
    void splitCycle_example38() {
        RankingProfile profile = letters(
                5,
                "4: e > c > b > a > d",
                "3: c > b > a > d > e",
                "7: e > b > a > d > c",
                "7: d > a > c > b > e",
                "2: c > d > b > a > e",
                "1: d > e > a > b > c");
        assertWinners(profile, Map.of(Condorcet.splitCycle(), List.of("d")));
    }

    @Test
    void splitCycle_section33_isRefinedByBeatPathAndRankedPairs_differently() {
        RankingProfile profile = letters(
                4,
                "2: d > a > c > b",
                "1: a > c > b > d",
                "1: d > c > b > a",
                "1: c > b > d > a",
                "2: c > b > a > d",
                "1: a > c > d > b",
                "2: d > b > a > c",
                "1: b > a > c > d",
                "1: c > d > b > a",
                "1: b > d > a > c");
        assertWinners(
                profile,
                Map.of(
                        Condorcet.splitCycle(), List.of("c", "d"),
                        Condorcet.schulzeMargins(), List.of("d"),
                        Condorcet.rankedPairs(), List.of("c")));
        // Printed there as well: Copeland scores -1 -1 1 1 (wins less defeats), Borda scores 17 19 21 21.
        assertThat(Condorcet.copeland().apply(profile).winnerNames()).containsExactly("c", "d");
        assertThat(Scoring.borda().apply(profile).scores())
                .extracting(Number::intValue)
                .containsExactly(17, 19, 21, 21);
    }

    @Test
    void splitCycle_section33_withTiedMargins() {
        RankingProfile profile =
                letters(4, "1: b > d > a > c", "2: a > c > b > d", "1: c > b > d > a", "1: c > d > b > a");
        assertWinners(
                profile,
                Map.of(
                        Condorcet.splitCycle(), List.of("a", "c"),
                        Condorcet.rankedPairs(), List.of("a", "c"),
                        Condorcet.schulzeMargins(), List.of("a", "c")));
    }

    /*
     * Elections of a published test suite (github.com/eswald/Ranked-Voting at c7e93424, tests/test_voting.py), with the sources
     * that it names. On complete strict ballots margins and winning votes order defeats alike, so its rules are these.
     */

    /** Heitzig 2004, Election-Methods list, October, 013971: the case CD>BD>DA>AC>AB>BC, where River is not ranked pairs. */
    @Test
    void river_differsFromRankedPairs_asItsAuthorShowed() {
        RankingProfile profile = RankingProfile.parse(
                Candidates.of("A", "B", "C", "D"),
                "8: B > C > D > A",
                "5: B > D > A > C",
                "5: C > D > A > B",
                "4: A > B > C > D",
                "4: A > C > B > D",
                "3: A > D > C > B",
                "3: C > A > B > D",
                "3: D > A > C > B",
                "2: A > C > D > B",
                "2: B > A > C > D",
                "2: B > A > D > C",
                "2: B > C > A > D",
                "2: C > B > D > A",
                "2: C > D > B > A",
                "2: D > A > B > C",
                "2: D > B > A > C",
                "1: C > A > D > B",
                "1: D > C > A > B");
        Pairwise pairs = Pairwise.of(profile);
        int[][] falling = {{2, 3}, {1, 3}, {3, 0}, {0, 2}, {0, 1}, {1, 2}};
        for (int i = 1; i < falling.length; i++) {
            assertThat(pairs.margin(falling[i][0], falling[i][1]))
                    .isPositive()
                    .isLessThan(pairs.margin(falling[i - 1][0], falling[i - 1][1]));
        }
        assertWinners(
                profile,
                Map.of(
                        Condorcet.river(), List.of("C"),
                        Condorcet.rankedPairs(), List.of("B"),
                        Condorcet.rankedPairsWinningVotes(), List.of("B"),
                        Condorcet.schulze(), List.of("B"),
                        Condorcet.minimax(), List.of("B"),
                        Condorcet.kemeny(), List.of("A"),
                        Eliminations.irv(), List.of("A"),
                        Scoring.plurality(), List.of("B"),
                        Scoring.borda(), List.of("C")));
    }

    /** LeGrand, "Descriptions of ranked-ballot voting methods": every rule elects somebody else, in a tight race. */
    @Test
    void leGrandsElection_isWonAsPublished() {
        RankingProfile profile = RankingProfile.parse(
                Candidates.of("Abby", "Brad", "Cora", "Dave", "Erin"),
                "98: Abby > Cora > Erin > Dave > Brad",
                "64: Brad > Abby > Erin > Cora > Dave",
                "12: Brad > Abby > Erin > Dave > Cora",
                "98: Brad > Erin > Abby > Cora > Dave",
                "13: Brad > Erin > Abby > Dave > Cora",
                "125: Brad > Erin > Dave > Abby > Cora",
                "124: Cora > Abby > Erin > Dave > Brad",
                "76: Cora > Erin > Abby > Dave > Brad",
                "21: Dave > Abby > Brad > Erin > Cora",
                "30: Dave > Brad > Abby > Erin > Cora",
                "98: Dave > Brad > Erin > Cora > Abby",
                "139: Dave > Cora > Abby > Brad > Erin",
                "23: Dave > Cora > Brad > Abby > Erin");
        assertWinners(
                profile,
                Map.of(
                        Condorcet.river(), List.of("Brad"),
                        Condorcet.rankedPairs(), List.of("Brad"),
                        Condorcet.kemeny(), List.of("Brad"),
                        Condorcet.schulze(), List.of("Abby"),
                        Scoring.borda(), List.of("Abby"),
                        Condorcet.minimax(), List.of("Cora"),
                        Eliminations.irv(), List.of("Dave"),
                        Eliminations.bucklin(), List.of("Erin"),
                        Scoring.plurality(), List.of("Brad")));
    }

    /** Green-Armytage's survey of voting methods, "ranked pairs": the beatpath winner loses to the ranked pairs winner. */
    @Test
    void greenArmytagesElection_partsBeatPathFromRankedPairsAndRiver() {
        RankingProfile profile = RankingProfile.parse(
                Candidates.of("A", "B", "C", "D"),
                "7: B > A > C > D",
                "5: C > D > A > B",
                "5: D > B > A > C",
                "4: C > A > D > B",
                "4: B > C > A > D",
                "2: D > A > B > C",
                "2: A > D > B > C",
                "1: A > C > D > B");
        assertWinners(
                profile,
                Map.of(
                        Condorcet.river(), List.of("B"),
                        Condorcet.rankedPairs(), List.of("B"),
                        Condorcet.kemeny(), List.of("B"),
                        Condorcet.schulze(), List.of("A"),
                        Condorcet.minimax(), List.of("A"),
                        Scoring.borda(), List.of("A"),
                        Eliminations.irv(), List.of("B"),
                        Eliminations.bucklin(), List.of("A", "B")));
    }

    /** The same survey, "Smith": minimax elects the candidate who loses to everybody. */
    @Test
    void greenArmytagesElection_showsMinimaxElectingTheCondorcetLoser() {
        RankingProfile profile = RankingProfile.parse(
                Candidates.of("A", "B", "C", "D"),
                "6: A > B > C > D",
                "6: D > C > A > B",
                "6: B > C > A > D",
                "5: D > A > B > C",
                "4: C > A > B > D",
                "4: D > B > C > A",
                "2: B > C > D > A",
                "2: A > C > B > D",
                "1: A > C > D > B");
        assertWinners(
                profile,
                Map.of(
                        Condorcet.minimax(), List.of("D"),
                        Scoring.plurality(), List.of("D"),
                        Condorcet.smith(), List.of("A", "B", "C"),
                        Condorcet.river(), List.of("A"),
                        Condorcet.rankedPairs(), List.of("A"),
                        Condorcet.schulze(), List.of("A"),
                        Condorcet.kemeny(), List.of("A"),
                        Scoring.borda(), List.of("A"),
                        Eliminations.irv(), List.of("A"),
                        Eliminations.bucklin(), List.of("C")));
    }
}
