package org.sed4j.voting.axiom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sed4j.core.run.Seed;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.Ranking;
import org.sed4j.voting.ballot.RankingProfile;
import org.sed4j.voting.rule.Axiom;
import org.sed4j.voting.rule.Condorcet;
import org.sed4j.voting.rule.Eliminations;
import org.sed4j.voting.rule.Scoring;
import org.sed4j.voting.rule.VotingRule;
import org.sed4j.voting.sampling.Cultures;

class RatesTest {
    private static final Domain THREE_VOTERS =
            Domain.sampled("impartial culture", seed -> Cultures.impartial(3, 3, seed), 4000, Seed.of(61));

    @Test
    void wilsonsInterval_isAsDerived() {
        // Derived: 10 of 100, z^2 = 3.8415: centre (0.1 + 0.01921) / 1.03841 = 0.11480, half-width
        // 1.95996 sqrt(0.0009 + 0.000096) / 1.03841 = 0.05957.
        Rate rate = new Rate(10, 100);
        assertThat(rate.share()).isEqualTo(0.1);
        assertThat(rate.low()).isCloseTo(0.0552, within(1e-4));
        assertThat(rate.high()).isCloseTo(0.1744, within(1e-4));
        // None of n: the upper end is z^2 / (n + z^2).
        assertThat(new Rate(0, 100).low()).isZero();
        assertThat(new Rate(0, 100).high()).isCloseTo(3.8415 / 103.8415, within(1e-5));
        assertThat(new Rate(7, 7).high()).isEqualTo(1);
        assertThat(new Rate(0, 0).share()).isNaN();
        assertThatThrownBy(() -> new Rate(2, 1)).hasMessageContaining("hits of a rate (2)");
    }

    @Test
    void wilsonsInterval_holdsTheTruthAboutAsOftenAsItSays() {
        int held = 0;
        for (int run = 0; run < 1000; run++) {
            var rng = Seed.of(62).at(run).rng();
            int hits = 0;
            for (int i = 0; i < 50; i++) {
                hits += rng.chance(0.1) ? 1 : 0;
            }
            Rate rate = new Rate(hits, 50);
            held += rate.low() <= 0.1 && 0.1 <= rate.high() ? 1 : 0;
        }
        assertThat(held).isBetween(930, 990); // exactly 97.0 % by the binomial distribution with n = 50, p = 0.1
    }

    @Test
    void rates_ofThreeVotersAndThreeCandidates_areTheKnownOnes() {
        // Gehrlein and Fishburn (1976): a Condorcet winner in 34 of 36 profiles. Copeland elects it alone each time,
        // and ties
        // all three in the two others.
        Rate winners = Rates.condorcetWinners(THREE_VOTERS);
        assertThat(winners.low()).isLessThan(34.0 / 36);
        assertThat(winners.high()).isGreaterThan(34.0 / 36);
        assertThat(Rates.condorcetEfficiency(Condorcet.copeland(), THREE_VOTERS).share())
                .isEqualTo(1);
        Rate ties = Rates.ties(Condorcet.copeland(), THREE_VOTERS);
        assertThat(ties.hits()).isEqualTo(winners.trials() - winners.hits());
        // Derived: plurality ties all three if the tops are all different, in 6 of 27 cases.
        Rate split = Rates.ties(Scoring.plurality(), THREE_VOTERS);
        assertThat(split.low()).isLessThan(6.0 / 27);
        assertThat(split.high()).isGreaterThan(6.0 / 27);
    }

    @Test
    void rates_ofViolations_areZeroWhereTheAxiomHolds() {
        Domain five = Domain.sampled("impartial culture", seed -> Cultures.impartial(3, 5, seed), 300, Seed.of(63));
        assertThat(Rates.violations(Scoring.borda(), Axiom.MONOTONICITY, five).hits())
                .isZero();
        assertThat(Rates.violations(Scoring.borda(), Axiom.CONDORCET_WINNER, five)
                        .hits())
                .isPositive();
        assertThat(Rates.manipulable(Scoring.borda(), five).share())
                .isGreaterThan(Rates.manipulable(Eliminations.irv(), five).share());
        assertThatThrownBy(() -> Rates.violations(Scoring.borda(), Axiom.ONTO, five))
                .hasMessageContaining("axiom of a rate (onto)");
    }

    /** Derived: nobody alone changes 5 against 3 against 3; the three who like c least bad can make b win together. */
    @Test
    void coalition_mayGainWhereNobodyAloneDoes() {
        RankingProfile profile =
                RankingProfile.parse(Candidates.letters(3), "5: a > b > c", "3: b > c > a", "3: c > b > a");
        VotingRule plurality = Scoring.plurality();
        double[] likesC = {0, 1, 2};
        assertThat(Manipulation.search(plurality, profile, 2, likesC)).isEmpty();
        assertThat(Coalition.search(plurality, profile, List.of(2, 2), new double[][] {likesC, likesC}))
                .hasValueSatisfying(
                        c -> assertThat(c.manipulated()).containsExactly(0, 1)); // five each: a tie already pays
        Optional<Coalition> three =
                Coalition.search(plurality, profile, List.of(2, 2, 2), new double[][] {likesC, likesC, likesC});
        assertThat(three).hasValueSatisfying(c -> {
            assertThat(c.sincere()).containsExactly(0);
            assertThat(c.manipulated()).containsExactly(1);
            assertThat(c.gains()).containsExactly(1.0, 1.0, 1.0);
            assertThat(c.reports())
                    .allSatisfy(ballot ->
                            assertThat(((Ranking) ballot).tiers().get(0)).containsExactly(1));
        });
        // Those who like a have what they like best: no coalition with one of them gains.
        assertThat(Coalition.search(plurality, profile, List.of(0, 2), new double[][] {{2, 1, 0}, likesC}))
                .isEmpty();
        assertThatThrownBy(() -> Coalition.search(
                        plurality, profile, List.of(2, 2, 2, 2), new double[][] {likesC, likesC, likesC, likesC}))
                .hasMessageContaining("as often as in the coalition");
    }
}
