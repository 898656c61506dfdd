package org.sed4j.voting.axiom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.voting.ballot.BallotKind;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.Ranking;
import org.sed4j.voting.ballot.RankingProfile;
import org.sed4j.voting.ballot.TypeProfile;
import org.sed4j.voting.continuous.ContinuousRules;
import org.sed4j.voting.rule.Axiom;
import org.sed4j.voting.rule.Rules;
import org.sed4j.voting.rule.VotingRule;

/** Theorems of social choice, by exhaustion over all rules of a small world, and by the rules of the library. */
class TheoremTest {

    /*
     * May (1952, "A set of independent necessary and sufficient conditions for simple majority decision", Econometrica 20):
     * on two alternatives majority is the only anonymous, neutral and positively responsive rule. An anonymous rule for n
     * voters is a function of the number k who prefer a, to -1 (b), 0 (tie), 1 (a): 3^(n+1) of them.
     */
    @Test
    void may_majorityIsTheOnlyAnonymousNeutralPositivelyResponsiveRule() {
        for (int n = 1; n <= 6; n++) {
            List<int[]> surviving = new ArrayList<>();
            int rules = (int) Math.pow(3, n + 1);
            for (int code = 0; code < rules; code++) {
                int[] rule = new int[n + 1];
                int rest = code;
                for (int k = 0; k <= n; k++) {
                    rule[k] = rest % 3 - 1;
                    rest /= 3;
                }
                if (neutral(rule) && responsive(rule)) {
                    surviving.add(rule);
                }
            }
            assertThat(surviving).hasSize(1);
            for (int k = 0; k <= n; k++) {
                assertThat(surviving.get(0)[k]).isEqualTo(Integer.signum(2 * k - n));
            }
        }
    }

    private static boolean neutral(int[] rule) {
        for (int k = 0; k < rule.length; k++) {
            if (rule[k] != -rule[rule.length - 1 - k]) {
                return false;
            }
        }
        return true;
    }

    private static boolean responsive(int[] rule) {
        for (int k = 1; k < rule.length; k++) {
            if (rule[k - 1] >= 0 && rule[k] != 1) {
                return false;
            }
        }
        return true;
    }

    @Test
    void onTwoCandidates_everyOrdinalRuleIsMajority() {
        for (int forA = 0; forA <= 5; forA++) {
            for (int forB = 0; forB <= 5; forB++) {
                if (forA + forB == 0) {
                    continue;
                }
                RankingProfile profile =
                        RankingProfile.parse(Candidates.letters(2), forA + ": a > b", forB + ": b > a");
                List<Integer> majority = forA > forB ? List.of(0) : forA < forB ? List.of(1) : List.of(0, 1);
                for (VotingRule rule : Rules.ordinal()) {
                    assertThat(rule.apply(profile).winners())
                            .as("%s on %s", rule.id(), profile)
                            .isEqualTo(majority);
                }
            }
        }
    }

    /*
     * Gibbard (1973, Econometrica 41) and Satterthwaite (1975, J. Econ. Theory 10): an onto strategy-proof rule on three or
     * more alternatives has a dictator. For two voters and three alternatives: 3^36 functions of the 36 profiles, searched
     * with every strategy-proofness constraint between two filled cells. Exactly the two dictatorships are left.
     */
    @Test
    void gibbardSatterthwaite_onlyDictatorsAreOntoAndStrategyProof() {
        List<int[]> levels = new ArrayList<>();
        for (Ranking order : Domain.orders(3)) {
            levels.add(order.levels(3));
        }
        int[] rule = new int[36];
        Arrays.fill(rule, -1);
        List<int[]> found = new ArrayList<>();
        extend(rule, 0, levels, found);
        List<int[]> onto = found.stream()
                .filter(f -> Arrays.stream(f).distinct().count() == 3)
                .toList();
        assertThat(onto).hasSize(2);
        for (int[] f : onto) {
            boolean firstDecides = true;
            boolean secondDecides = true;
            for (int p = 0; p < 36; p++) {
                firstDecides &= levels.get(p / 6)[f[p]] == 0;
                secondDecides &= levels.get(p % 6)[f[p]] == 0;
            }
            assertThat(firstDecides ^ secondDecides).isTrue();
        }
    }

    private static void extend(int[] rule, int at, List<int[]> levels, List<int[]> found) {
        if (at == 36) {
            found.add(rule.clone());
            return;
        }
        for (int choice = 0; choice < 3; choice++) {
            rule[at] = choice;
            if (proof(rule, at, levels)) {
                extend(rule, at + 1, levels, found);
            }
        }
        rule[at] = -1;
    }

    /** No voter gains between this profile and an earlier one that differs in its ballot only, in either direction. */
    private static boolean proof(int[] rule, int at, List<int[]> levels) {
        for (int other = 0; other < at; other++) {
            int voter = other / 6 == at / 6 ? 1 : other % 6 == at % 6 ? 0 : -1;
            if (voter < 0) {
                continue;
            }
            int[] here = levels.get(voter == 0 ? at / 6 : at % 6);
            int[] there = levels.get(voter == 0 ? other / 6 : other % 6);
            if (here[rule[other]] < here[rule[at]] || there[rule[at]] < there[rule[other]]) {
                return false;
            }
        }
        return true;
    }

    @Test
    void gibbardSatterthwaite_everyOntoRuleOfTheLibraryCanBeManipulated() {
        Domain domain = Domain.exhaustive(3, 4);
        for (VotingRule rule : Rules.ordinal()) {
            assertThat(Axioms.check(rule, Axiom.ONTO, domain).satisfied())
                    .as(rule.id())
                    .isTrue();
            assertThat(Axioms.check(rule, Axiom.STRATEGY_PROOFNESS, domain).satisfied())
                    .as(rule.id())
                    .isFalse();
        }
    }

    /*
     * Moulin (1980, "On strategy-proofness and single peakedness", Public Choice 35): the anonymous strategy-proof rules that
     * look at peaks only are the generalised medians with n + 1 phantoms. On a grid of four points and two voters: 4^10
     * functions of the 10 pairs of peaks. Strategy-proof on all single-peaked preferences means that the choice always lies
     * between the own peak and what a misreport gives. 20 multisets of three phantoms give 20 rules.
     */
    @Test
    void moulin_theStrategyProofRulesAreTheGeneralisedMedians() {
        Set<List<Integer>> proof = new HashSet<>();
        medians(new int[4][4], 0, 0, proof);
        Set<List<Integer>> medians = new HashSet<>();
        for (int a = 0; a < 4; a++) {
            for (int b = a; b < 4; b++) {
                for (int c = b; c < 4; c++) {
                    List<Integer> table = new ArrayList<>();
                    for (int p = 0; p < 4; p++) {
                        for (int q = p; q < 4; q++) {
                            table.add((int)
                                    ContinuousRules.generalisedMedian(a, b, c).choose(TypeProfile.of("peak", p, q))[0]);
                        }
                    }
                    medians.add(table);
                }
            }
        }
        assertThat(medians).hasSize(20);
        assertThat(proof).isEqualTo(medians);
    }

    private static void medians(int[][] f, int p, int q, Set<List<Integer>> proof) {
        if (p == 4) {
            List<Integer> table = new ArrayList<>();
            for (int a = 0; a < 4; a++) {
                for (int b = a; b < 4; b++) {
                    table.add(f[a][b]);
                }
            }
            proof.add(table);
            return;
        }
        for (int choice = 0; choice < 4; choice++) {
            f[p][q] = choice;
            f[q][p] = choice;
            if (between(f, p, q)) {
                medians(f, q == 3 ? p + 1 : p, q == 3 ? p + 1 : q + 1, proof);
            }
        }
    }

    /** Filled cells are those with a smaller p, or the same p and a smaller q. */
    private static boolean between(int[][] f, int p, int q) {
        for (int a = 0; a < 4; a++) {
            for (int fixed : new int[] {p, q}) {
                int own = fixed == p ? q : p;
                int low = Math.min(a, fixed);
                int high = Math.max(a, fixed);
                boolean filled = low < p || (low == p && high <= q);
                if (filled && (!lies(f[own][fixed], own, f[a][fixed]) || !lies(f[a][fixed], a, f[own][fixed]))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean lies(int choice, int peak, int other) {
        return choice >= Math.min(peak, other) && choice <= Math.max(peak, other);
    }

    @Test
    void manipulation_isFoundWithItsGain() {
        // Derived: Borda, voters 1: a > b > c, 1: b > a > c, ties aside: a 3, b 3, c 0. Burying b
        // gives a alone.
        RankingProfile profile = RankingProfile.parse(Candidates.letters(3), "1: a > b > c", "1: b > a > c");
        Optional<Manipulation> found =
                Manipulation.search((VotingRule) Rules.parse("borda"), profile, 0, new double[] {1, 0.5, 0});
        assertThat(found).isPresent();
        assertThat(found.orElseThrow().report()).isEqualTo(Ranking.of(0, 2, 1));
        assertThat(found.orElseThrow().sincere()).containsExactly(0, 1);
        assertThat(found.orElseThrow().manipulated()).containsExactly(0);
        assertThat(found.orElseThrow().gain()).isEqualTo(0.25);
    }

    @Test
    void manipulation_ofMajorityOnTwoCandidates_isNeverFound() {
        Rng rng = Seed.of(61).rng();
        for (int trial = 0; trial < 50; trial++) {
            RankingProfile profile = RankingProfile.parse(
                    Candidates.letters(2), (1 + rng.below(5)) + ": a > b", (1 + rng.below(5)) + ": b > a");
            for (VotingRule rule : Rules.ordinal()) {
                if (rule.info().accepts().contains(BallotKind.LINEAR)) {
                    assertThat(Manipulation.search(rule, profile, 0, new double[] {1, 0}))
                            .as(rule.id())
                            .isEmpty();
                }
            }
        }
    }
}
