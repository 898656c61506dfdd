package org.sed4j.core.stackelberg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CertificatesTest {
    /** Roundings of sums of a few numbers. */
    private static final double EXACT = 1e-12;

    /** Chicken, Aumann (1974): (dare, dare) 0,0; (dare, swerve) 7,2; (swerve, dare) 2,7; (swerve, swerve) 6,6. */
    private static final NormalFormGame CHICKEN =
            NormalFormGame.bimatrix(new double[][] {{0, 7}, {2, 6}}, new double[][] {{0, 2}, {7, 6}});

    @Test
    void chicken_hasAumannsCorrelatedEquilibrium() {
        Distribution thirds = Distribution.proportional(0, 1, 1, 1); // worth 5 to each, above every Nash but (7, 2)
        assertThat(Certificates.ce(CHICKEN, thirds).gap()).isCloseTo(0, within(EXACT));
        assertThat(CHICKEN.payoff(0, thirds)).isCloseTo(5, within(EXACT));
        // All on (swerve, swerve) is none: told to swerve, dare for 7 in place of 6.
        Certificate broken = Certificates.ce(CHICKEN, Distribution.pure(4, 3));
        assertThat(broken.gap()).isEqualTo(1);
        assertThat(broken.witness().plays().get(1)).isEqualTo(0);
    }

    @Test
    void chicken_bestCorrelatedWelfare_is10AndAHalf() { // the linear program: 1/2 on (s, s), 1/4 on each asymmetric one
        double[] welfare = {0, 9, 9, 12};
        Interval ce = Equilibria.ce(CHICKEN, welfare, Arithmetic.EXACT);
        assertThat(ce.high()).hasToString("21/2");
        assertThat(ce.best().byType().get(0).toArray())
                .containsExactly(new double[] {0, 0.25, 0.25, 0.5}, within(EXACT));
    }

    @Test
    void aCoarseEquilibrium_needNotBeCorrelated() {
        // Rock-paper-scissors, always tied: no fixed action gains, but who is told rock knows to play paper.
        double[][] row = {{0, -1, 1}, {1, 0, -1}, {-1, 1, 0}};
        double[][] column = {{0, 1, -1}, {-1, 0, 1}, {1, -1, 0}};
        NormalFormGame game = NormalFormGame.bimatrix(row, column);
        Distribution tied = Distribution.proportional(1, 0, 0, 0, 1, 0, 0, 0, 1);
        assertThat(Certificates.cce(game, tied).gap()).isCloseTo(0, within(EXACT));
        Certificate swaps = Certificates.ce(game, tied);
        assertThat(swaps.gap()).isCloseTo(1, within(EXACT));
        assertThat(swaps.witness().plays()).containsExactly(1, 2, 0);
        assertThat(swaps.witness().isConstant()).isFalse();
    }

    @Test
    void nash_gapIsTheBestDeltaOfADeltaBestResponse() {
        // Matching pennies: at (1/2, 1/2) nobody gains; where the row shows heads, the column gains 2 by matching.
        NormalFormGame pennies =
                NormalFormGame.bimatrix(new double[][] {{1, -1}, {-1, 1}}, new double[][] {{-1, 1}, {1, -1}});
        Distribution half = Distribution.uniform(2);
        assertThat(Certificates.nash(pennies, List.of(half, half)).proves(0)).isTrue();
        Certificate pure = Certificates.nash(pennies, List.of(Distribution.pure(2, 0), Distribution.pure(2, 0)));
        assertThat(pure.gap()).isEqualTo(2);
        assertThat(pure.proves(1.999)).isFalse();
        assertThat(pure.proves(2)).isTrue();
        assertThat(pure.witness()).isEqualTo(new Deviation(1, 0, List.of(1, 1)));
        assertThat(pure.witness().isConstant()).isTrue();
        assertThat(pure).hasToString("NASH gap = 2.0 (player 1, type 0 would play [1, 1])");
        assertThat(PureEquilibria.of(pennies)).isEmpty();
    }

    @Test
    void bestResponses_areThoseWithinDelta() {
        NormalFormGame game = NormalFormGame.bimatrix(new double[][] {{1}, {3}, {2.5}}, new double[3][1]);
        assertThat(Certificates.bestResponses(game, 0, 0, 0)).containsExactly(1);
        assertThat(Certificates.bestResponses(game, 0, 0, 0.5)).containsExactly(1, 2);
        assertThat(Certificates.bestResponses(game, 0, 0, 2)).containsExactly(0, 1, 2);
    }

    @Test
    void aLowerBound_refutesButNeverProves() {
        Certificate learned = new Certificate(
                Certificate.Concept.NASH,
                Certificate.Proof.LOWER_BOUND,
                List.of(new Certificate.Gap(0.25, new Deviation(0, 0, List.of(1)))));
        assertThat(learned.proves(0.1)).isFalse();
        assertThat(learned.toString()).startsWith("NASH gap ≥ 0.25");
        assertThatThrownBy(() -> learned.proves(0.3))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("gap ≥ 0.25");
    }

    @Test
    void aProfileOfAnotherGame_isRefused() {
        assertThatThrownBy(() -> Certificates.ce(CHICKEN, Distribution.uniform(3)))
                .hasMessageContaining("(3) must be 4");
        assertThatThrownBy(() -> Certificates.cce(CHICKEN, Distribution.uniform(5)))
                .hasMessageContaining("(5) must be 4");
        assertThatThrownBy(() -> Certificates.bcce(
                        BayesianGame.of(CHICKEN),
                        new Response(List.of(Distribution.uniform(4), Distribution.uniform(4)))))
                .hasMessageContaining("type profiles of a response (2) must be 1");
    }

    @Test
    void supportEnumeration_findsTextbookEquilibria() {
        assertThat(SupportEnumeration.extreme(CHICKEN)).hasSize(3);
        assertThat(SupportEnumeration.extreme(CHICKEN))
                .anySatisfy(equilibrium ->
                        assertThat(equilibrium.row().get(0).toString()).isEqualTo("1 / 3"));
        // A game of nothing but ties: every pair of pure strategies is extreme.
        assertThat(SupportEnumeration.extreme(NormalFormGame.of(new int[] {2, 3}, new double[2][6])))
                .hasSize(6);
        assertThatThrownBy(() -> SupportEnumeration.extreme(NormalFormGame.of(new int[] {12, 12}, new double[2][144])))
                .hasMessageContaining("(2704156) must be at most 20000");
        assertThatThrownBy(() -> SupportEnumeration.extreme(NormalFormGame.of(new int[] {2, 2, 2}, new double[3][8])))
                .hasMessageContaining("must be 2");
    }

    @Test
    void iteratedDominance_usesMixturesAndReportsThem() {
        // The middle row is beaten by half top and half bottom, and by neither alone; then the right column falls.
        NormalFormGame game = NormalFormGame.bimatrix(
                new double[][] {{4, 0}, {1, 1}, {0, 4}}, new double[][] {{1, 0}, {0, 5}, {1, 0}});
        IteratedDominance.Survivors survivors = IteratedDominance.of(game, Arithmetic.EXACT);
        assertThat(survivors.order().get(0).action()).isEqualTo(1);
        assertThat(survivors.order().get(0).dominatedBy()).isEqualTo(Distribution.of(0.5, 0, 0.5));
        assertThat(survivors.kept()).containsExactly(List.of(0), List.of(0));
        assertThat(survivors.isSolved()).isTrue();
    }

    @Test
    void coordinatingFollowers_areWorthWhatTiesMakeOfThem() {
        // The leader's action 1 turns the followers' coordination game towards (B, B), which it prefers.
        NormalFormGame coordinate =
                NormalFormGame.bimatrix(new double[][] {{2, 0}, {0, 1}}, new double[][] {{2, 0}, {0, 1}});
        InducedGame same = InducedGame.of(coordinate, new double[] {0, 0, 0, 1});
        StackelbergGame game = StackelbergGame.of(List.of("l", "m"), List.of(same, same));
        Commitment best = Commitments.mixed(game, Equilibrium.SSE, Selection.OPTIMISTIC, Arithmetic.EXACT);
        assertThat(best.value()).hasToString("1");
        assertThat(best.interval().low().number()).isZero();
        Commitment worst = Commitments.mixed(game, Equilibrium.SSE, Selection.PESSIMISTIC, Arithmetic.EXACT);
        assertThat(worst.value()).hasToString("0"); // the followers may coordinate on (A, A) whatever it does
        NormalFormGame pennies =
                NormalFormGame.bimatrix(new double[][] {{1, -1}, {-1, 1}}, new double[][] {{-1, 1}, {1, -1}});
        StackelbergGame none = StackelbergGame.of(List.of("l"), List.of(InducedGame.of(pennies, new double[4])));
        assertThatThrownBy(() -> Commitments.pure(none, Equilibrium.SSE, Selection.OPTIMISTIC, Arithmetic.EXACT))
                .hasMessageContaining("equilibrium (SSE) must exist");
        assertThatThrownBy(() -> Commitments.mixed(none, Equilibrium.SSE, Selection.OPTIMISTIC, Arithmetic.EXACT))
                .hasMessageContaining("equilibrium (SSE) must exist");
    }
}
