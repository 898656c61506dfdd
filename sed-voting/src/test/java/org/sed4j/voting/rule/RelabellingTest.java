package org.sed4j.voting.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
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

/** Every rule against renaming candidates and reordering voters, on every kind of ballot that it counts. */
class RelabellingTest {
    private static final int TRIALS = 150;

    /** A profile of that kind, and the same society with voters reordered and candidate c renamed {@code to[c]}. */
    private record Twins(Profile profile, Profile renamed, int[] to) {}

    private static Twins twins(BallotKind kind, Rng rng) {
        int m = 2 + rng.below(4);
        int n = 1 + rng.below(8);
        Candidates field = Candidates.letters(m);
        int[] to = new int[m];
        Arrays.setAll(to, c -> c);
        rng.shuffle(to);
        switch (kind) {
            case LINEAR, TRUNCATED, WEAK -> {
                int mode = kind == BallotKind.LINEAR ? 0 : kind == BallotKind.TRUNCATED ? 1 : 2;
                List<Ranking> ballots =
                        new ArrayList<>(TwinTest.random(rng, m, n, mode).expanded());
                List<Ranking> renamed =
                        new ArrayList<>(ballots.stream().map(b -> b.renamed(to)).toList());
                Collections.reverse(renamed);
                return new Twins(RankingProfile.of(field, ballots), RankingProfile.of(field, renamed), to);
            }
            case APPROVAL -> {
                ApprovalProfile.Builder one = ApprovalProfile.over(field);
                ApprovalProfile.Builder other = ApprovalProfile.over(field);
                for (int i = 0; i < n; i++) {
                    List<Integer> approved = new ArrayList<>();
                    for (int c = 0; c < m; c++) {
                        if (rng.below(2) == 0) {
                            approved.add(c);
                        }
                    }
                    one.add(1, new Approval(approved));
                    other.add(1, new Approval(approved).renamed(to));
                }
                return new Twins(one.build(), other.build(), to);
            }
            case GRADES -> {
                GradeProfile.Builder one = GradeProfile.over(field, 3);
                GradeProfile.Builder other = GradeProfile.over(field, 3);
                for (int i = 0; i < n; i++) {
                    int[] grades = new int[m];
                    Arrays.setAll(grades, c -> rng.below(5) - 1);
                    one.add(1, Grades.of(grades));
                    other.add(1, Grades.of(grades).renamed(to));
                }
                return new Twins(one.build(), other.build(), to);
            }
            default -> {
                double[][] rows = new double[n][m];
                double[][] renamed = new double[n][m];
                for (int i = 0; i < n; i++) {
                    for (int c = 0; c < m; c++) {
                        rows[i][c] = rng.below(2) == 0 ? rng.uniform() : rng.below(4);
                        renamed[n - 1 - i][to[c]] = rows[i][c];
                    }
                }
                return new Twins(UtilityProfile.of(field, rows), UtilityProfile.of(field, renamed), to);
            }
        }
    }

    private static Set<Integer> renamed(Iterable<Integer> members, int[] to) {
        Set<Integer> renamed = new TreeSet<>();
        members.forEach(c -> renamed.add(to[c]));
        return renamed;
    }

    @Test
    void renamingCandidatesAndReorderingVoters_renamesTheWinnersOfEveryRule() {
        List<VotingRule> rules = new ArrayList<>(Rules.ordinal());
        rules.addAll(Rules.cardinal());
        Rng rng = Seed.of(31).rng();
        for (VotingRule rule : rules) {
            for (BallotKind kind : rule.info().accepts()) {
                for (int trial = 0; trial < TRIALS; trial++) {
                    Twins twins = twins(kind, rng);
                    assertThat(renamed(rule.apply(twins.profile()).winners(), twins.to()))
                            .as("%s on %s renamed by %s", rule.id(), twins.profile(), Arrays.toString(twins.to()))
                            .isEqualTo(Choice.set(rule.apply(twins.renamed()).winners()));
                }
            }
        }
    }

    @Test
    void renaming_renamesEveryLottery() {
        Rng rng = Seed.of(32).rng();
        for (LotteryRule rule : Rules.lotteries()) {
            for (BallotKind kind : rule.info().accepts()) {
                for (int trial = 0; trial < TRIALS; trial++) {
                    Twins twins = twins(kind, rng);
                    List<BigFraction> one = rule.lottery(twins.profile()).probabilities();
                    List<BigFraction> other = rule.lottery(twins.renamed()).probabilities();
                    for (int c = 0; c < one.size(); c++) {
                        assertThat(other.get(twins.to()[c])).as(rule.id()).isEqualTo(one.get(c));
                    }
                }
            }
        }
    }

    @Test
    void renaming_renamesTheCommitteesOfEveryRule() {
        Rng rng = Seed.of(33).rng();
        for (CommitteeRule rule : Rules.committees()) {
            for (BallotKind kind : rule.info().accepts()) {
                for (int trial = 0; trial < TRIALS; trial++) {
                    Twins twins = twins(kind, rng);
                    int k = 1 + rng.below(twins.to().length);
                    Set<Set<Integer>> one = new java.util.HashSet<>();
                    rule.elect(twins.profile(), k).committees().forEach(c -> one.add(renamed(c, twins.to())));
                    Set<Set<Integer>> other = new java.util.HashSet<>();
                    rule.elect(twins.renamed(), k).committees().forEach(c -> other.add(Choice.set(c)));
                    assertThat(one)
                            .as("%s for %d on %s", rule.id(), k, twins.profile())
                            .isEqualTo(other);
                }
            }
        }
    }
}
