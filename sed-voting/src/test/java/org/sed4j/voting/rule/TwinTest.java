package org.sed4j.voting.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.voting.ballot.BallotKind;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.Ranking;
import org.sed4j.voting.ballot.RankingProfile;

/** Every ordinal rule against its literal twin. */
class TwinTest {
    private static final int RANDOM_PROFILES = 10_000;

    private static void compare(RankingProfile profile) {
        Naive naive = new Naive(profile);
        for (VotingRule rule : Rules.ordinal()) {
            if (rule.info().accepts().contains(profile.kind())) {
                Outcome outcome = rule.apply(profile);
                Set<Integer> expected = naive.winners(rule.id());
                if (!outcome.exact() || !Choice.set(outcome.winners()).equals(expected)) {
                    fail("%s on %s: %s, by its twin %s".formatted(rule.id(), profile, outcome.winners(), expected));
                }
            }
        }
    }

    /** Every multiset of {@code voters} of these ballots. */
    private static void multisets(
            List<Ranking> ballots, int voters, int from, List<Ranking> chosen, Consumer<List<Ranking>> use) {
        if (chosen.size() == voters) {
            use.accept(chosen);
            return;
        }
        for (int b = from; b < ballots.size(); b++) {
            chosen.add(ballots.get(b));
            multisets(ballots, voters, b, chosen, use);
            chosen.remove(chosen.size() - 1);
        }
    }

    @Test
    void rules_agreeWithTheirTwins_onAllProfilesOfThreeCandidatesAndUpToFiveVoters() {
        List<Ranking> orders = Naive.permutations(3).stream().map(Ranking::of).toList();
        Candidates field = Candidates.letters(3);
        int[] seen = new int[1];
        for (int n = 1; n <= 5; n++) {
            multisets(orders, n, 0, new ArrayList<>(), ballots -> {
                compare(RankingProfile.of(field, ballots));
                seen[0]++;
            });
        }
        assertThat(seen[0]).isEqualTo(6 + 21 + 56 + 126 + 252); // multisets of 6 orders: C(5+n, n)
    }

    @Test
    void rules_agreeWithTheirTwins_onAllProfilesOfWeakAndTruncatedOrders() {
        Candidates field = Candidates.letters(3);
        List<Ranking> ballots = new ArrayList<>();
        for (String text : List.of(
                "a>b>c", "b>c>a", "c>a>b", "b>a>c", "a=b>c", "b=c>a", "a>b=c", "c>a=b", "a", "b", "c", "a=b=c", "")) {
            ballots.add(Ranking.parse(field, text));
        }
        for (int n = 1; n <= 3; n++) {
            multisets(ballots, n, 0, new ArrayList<>(), chosen -> compare(RankingProfile.of(field, chosen)));
        }
    }

    @Test
    void rules_agreeWithTheirTwins_onRandomProfiles() {
        Rng rng = Seed.of(11).rng();
        int weak = 0;
        for (int trial = 0; trial < RANDOM_PROFILES; trial++) {
            int m = 2 + Math.min(rng.below(5), rng.below(5)); // small fields more often: a twin tries all orders
            RankingProfile profile = random(rng, m, 1 + rng.below(9), rng.below(3));
            weak += profile.kind() == BallotKind.WEAK ? 1 : 0;
            compare(profile);
        }
        assertThat(weak).isGreaterThan(RANDOM_PROFILES / 5);
    }

    /** Uniform strict orders; cut short if {@code mode} is 1; with ties and cut short if it is 2. */
    static RankingProfile random(Rng rng, int m, int n, int mode) {
        List<Ranking> ballots = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int[] order = new int[m];
            for (int c = 0; c < m; c++) {
                order[c] = c;
            }
            rng.shuffle(order);
            int kept = mode == 0 ? m : rng.below(m + 1);
            List<List<Integer>> tiers = new ArrayList<>();
            for (int place = 0; place < kept; place++) {
                if (mode == 2 && place > 0 && rng.chance(0.3)) {
                    tiers.get(tiers.size() - 1).add(order[place]);
                } else {
                    tiers.add(new ArrayList<>(List.of(order[place])));
                }
            }
            ballots.add(new Ranking(tiers));
        }
        return RankingProfile.of(Candidates.letters(m), ballots);
    }

    @Test
    void river_isTheUnionOverAllOrdersOfEquallyStrongDefeats() {
        Rng rng = Seed.of(12).rng();
        for (int trial = 0; trial < 1000; trial++) {
            RankingProfile profile = random(rng, 2 + rng.below(3), 1 + rng.below(9), 0);
            Set<Integer> expected = new TreeSet<>();
            Naive naive = new Naive(profile);
            riverOrders(naive, expected);
            assertThat(Choice.set(Condorcet.river().apply(profile).winners()))
                    .as("river on %s", profile)
                    .isEqualTo(expected);
            assertThat(naive.river()).isEqualTo(expected); // the twin against literal enumeration
        }
    }

    /** Defeats with ties in both directions: a pair that ties may fall either way. */
    private static List<int[]> defeats(Naive naive) {
        List<int[]> defeats = new ArrayList<>();
        for (int a = 0; a < naive.m; a++) {
            for (int b = 0; b < naive.m; b++) {
                if (a != b && naive.margin(a, b) >= 0) {
                    defeats.add(new int[] {a, b});
                }
            }
        }
        return defeats;
    }

    private static void riverOrders(Naive naive, Set<Integer> winners) {
        List<int[]> sorted = defeats(naive);
        sorted.sort(Comparator.comparingLong((int[] d) -> -naive.margin(d[0], d[1])));
        extend(naive, sorted, new ArrayList<>(), winners);
    }

    private static void extend(Naive naive, List<int[]> left, List<int[]> order, Set<Integer> winners) {
        if (left.isEmpty()) {
            winners.add(naive.river(order));
            return;
        }
        // Once the defeats left are ties, each of them can only pick a root among those unbeaten: try every first one.
        long strongest = naive.margin(left.get(0)[0], left.get(0)[1]);
        if (strongest == 0) {
            for (int[] first : left) {
                List<int[]> whole = new ArrayList<>(order);
                left.stream().filter(d -> d[0] == first[0]).forEach(whole::add);
                left.stream().filter(d -> d[0] != first[0]).forEach(whole::add);
                winners.add(naive.river(whole));
            }
            return;
        }
        for (int[] next : left) {
            if (naive.margin(next[0], next[1]) == strongest) {
                List<int[]> rest = new ArrayList<>(left);
                rest.remove(next);
                order.add(next);
                extend(naive, rest, order, winners);
                order.remove(order.size() - 1);
            }
        }
    }
}
