package org.sed4j.voting.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.voting.ballot.Approval;
import org.sed4j.voting.ballot.ApprovalProfile;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.Ranking;
import org.sed4j.voting.ballot.RankingProfile;

/** Every rule for committees against its literal twin. */
class CommitteeTwinTest {
    private static final int RANDOM_PROFILES = 10_000;

    /** Three times what a count in billionths may leave open. */
    private static final double BLUR = 3e-6;

    private static final List<CommitteeRule> APPROVALS = Rules.committees().stream()
            .filter(rule -> !Rules.countsRankings(rule))
            .toList();

    private static void compare(List<Set<Integer>> voters, int m, int k, CommitteeRule rule) {
        ApprovalProfile.Builder builder = ApprovalProfile.over(Candidates.letters(m));
        voters.forEach(approved -> builder.add(1, new Approval(List.copyOf(approved))));
        ApprovalProfile profile = builder.build();
        CommitteeOutcome outcome = rule.elect(profile, k);
        Set<List<Integer>> expected = new NaiveCommittees(voters, m, k).committees(rule.id());
        if (!outcome.exact() || !new HashSet<>(outcome.committees()).equals(expected)) {
            fail("%s for %d on %s: %s, by its twin %s"
                    .formatted(rule.id(), k, profile, outcome.committees(), expected));
        }
    }

    private static Set<Integer> subset(int mask) {
        Set<Integer> set = new TreeSet<>();
        IntStream.range(0, 6).filter(c -> (mask >> c & 1) != 0).forEach(set::add);
        return set;
    }

    private static <B> void multisets(List<B> ballots, int n, int from, List<B> chosen, Consumer<List<B>> use) {
        if (chosen.size() == n) {
            use.accept(chosen);
            return;
        }
        for (int b = from; b < ballots.size(); b++) {
            chosen.add(ballots.get(b));
            multisets(ballots, n, b, chosen, use);
            chosen.remove(chosen.size() - 1);
        }
    }

    @Test
    void approvalRules_agreeWithTheirTwins_onAllProfilesOfThreeCandidatesAndUpToFiveVoters() {
        List<Set<Integer>> ballots =
                IntStream.range(0, 8).mapToObj(CommitteeTwinTest::subset).toList();
        int[] seen = new int[1];
        for (int n = 1; n <= 5; n++) {
            multisets(ballots, n, 0, new ArrayList<>(), voters -> {
                int k = 1 + seen[0]++ % 2; // three of three are everybody
                APPROVALS.forEach(rule -> compare(voters, 3, k, rule));
            });
        }
        assertThat(seen[0]).isEqualTo(8 + 36 + 120 + 330 + 792); // multisets of 8 ballots: C(7 + n, n)
    }

    /** One rule a profile in turn: {@value #RANDOM_PROFILES} of them in all. */
    @Test
    void approvalRules_agreeWithTheirTwins_onRandomProfiles() {
        Rng rng = Seed.of(31).rng();
        for (int trial = 0; trial < RANDOM_PROFILES; trial++) {
            int m = 2 + rng.below(5);
            List<Set<Integer>> voters = new ArrayList<>();
            int n = 1 + rng.below(7);
            for (int i = 0; i < n; i++) {
                voters.add(subset(rng.below(1 << m)));
            }
            compare(voters, m, 1 + rng.below(Math.min(m, 4)), APPROVALS.get(trial % APPROVALS.size()));
        }
    }

    private static void transfers(RankingProfile profile, int k) {
        NaiveTransfers twin = new NaiveTransfers(profile, k);
        same(Committees.stv(), profile, k, twin.gregory(false));
        same(Committees.stvScottish(), profile, k, twin.gregory(true));
        // In billionths, ties may be broken by rounding: what is elected is among what the twin allows, and all of it
        // where
        // nothing is near a tie.
        Set<List<Integer>> allowed = twin.meek(BLUR);
        Set<List<Integer>> elected =
                new HashSet<>(Committees.stvMeek().elect(profile, k).committees());
        assertThat(allowed).as("stv-meek for %d on %s", k, profile).containsAll(elected);
        if (allowed.size() == 1) {
            assertThat(elected).isEqualTo(allowed);
        }
    }

    private static void same(CommitteeRule rule, RankingProfile profile, int k, Set<List<Integer>> expected) {
        CommitteeOutcome outcome = rule.elect(profile, k);
        if (!outcome.exact() || !new HashSet<>(outcome.committees()).equals(expected)) {
            fail("%s for %d on %s: %s, by its twin %s"
                    .formatted(rule.id(), k, profile, outcome.committees(), expected));
        }
    }

    @Test
    void transferableVotes_agreeWithTheirTwins_onAllProfilesOfThreeCandidatesAndUpToFiveVoters() {
        List<Ranking> orders = Naive.permutations(3).stream().map(Ranking::of).toList();
        Candidates field = Candidates.letters(3);
        for (int n = 1; n <= 5; n++) {
            multisets(orders, n, 0, new ArrayList<>(), ballots -> {
                RankingProfile profile = RankingProfile.of(field, ballots);
                transfers(profile, 1);
                transfers(profile, 2);
            });
        }
    }

    @Test
    void transferableVotes_agreeWithTheirTwins_onRandomProfiles() {
        Rng rng = Seed.of(32).rng();
        for (int trial = 0; trial < RANDOM_PROFILES / 5; trial++) {
            int m = 2 + rng.below(5);
            RankingProfile profile = TwinTest.random(rng, m, 1 + rng.below(12), rng.below(2));
            transfers(profile, 1 + rng.below(m));
        }
    }
}
