package org.sed4j.voting.tie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sed4j.core.run.Seed;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.Ranking;
import org.sed4j.voting.ballot.RankingProfile;
import org.sed4j.voting.rule.Condorcet;
import org.sed4j.voting.rule.Count;
import org.sed4j.voting.rule.Eliminations;
import org.sed4j.voting.rule.Outcome;

class TiePoliciesTest {
    private static final Candidates FIELD = Candidates.of("Ann", "Bob", "Cid", "Dee");
    private static final RankingProfile BALLOTS = RankingProfile.parse(
            FIELD, "2: Ann > Bob > Cid > Dee", "2: Cid > Bob > Dee > Ann", "1: Bob > Dee > Cid > Ann");

    private static TieContext context() {
        return new TieContext(
                FIELD, Optional.of(BALLOTS), OptionalInt.of(2), List.of(3, 1, 0, 2), Optional.of(Seed.of(5)));
    }

    @Test
    void policies_orderTheTied() {
        List<Integer> all = List.of(0, 1, 2, 3);
        assertThat(TiePolicies.lexicographic().order(all, "x", context())).containsExactly(0, 1, 2, 3);
        assertThat(TiePolicies.principal().order(all, "x", context())).containsExactly(3, 1, 0, 2);
        assertThat(TiePolicies.incumbent().order(all, "x", context())).containsExactly(2, 0, 1, 3);
        // Net Borda, derived: Ann 6-9 = -3, Bob 2+2+3 = 7, Cid -2+6-1 = 3, Dee -6-2+1 = -7.
        assertThat(TiePolicies.borda().order(all, "x", context())).containsExactly(1, 2, 0, 3);
        assertThat(TiePolicies.plurality().order(all, "x", context())).containsExactly(0, 2, 1, 3);
        for (String name : List.of("lexicographic", "random", "principal", "incumbent", "borda", "plurality", "fail")) {
            assertThat(TiePolicies.parse(name).name()).isEqualTo(name);
        }
        assertThatThrownBy(() -> TiePolicies.parse("coin")).hasMessageContaining("tie policy (coin)");
    }

    @Test
    void randomOrder_dependsOnSeedAndPlaceOnly() {
        List<Integer> all = List.of(0, 1, 2, 3);
        TiePolicy random = TiePolicies.random();
        assertThat(random.order(all, "round 1", context())).isEqualTo(random.order(all, "round 1", context()));
        boolean differs = false;
        for (int round = 2; round < 10; round++) {
            differs |= !random.order(all, "round " + round, context()).equals(random.order(all, "round 1", context()));
        }
        assertThat(differs).isTrue();
        assertThatThrownBy(() -> random.order(all, "round 1", TieContext.of(FIELD)))
                .isInstanceOf(UnresolvedTieException.class)
                .hasMessageContaining("needs a seed");
    }

    @Test
    void manualDecisions_areTaken_andMissingOnesFail() {
        TiePolicy manual = TiePolicies.manual(Map.of(Set.of("Ann", "Bob"), List.of("Bob", "Ann")));
        assertThat(manual.order(List.of(0, 1), "x", context())).containsExactly(1, 0);
        assertThatThrownBy(() -> manual.order(List.of(0, 2), "round 2", context()))
                .hasMessageContainingAll("[Ann, Cid]", "round 2");
    }

    @Test
    void tiesInsideRounds_areResolvedOnce_recorded_andReplayed() {
        // Derived: first places 2, 1, 2, 0: Dee goes, then Bob (Dee has none), then Ann and Cid tie? Bob passes to Cid:
        // 2, 3.
        RankingProfile even =
                RankingProfile.parse(FIELD, "1: Ann > Bob", "1: Bob > Ann", "1: Cid > Dee", "1: Dee > Cid");
        Count first = Count.resolving(TiePolicies.random(), TieContext.of(even, Seed.of(3)));
        Outcome outcome = Eliminations.irv().count(even, first);
        assertThat(outcome.ties()).isNotEmpty();
        assertThat(outcome.account()).anyMatch(line -> line.contains("by random"));
        Count again = Count.resolving(TiePolicies.replay(outcome.ties()), TieContext.of(FIELD));
        assertThat(Eliminations.irv().count(even, again).winners()).isEqualTo(outcome.winners());
        assertThat(Eliminations.irv().apply(even).winners()).containsAll(outcome.winners());
        Count failing = Count.resolving(TiePolicies.fail(), TieContext.of(FIELD));
        assertThatThrownBy(() -> Eliminations.irv().count(even, failing)).isInstanceOf(UnresolvedTieException.class);
    }

    @Test
    void rankedPairs_withAFixedOrder_electsOneOfTheParallelWinners() {
        // Derived: a cycle of three equal defeats: any of the three can win.
        RankingProfile cycle =
                RankingProfile.parse(Candidates.letters(3), "1: a > b > c", "1: b > c > a", "1: c > a > b");
        assertThat(Condorcet.rankedPairs().apply(cycle).winners()).containsExactly(0, 1, 2);
        Count count = Count.resolving(TiePolicies.lexicographic(), TieContext.of(cycle.candidates()));
        Outcome resolved = Condorcet.rankedPairs().count(cycle, count);
        assertThat(resolved.winners()).hasSize(1);
        assertThat(resolved.ties())
                .singleElement()
                .satisfies(t -> assertThat(t.tied()).hasSize(3));
    }

    @Test
    void followingTies_isCutShortOnlyIfSaidSo() {
        RankingProfile.Builder builder = RankingProfile.over(Candidates.letters(10));
        for (int c = 0; c < 10; c++) {
            int[] order = new int[10];
            for (int i = 0; i < 10; i++) {
                order[i] = (c + i) % 10;
            }
            builder.add(1, Ranking.of(order));
        }
        RankingProfile round = builder.build();
        Outcome whole = Eliminations.irv().apply(round);
        assertThat(whole.exact()).isTrue();
        assertThat(whole.winners()).hasSize(10);
        assertThat(Eliminations.irv().count(round, Count.parallel().limited(5)).exact())
                .isFalse();
    }
}
