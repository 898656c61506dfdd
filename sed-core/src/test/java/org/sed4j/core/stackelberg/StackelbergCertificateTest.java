package org.sed4j.core.stackelberg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sed4j.core.game.Design;
import org.sed4j.core.run.Rng;
import org.sed4j.core.stackelberg.named.NamedGames;

class StackelbergCertificateTest {
    /** What linear programs on payoffs up to 30 are solved to. */
    private static final double EXACT = 1e-9;

    private static final StackelbergGame MAINTAIN = NamedGames.maintain();
    private static final int A = 0;
    private static final int B = 1;

    @Test
    void maintain_atAQuarter_isAStrongStackelbergEquilibrium() {
        StackelbergCertificate certificate =
                StackelbergCertificate.mixed(MAINTAIN, Distribution.of(0.25, 0.75, 0), A, 0);
        assertThat(certificate.proves(EXACT, 0)).isTrue();
        assertThat(certificate.followers().gap()).isZero();
    }

    @Test
    void maintain_atThreeTenths_fallsShortByHalf() { // 27.5 - 27
        StackelbergCertificate certificate = StackelbergCertificate.mixed(MAINTAIN, Distribution.of(0.3, 0.7, 0), A, 0);
        assertThat(certificate.leaderGap()).isCloseTo(0.5, within(EXACT));
        assertThat(certificate.proves(0.49, 0)).isFalse();
        assertThat(certificate.proves(0.51, 0)).isTrue();
        assertThat(certificate.better().orElseThrow().get(0)).isCloseTo(0.25, within(EXACT));
    }

    @Test
    void maintain_withSlackForTheFollower_isWorthMore() {
        // δ = 1: 15 p ≥ 5 (1 - p) - 1, so p ≥ 1/5, and 30 - 10 p = 28. The quarter is then half short.
        StackelbergCertificate certificate =
                StackelbergCertificate.mixed(MAINTAIN, Distribution.of(0.25, 0.75, 0), A, 1);
        assertThat(certificate.leaderGap()).isCloseTo(0.5, within(EXACT));
        StackelbergCertificate loose = StackelbergCertificate.mixed(MAINTAIN, Distribution.of(0.2, 0.8, 0), A, 1);
        assertThat(loose.followers().gap()).isCloseTo(1, within(EXACT));
        assertThat(loose.proves(EXACT, 1 + EXACT)).isTrue();
        assertThat(loose.proves(EXACT, 0.5)).isFalse();
    }

    @Test
    void maintain_withPureCommitments_hasItsEquilibriumAtA() {
        assertThat(StackelbergCertificate.pure(MAINTAIN, 0, A, 0).proves(0, 0)).isTrue();
        StackelbergCertificate second = StackelbergCertificate.pure(MAINTAIN, 1, B, 0);
        assertThat(second.leaderGap()).isEqualTo(10);
        assertThat(second.better()).contains(Design.of(1, 0, 0));
        assertThat(StackelbergCertificate.pure(MAINTAIN, 1, A, 0).proves(0, 1)).isFalse(); // the follower gains 5
    }

    @Test
    void aGrid_refutesButDoesNotProve() {
        List<Design> grid = List.of(Design.of(0.3, 0.7, 0), Design.of(0.5, 0.5, 0));
        StackelbergCertificate found =
                StackelbergCertificate.among(MAINTAIN, Design.of(0.3, 0.7, 0), A, 0, grid, false);
        assertThat(found.leaderGap()).isZero();
        assertThatThrownBy(() -> found.proves(0.1, 0)).hasMessageContaining("leader's gap ≥ 0.0");
        StackelbergCertificate refuted =
                StackelbergCertificate.among(MAINTAIN, Design.of(0.5, 0.5, 0), A, 0, grid, false);
        assertThat(refuted.proves(1, 0)).isFalse();
        assertThat(refuted.leaderGap()).isCloseTo(2, within(EXACT));
    }

    @Test
    void everySolvedCommitment_isCertified_andNoMixtureBeatsItsCertificate() {
        for (int g = 0; g < 1000; g++) {
            Rng rng = RandomGames.rng("certified", g);
            StackelbergGame game =
                    RandomGames.stackelberg(rng, g % 2 == 0, 2 + rng.below(2), new int[] {1 + g % 2}, new int[] {2});
            MixedProgram.Solution solved = new MixedProgram(Terms.of(game, Arithmetic.FLOATING))
                    .optimistic()
                    .orElseThrow();
            StackelbergCertificate certificate =
                    StackelbergCertificate.mixed(game, solved.leader(), solved.strategies(), 0);
            assertThat(certificate.leaderGap()).as("game " + g).isLessThan(1e-7);
            assertThat(certificate.followers().gap()).as("game " + g).isLessThan(EXACT);
            Distribution other = RandomGames.mixture(rng, game.leaderActions().size());
            InducedGame there = game.induce(other);
            double value = ResponseRange.of(there, Equilibrium.SSE, Arithmetic.FLOATING)
                    .orElseThrow()
                    .high()
                    .number();
            int response = PureEquilibria.of(there.followers(), EXACT).get(0);
            StackelbergCertificate elsewhere = StackelbergCertificate.mixed(game, other, response, 0);
            assertThat(elsewhere.leaderGap())
                    .isGreaterThanOrEqualTo(solved.value().number() - value - 1e-7);
        }
    }

    @Test
    void aFollowerWhoMixesAtTheTie_costsTheLeaderHalf() { // 27.5 and 7.5, each half of the time
        List<List<Distribution>> half = List.of(List.of(Distribution.of(0.5, 0.5, 0)));
        StackelbergCertificate certificate =
                StackelbergCertificate.mixed(MAINTAIN, Distribution.of(0.25, 0.75, 0), half, 0);
        assertThat(certificate.followers().gap()).isCloseTo(0, within(EXACT));
        assertThat(certificate.leaderGap()).isCloseTo(10, within(EXACT));
        assertThat(certificate.isExact()).isTrue();
        assertThat(certificate.proves(9.9, EXACT)).isFalse();
        assertThat(certificate.proves(10.1, EXACT)).isTrue();
        StackelbergCertificate loose = StackelbergCertificate.mixed(MAINTAIN, Distribution.of(0.25, 0.75, 0), half, 1);
        assertThat(loose.leaderGap()).isCloseTo(10.5, within(EXACT)); // 28 with the slack, at p = 1/5, y pure
        assertThat(loose.leaderGapBound()).isGreaterThanOrEqualTo(loose.leaderGap());
    }

    @Test
    void followersWhoMixAsTheyMust_areCertifiedByABound() {
        StackelbergGame stakes = MixedCommitmentsTest.stakes(); // no pure equilibria; 1/4 at best, at x = (1/4, 3/4)
        List<Distribution> half = List.of(Distribution.uniform(2));
        StackelbergCertificate best =
                StackelbergCertificate.mixed(stakes, Distribution.of(0.25, 0.75), List.of(half, half), 0);
        assertThat(best.followers().concept()).isEqualTo(Certificate.Concept.NASH);
        assertThat(best.proves(1e-5, EXACT)).isTrue();
        assertThat(best.leaderGap()).isZero();
        List<Distribution> row = List.of(Distribution.of(0.75, 0.25));
        List<Distribution> column = List.of(Distribution.of(0.25, 0.75));
        StackelbergCertificate high =
                StackelbergCertificate.mixed(stakes, Distribution.pure(2, 0), List.of(row, column), 0);
        assertThat(high.leaderGapBound()).isCloseTo(1.0 / 16, within(1e-5));
        assertThat(high.proves(0.07, EXACT)).isTrue();
        assertThatThrownBy(() -> high.proves(0.05, EXACT)).hasMessageContaining("nor does its bound 0.06");
        assertThat(StackelbergCertificate.mixed(stakes, Distribution.pure(2, 0), List.of(half, column), 0)
                        .proves(1, 0.5))
                .isFalse(); // the column would rather have the row mix otherwise: 1/2 · 3 - (1/4 · 3/2 + 3/4 · 1/2)
    }

    @Test
    void aNegativeDelta_isRefused() {
        assertThatThrownBy(() -> StackelbergCertificate.pure(MAINTAIN, 0, A, -1))
                .hasMessageContaining("delta (-1.0)");
        assertThatThrownBy(() -> StackelbergCertificate.mixed(MAINTAIN, Distribution.uniform(3), A, Double.NaN))
                .hasMessageContaining("delta (NaN)");
    }
}
