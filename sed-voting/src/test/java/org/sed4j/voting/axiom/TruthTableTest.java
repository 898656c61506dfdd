package org.sed4j.voting.axiom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.voting.ballot.BallotKind;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.Profile;
import org.sed4j.voting.ballot.Ranking;
import org.sed4j.voting.ballot.RankingProfile;
import org.sed4j.voting.rule.Axiom;
import org.sed4j.voting.rule.Count;
import org.sed4j.voting.rule.Outcome;
import org.sed4j.voting.rule.RuleInfo;
import org.sed4j.voting.rule.Rules;
import org.sed4j.voting.rule.VotingRule;

/** The table rule x axiom, both ways: what is said to hold shows no violation, what is said to fail yields a witness. */
class TruthTableTest {
    private static final Domain SMALL = Domain.exhaustive(3, 4);

    private static final Domain FOUR =
            Domain.sampled("impartial culture, 4 candidates", TruthTableTest::four, 60, Seed.of(51));

    private static RankingProfile four(Seed seed) {
        Rng rng = seed.rng();
        List<Ranking> ballots = new ArrayList<>();
        int n = 2 + rng.below(5);
        for (int i = 0; i < n; i++) {
            int[] order = {0, 1, 2, 3};
            rng.shuffle(order);
            ballots.add(Ranking.of(order));
        }
        return RankingProfile.of(Candidates.letters(4), ballots);
    }

    /** Few ballots, each with several voters: where the rarer violations live. */
    private static RankingProfile blocs(Seed seed) {
        Rng rng = seed.rng();
        int m = 4 + rng.below(2);
        RankingProfile.Builder builder = RankingProfile.over(Candidates.letters(m));
        int blocs = 2 + rng.below(6);
        for (int b = 0; b < blocs; b++) {
            int[] order = new int[m];
            Arrays.setAll(order, c -> c);
            rng.shuffle(order);
            builder.add(1 + rng.below(5), Ranking.of(order));
        }
        return builder.build();
    }

    private static RankingProfile five(String... lines) {
        return RankingProfile.parse(Candidates.letters(5), lines);
    }

    private static RankingProfile quad(String... lines) {
        return RankingProfile.parse(Candidates.letters(4), lines);
    }

    /** Profiles that show violations too rare to be met by chance soon; the first four derived, the others found by search. */
    private static final Domain KNOWN = Domain.given(
            // d loses to a, b and c by 3; they beat each other in a cycle by 5: minimax elects the Condorcet loser d.
            quad(
                    "2: d > a > b > c",
                    "2: d > b > c > a",
                    "2: d > c > a > b",
                    "3: a > b > c > d",
                    "3: b > c > a > d",
                    "3: c > a > b > d"),
            // a beats d by 3; three clones of a in a cycle lose to each other by 5.
            RankingProfile.parse(Candidates.letters(2), "9: a > b", "6: b > a"),
            // Dowdall: a has 3 + 2/5, b has 3/2 + 2.
            five("3: a > b > c > d > e", "2: b > c > d > e > a"),
            // Top two: six of eleven rank a, b, c above the others, and split.
            five(
                    "2: a > b > c > d > e",
                    "2: b > c > a > d > e",
                    "2: c > a > b > d > e",
                    "3: d > e > a > b > c",
                    "2: e > d > a > b > c"),
            // Llull: a ties with everybody; b, c, d beat each other in a cycle.
            quad(
                    "1: a > b > c > d",
                    "1: a > c > d > b",
                    "1: a > d > b > c",
                    "1: b > c > d > a",
                    "1: c > d > b > a",
                    "1: d > b > c > a"),
            five(
                    "5: a > c > b > d > e",
                    "4: a > d > b > c > e",
                    "3: c > b > d > e > a",
                    "2: c > b > a > d > e",
                    "5: d > b > a > e > c",
                    "2: d > c > b > a > e"),
            five(
                    "5: b > a > d > c > e",
                    "4: d > e > c > b > a",
                    "1: a > c > b > d > e",
                    "5: e > c > d > a > b",
                    "3: c > e > b > a > d",
                    "1: a > c > d > e > b",
                    "1: e > a > d > b > c"),
            quad(
                    "3: a > c > b > d",
                    "3: c > d > b > a",
                    "2: d > c > b > a",
                    "3: b > d > a > c",
                    "1: b > a > d > c",
                    "1: d > a > c > b"),
            five("3: e > b > d > c > a", "1: c > a > b > d > e", "4: a > c > e > d > b"),
            five("4: a > c > b > d > e", "3: e > a > b > c > d", "5: b > d > e > a > c"),
            five(
                    "5: e > a > b > c > d",
                    "3: b > d > c > a > e",
                    "5: c > a > d > e > b",
                    "4: d > c > e > b > a",
                    "5: b > d > a > c > e"));

    @Test
    void whatIsSaidToHold_showsNoViolation() {
        for (VotingRule rule : Rules.ordinal()) {
            for (Axiom axiom : rule.info().satisfies()) {
                // These two speak of a whole domain, so it must be one in which everybody can win.
                boolean ofDomain = axiom == Axiom.ONTO || axiom == Axiom.NON_DICTATORSHIP;
                Verdict verdict = Axioms.check(
                        rule, axiom, ofDomain ? SMALL : SMALL.then(FOUR).then(KNOWN));
                assertThat(verdict.witness())
                        .as(
                                "%s is said to satisfy %s: %s",
                                rule.id(), axiom, verdict.witness().map(Witness::lines))
                        .isEmpty();
                assertThat(verdict.checked()).isGreaterThanOrEqualTo(6 + 21 + 56 + 126 - 6);
            }
        }
    }

    @Test
    void whatIsSaidToFail_yieldsAWitness_thatHoldsWhenCountedAgain() {
        Domain rare = Domain.sampled("blocs", TruthTableTest::blocs, 6000, Seed.of(9));
        for (VotingRule rule : Rules.ordinal()) {
            for (Axiom axiom : rule.info().fails()) {
                Verdict verdict =
                        Axioms.check(rule, axiom, SMALL.then(KNOWN).then(FOUR).then(rare));
                if (verdict.satisfied()) {
                    fail("%s is said to fail %s: no witness on %d profiles"
                            .formatted(rule.id(), axiom, verdict.checked()));
                }
                Witness witness = verdict.witness().orElseThrow();
                assertThat(witness.holds(rule)).as("%s", witness.lines()).isTrue();
                assertThat(witness.cases()).isNotEmpty();
                // The witness's first profile alone shows the violation again.
                assertThat(Axioms.check(
                                        rule,
                                        axiom,
                                        Domain.given(witness.cases().get(0).profile()))
                                .witness())
                        .as("%s", witness.lines())
                        .isPresent();
            }
        }
    }

    @Test
    void noRule_isBothSaidToSatisfyAndToFail() {
        for (VotingRule rule : Rules.ordinal()) {
            assertThat(rule.info().satisfies())
                    .as(rule.id())
                    .doesNotContainAnyElementsOf(rule.info().fails());
        }
    }

    @Test
    void checkers_catchRulesThatAreWrongOnPurpose() {
        VotingRule borda = (VotingRule) Rules.parse("borda");
        // The first voter's top: neither anonymous nor free of a dictator.
        VotingRule first = broken(borda, profile -> profile.ballot(0).tiers().get(0));
        assertThat(Axioms.check(first, Axiom.ANONYMITY, SMALL).satisfied()).isFalse();
        assertThat(Axioms.check(first, Axiom.NON_DICTATORSHIP, SMALL).satisfied())
                .isFalse();
        // Always a: not neutral, not onto.
        VotingRule always = broken(borda, profile -> List.of(0));
        assertThat(Axioms.check(always, Axiom.NEUTRALITY, SMALL).satisfied()).isFalse();
        assertThat(Axioms.check(always, Axiom.ONTO, SMALL).satisfied()).isFalse();
        assertThat(Axioms.check(always, Axiom.STRATEGY_PROOFNESS, SMALL).satisfied())
                .isTrue();
        // Elects by whether the number of voters is even: not homogeneous.
        VotingRule parity = broken(
                borda,
                profile -> profile.voters() % 2 == 0
                        ? List.of(0)
                        : borda.apply(profile).winners());
        assertThat(Axioms.check(parity, Axiom.HOMOGENEITY, SMALL).satisfied()).isFalse();
    }

    private interface Winners {
        List<Integer> of(RankingProfile profile);
    }

    private static VotingRule broken(VotingRule like, Winners winners) {
        return new VotingRule() {
            @Override
            public RuleInfo info() {
                return like.info();
            }

            @Override
            public Outcome count(Profile profile, Count count) {
                return new Outcome(
                        profile.candidates(),
                        winners.of((RankingProfile) profile),
                        List.of(),
                        true,
                        List.of(),
                        List.of());
            }
        };
    }

    @Test
    void profilesTheRuleDoesNotCount_arePassedOver() {
        RankingProfile weak = RankingProfile.parse(Candidates.letters(3), "1: a = b > c");
        assertThat(weak.kind()).isEqualTo(BallotKind.WEAK);
        assertThat(Axioms.check((VotingRule) Rules.parse("irv"), Axiom.PARETO, Domain.given(weak))
                        .checked())
                .isZero();
    }
}
