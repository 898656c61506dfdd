package org.sed4j.voting.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.voting.ballot.Approval;
import org.sed4j.voting.ballot.ApprovalProfile;
import org.sed4j.voting.ballot.Ballot;
import org.sed4j.voting.ballot.BallotKind;
import org.sed4j.voting.ballot.Budget;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.GradeProfile;
import org.sed4j.voting.ballot.Grades;
import org.sed4j.voting.ballot.Profile;
import org.sed4j.voting.ballot.Ranking;
import org.sed4j.voting.ballot.RankingProfile;
import org.sed4j.voting.ballot.Utilities;
import org.sed4j.voting.ballot.UtilityProfile;
import org.sed4j.voting.tie.TieContext;
import org.sed4j.voting.tie.TiePolicies;

/**
 * Every rule on random electorates that are full of ties, weights and groups of nobody: each has a result, names and order do
 * not show in it, and a policy for ties picks among what it says. Long on demand: {@code -Dsed4j.fuzz=MINUTES}, {@code
 * -Dsed4j.fuzz.seed=N}.
 */
class ProfileFuzzTest {
    private static final int TRIALS = 60;
    private static final long SEED = Long.getLong("sed4j.fuzz.seed", 2026);

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>(Rules.listed());
        for (String id : List.of("k-approval:2", "power-mean:0.5", "positional:2,1,0,0,0,0", "nash-bargaining:-1")) {
            rules.add(Rules.parse(id));
        }
        return rules;
    }

    private record Row(long weight, Ballot ballot) {}

    private static List<Row> rows(BallotKind kind, int m, Rng rng) {
        List<Row> rows = new ArrayList<>();
        int groups = 1 + rng.below(6);
        for (int g = 0; g < groups; g++) {
            rows.add(new Row(g > 0 && rng.below(6) == 0 ? 0 : 1 + rng.below(3), ballot(kind, m, rng)));
        }
        return rows;
    }

    private static Ballot ballot(BallotKind kind, int m, Rng rng) {
        return switch (kind) {
            case LINEAR -> ranking(m, m, false, rng);
            case TRUNCATED -> ranking(m, rng.below(m + 1), false, rng);
            case WEAK -> ranking(m, rng.below(m + 1), true, rng);
            case APPROVAL ->
                new Approval(IntStream.range(0, m)
                        .filter(c -> rng.below(2) == 0)
                        .boxed()
                        .toList());
            case GRADES ->
                Grades.of(IntStream.range(0, m).map(c -> rng.below(5) - 1).toArray());
            default ->
                Utilities.of(
                        IntStream.range(0, m).mapToDouble(c -> rng.below(4)).toArray());
        };
    }

    private static Ranking ranking(int m, int ranked, boolean ties, Rng rng) {
        int[] order = IntStream.range(0, m).toArray();
        rng.shuffle(order);
        List<List<Integer>> tiers = new ArrayList<>();
        for (int j = 0; j < ranked; j++) {
            if (ties && j > 0 && rng.below(2) == 0) {
                tiers.get(tiers.size() - 1).add(order[j]);
            } else {
                tiers.add(new ArrayList<>(List.of(order[j])));
            }
        }
        return new Ranking(tiers);
    }

    private static Profile profile(BallotKind kind, int m, List<Row> rows) {
        Candidates field = Candidates.letters(m);
        switch (kind) {
            case APPROVAL -> {
                ApprovalProfile.Builder builder = ApprovalProfile.over(field);
                rows.forEach(row -> builder.add(row.weight(), (Approval) row.ballot()));
                return builder.build();
            }
            case GRADES -> {
                GradeProfile.Builder builder = GradeProfile.over(field, 3);
                rows.forEach(row -> builder.add(row.weight(), (Grades) row.ballot()));
                return builder.build();
            }
            case UTILITIES -> {
                double[][] utilities = new double[rows.size()][];
                Arrays.setAll(
                        utilities,
                        g -> ((Utilities) rows.get(g).ballot())
                                .utilities().stream().mapToDouble(u -> u).toArray());
                return UtilityProfile.of(
                        field, utilities, rows.stream().mapToLong(Row::weight).toArray());
            }
            default -> {
                RankingProfile.Builder builder = RankingProfile.over(field);
                rows.forEach(row -> builder.add(row.weight(), (Ranking) row.ballot()));
                return builder.build();
            }
        }
    }

    /** Candidate c renamed to[c], groups in another order, one of them split in two. */
    private static List<Row> disguised(List<Row> rows, int[] to, Rng rng) {
        List<Row> others = new ArrayList<>();
        for (Row row : rows) {
            long part = row.weight() < 2 ? 0 : 1;
            others.add(rng.below(others.size() + 1), new Row(row.weight() - part, renamed(row.ballot(), to)));
            if (part > 0) {
                others.add(rng.below(others.size() + 1), new Row(part, renamed(row.ballot(), to)));
            }
        }
        return others;
    }

    private static Ballot renamed(Ballot ballot, int[] to) {
        if (ballot instanceof Ranking ranking) {
            return ranking.renamed(to);
        } else if (ballot instanceof Approval approval) {
            return approval.renamed(to);
        } else if (ballot instanceof Grades grades) {
            return grades.renamed(to);
        }
        return ((Utilities) ballot).renamed(to);
    }

    @Test
    void everyRule_onRandomElectorates_hasAResult_blindToNamesAndOrder() {
        long end = System.nanoTime() + Long.getLong("sed4j.fuzz", 0) * 60_000_000_000L;
        List<Rule> rules = rules();
        long trial = 0;
        for (; trial < TRIALS || System.nanoTime() < end; trial++) {
            Rng rng = Seed.of(SEED).named("trial " + trial).rng();
            int m = 2 + rng.below(4);
            for (Rule rule : rules) {
                List<BallotKind> kinds = List.copyOf(rule.info().accepts());
                BallotKind kind = kinds.get(rng.below(kinds.size()));
                if (rule.id().startsWith("positional")) {
                    m = 6;
                }
                List<Row> rows = rows(kind, m, rng);
                int[] to = IntStream.range(0, m).toArray();
                rng.shuffle(to);
                Profile profile = profile(kind, m, rows);
                if (!rule.info().accepts().contains(profile.kind())) {
                    continue; // truncated ballots that are all complete are another kind
                }
                Profile other = profile(kind, m, disguised(rows, to, rng));
                String what = "seed %d, trial %d: %s on %s".formatted(SEED, trial, rule.id(), profile);
                check(rule, profile, other, to, rng, what);
                m = 2 + rng.below(4);
            }
        }
        System.out.println("Election profiles: " + trial * rules.size() + " from seed " + SEED + ".");
    }

    private static void check(Rule rule, Profile profile, Profile other, int[] to, Rng rng, String what) {
        int m = profile.candidates().size();
        if (rule instanceof VotingRule voting) {
            Set<Integer> winners = Choice.set(voting.apply(profile).winners());
            assertThat(winners).as(what).isNotEmpty().allMatch(c -> c >= 0 && c < m);
            assertThat(renamed(winners, to))
                    .as(what)
                    .isEqualTo(Choice.set(voting.apply(other).winners()));
            for (String policy : List.of("lexicographic", "random")) {
                Count count =
                        Count.resolving(TiePolicies.parse(policy), TieContext.of(profile, Seed.of(rng.below(1000))));
                assertThat(winners)
                        .as("%s by %s", what, policy)
                        .containsAll(voting.count(profile, count).winners());
            }
        } else if (rule instanceof LotteryRule scheme) {
            List<BigFraction> one = scheme.lottery(profile).probabilities();
            List<BigFraction> two = scheme.lottery(other).probabilities();
            BigFraction sum = BigFraction.ZERO;
            for (int c = 0; c < m; c++) {
                sum = sum.add(one.get(c));
                assertThat(two.get(to[c])).as(what).isEqualTo(one.get(c));
            }
            assertThat(sum).as(what).isEqualTo(BigFraction.ONE);
        } else if (rule instanceof CommitteeRule committee) {
            int k = 1 + rng.below(m);
            List<List<Integer>> elected = committee.elect(profile, k).committees();
            assertThat(elected).as(what).isNotEmpty().allMatch(members -> members.size() <= k);
            assertThat(sets(elected, to))
                    .as("%s for %d", what, k)
                    .isEqualTo(sets(
                            committee.elect(other, k).committees(),
                            IntStream.range(0, m).toArray()));
        } else {
            BudgetRule spending = (BudgetRule) rule;
            long[] costs = IntStream.range(0, m).mapToLong(c -> rng.below(5)).toArray();
            long[] moved = new long[m];
            for (int c = 0; c < m; c++) {
                moved[to[c]] = costs[c];
            }
            int limit = rng.below(8);
            List<List<Integer>> funded =
                    spending.fund(profile, Budget.of(limit, costs)).committees();
            assertThat(funded)
                    .as(what)
                    .isNotEmpty()
                    .allMatch(chosen -> chosen.stream().mapToLong(c -> costs[c]).sum() <= limit);
            assertThat(sets(funded, to))
                    .as("%s, budget %d, costs %s", what, limit, Arrays.toString(costs))
                    .isEqualTo(sets(
                            spending.fund(other, Budget.of(limit, moved)).committees(),
                            IntStream.range(0, m).toArray()));
        }
    }

    private static Set<Integer> renamed(Iterable<Integer> members, int[] to) {
        Set<Integer> renamed = new HashSet<>();
        members.forEach(c -> renamed.add(to[c]));
        return renamed;
    }

    private static Set<Set<Integer>> sets(List<List<Integer>> committees, int[] to) {
        Set<Set<Integer>> sets = new HashSet<>();
        committees.forEach(members -> sets.add(renamed(members, to)));
        return sets;
    }
}
