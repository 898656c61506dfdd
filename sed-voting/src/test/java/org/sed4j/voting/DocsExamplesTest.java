package org.sed4j.voting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sed4j.core.run.Seed;
import org.sed4j.voting.axiom.Axioms;
import org.sed4j.voting.axiom.Domain;
import org.sed4j.voting.axiom.Verdict;
import org.sed4j.voting.ballot.ApprovalProfile;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.GradeProfile;
import org.sed4j.voting.ballot.Grades;
import org.sed4j.voting.ballot.RankingProfile;
import org.sed4j.voting.ballot.TypeProfile;
import org.sed4j.voting.ballot.UtilityProfile;
import org.sed4j.voting.continuous.ContinuousRules;
import org.sed4j.voting.rule.Axiom;
import org.sed4j.voting.rule.Cardinal;
import org.sed4j.voting.rule.ClarkePivot;
import org.sed4j.voting.rule.CommitteeOutcome;
import org.sed4j.voting.rule.Committees;
import org.sed4j.voting.rule.Condorcet;
import org.sed4j.voting.rule.Count;
import org.sed4j.voting.rule.Eliminations;
import org.sed4j.voting.rule.Lotteries;
import org.sed4j.voting.rule.Lottery;
import org.sed4j.voting.rule.Outcome;
import org.sed4j.voting.rule.Scoring;
import org.sed4j.voting.rule.Welfare;
import org.sed4j.voting.sampling.Cultures;
import org.sed4j.voting.tie.TieContext;
import org.sed4j.voting.tie.TiePolicies;

/** The code that the pages under docs/voting quote; {@link DocsTest} holds the pages to it. */
class DocsExamplesTest {
    private static final Candidates CITIES = Candidates.of("Memphis", "Nashville", "Chattanooga", "Knoxville");

    private static final RankingProfile BALLOTS = RankingProfile.parse(
            CITIES,
            "42: Memphis > Nashville > Chattanooga > Knoxville",
            "26: Nashville > Chattanooga > Knoxville > Memphis",
            "15: Chattanooga > Knoxville > Nashville > Memphis",
            "17: Knoxville > Chattanooga > Nashville > Memphis");

    @Test
    void scoring() {
        // tag::scoring[]
        Outcome borda = Scoring.borda().apply(BALLOTS);
        assertThat(borda.winnerNames()).containsExactly("Nashville");
        assertThat(borda.scores()).extracting(Number::intValue).containsExactly(126, 194, 173, 107);
        // end::scoring[]
    }

    @Test
    void condorcet() {
        // tag::condorcet[]
        Outcome schulze = Condorcet.schulze().count(BALLOTS, Count.explained());
        assertThat(schulze.winnerNames()).containsExactly("Nashville");
        assertThat(schulze.account()).contains("winners: [Nashville]");
        // end::condorcet[]
    }

    @Test
    void eliminations() {
        // tag::eliminations[]
        Outcome runoff = Eliminations.irv().count(BALLOTS, Count.explained());
        assertThat(runoff.winnerNames()).containsExactly("Knoxville");
        assertThat(runoff.account()).contains("out: [Chattanooga]", "out: [Nashville]", "out: [Memphis]");
        // end::eliminations[]
    }

    @Test
    void cardinal() {
        // tag::cardinal[]
        GradeProfile grades = GradeProfile.over(Candidates.of("park", "pool"), List.of("bad", "fair", "good"))
                .add(3, Grades.of(1, 2))
                .add(2, Grades.of(2, 0))
                .build();
        assertThat(Cardinal.range().apply(grades).winnerNames()).containsExactly("park"); // 7 against 6
        assertThat(Cardinal.majorityJudgement().apply(grades).winnerNames()).containsExactly("pool"); // good > fair
        // end::cardinal[]
    }

    @Test
    void welfare() {
        // tag::welfare[]
        UtilityProfile utilities = UtilityProfile.of(Candidates.of("free", "taxed"), new double[][] {{9, 5}, {0, 3}});
        assertThat(Welfare.utilitarian().apply(utilities).winnerNames()).containsExactly("free");
        assertThat(Welfare.nash().apply(utilities).winnerNames()).containsExactly("taxed");
        ClarkePivot pivot = ClarkePivot.of(utilities);
        assertThat(pivot.choice()).isZero();
        assertThat(pivot.payments()).containsExactly(3.0, 0.0); // the first voter costs the second 3
        // end::welfare[]
    }

    @Test
    void lotteries() {
        // tag::lotteries[]
        RankingProfile cycle =
                RankingProfile.parse(Candidates.letters(3), "1: a > b > c", "1: b > c > a", "1: c > a > b");
        Lottery lottery = Lotteries.maximalLotteries().lottery(cycle);
        assertThat(lottery).hasToString("a 1/3, b 1/3, c 1/3");
        int drawn = lottery.draw(Seed.of(7));
        assertThat(drawn).isEqualTo(lottery.draw(Seed.of(7)));
        // end::lotteries[]
    }

    @Test
    void committees() {
        // tag::committees[]
        ApprovalProfile approvals = ApprovalProfile.parse(Candidates.letters(5), "6: a, b, c", "3: d, e");
        CommitteeOutcome block = Committees.approval().elect(approvals, 3);
        assertThat(block.committees()).containsExactly(List.of(0, 1, 2));
        CommitteeOutcome fair = Committees.phragmen().elect(approvals, 3);
        assertThat(fair.committees()).hasSize(6); // two of a, b, c and one of d, e: every way is a result
        // end::committees[]
    }

    @Test
    void continuous() {
        // tag::continuous[]
        TypeProfile sigma = TypeProfile.of("sigma", 0.125, 0.25, 0.75);
        assertThat(ContinuousRules.mean().choose(sigma)[0]).isEqualTo(0.375);
        assertThat(ContinuousRules.median().choose(sigma)[0]).isEqualTo(0.25);
        assertThat(ContinuousRules.uniformPhantom().choose(sigma)[0]).isEqualTo(1.0 / 3);
        // end::continuous[]
    }

    @Test
    void ties() {
        // tag::ties[]
        RankingProfile split = RankingProfile.parse(Candidates.letters(2), "1: a > b", "1: b > a");
        assertThat(Scoring.plurality().apply(split).winnerNames()).containsExactly("a", "b");
        Count count = Count.resolving(TiePolicies.lexicographic(), TieContext.of(split.candidates()));
        Outcome resolved = Eliminations.irv().count(split, count);
        assertThat(resolved.winnerNames()).containsExactly("a");
        assertThat(resolved.ties()).hasSize(1);
        // end::ties[]
    }

    @Test
    void mechanism() {
        // tag::mechanism[]
        BallotVote vote = BallotVote.of(Alternatives.grid("sigma", 10), Condorcet.schulze())
                .with(Elicitations.strategic(0.5, 1))
                .with(TiePolicies.incumbent());
        BallotElection election = (BallotElection) vote.elect(MechanismTest.vote(0.1, 0.3, 0.35, 0.8, 0.9));
        assertThat(election.figures()).containsKeys("eta", "winners", "ties_broken");
        assertThat(election.pairwise()).isPresent();
        // end::mechanism[]
    }

    @Test
    void axioms() {
        // tag::axioms[]
        Verdict verdict = Axioms.check(Scoring.borda(), Axiom.CONDORCET_WINNER, Domain.exhaustive(3, 5));
        assertThat(verdict.satisfied()).isFalse();
        verdict.witness().orElseThrow().lines(); // the profile, who won, and why that is a violation
        Domain random = Domain.sampled("Mallows", seed -> Cultures.mallows(4, 9, 0.8, seed), 50, Seed.of(1));
        assertThat(Axioms.check(Condorcet.schulze(), Axiom.CONDORCET_WINNER, random)
                        .satisfied())
                .isTrue();
        // end::axioms[]
    }
}
