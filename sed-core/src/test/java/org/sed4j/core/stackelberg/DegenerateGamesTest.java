package org.sed4j.core.stackelberg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sed4j.core.run.Rng;
import org.sed4j.core.stackelberg.named.MatrixDesign;

/** Numbers that are nearly tied, tiny, huge, far from 0, rare, or too long. */
class DegenerateGamesTest {
    private static final double[][] LEADER = {{20, 0, 0}, {30, 10, 0}, {0, 0, 5}};
    private static final double[][] FOLLOWER = {{15, 0, 0}, {0, 5, 0}, {0, 0, 10}};

    /** What solvers promise, relative to the payoffs' range. */
    private static final double SOLVED = 1e-8;

    private static double[][] changed(double[][] payoffs, double scale, double shift) {
        double[][] changed = new double[payoffs.length][payoffs.length];
        for (int r = 0; r < payoffs.length; r++) {
            for (int c = 0; c < payoffs.length; c++) {
                changed[r][c] = payoffs[r][c] * scale + shift;
            }
        }
        return changed;
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-15, 1e-9, 1, 1e9, 1e15, 1e300})
    void maintain_inAnyUnits_isSolved(double unit) {
        for (double other : new double[] {1, unit}) {
            StackelbergGame game = StackelbergGame.leading(
                    NormalFormGame.bimatrix(changed(LEADER, unit, 0), changed(FOLLOWER, other, 0)));
            for (Selection selection : Selection.values()) {
                Commitment mixed = Commitments.mixed(game, Equilibrium.SSE, selection, Arithmetic.FLOATING);
                assertThat(mixed.value().number() / unit).isCloseTo(27.5, within(SOLVED));
                assertThat(mixed.leader().get(0)).isCloseTo(0.25, within(SOLVED));
                assertThat(mixed.attained()).isEqualTo(selection == Selection.OPTIMISTIC);
                Commitment pure = Commitments.pure(game, Equilibrium.CCE, selection, Arithmetic.FLOATING);
                assertThat(pure.value().number() / unit).isCloseTo(20, within(SOLVED));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e9, -50, 1e6, 1e12})
    void maintain_farFromZero_isSolved(double shift) {
        StackelbergGame game = StackelbergGame.leading(
                NormalFormGame.bimatrix(changed(LEADER, 1, shift), changed(FOLLOWER, 1, shift)));
        for (Arithmetic arithmetic : Arithmetic.values()) {
            for (Selection selection : Selection.values()) {
                Commitment mixed = Commitments.mixed(game, Equilibrium.SSE, selection, arithmetic);
                assertThat(mixed.value().number() - shift).isCloseTo(27.5, within(Math.abs(shift) * 1e-15 + SOLVED));
                assertThat(mixed.leader().get(0)).isCloseTo(0.25, within(SOLVED));
            }
        }
    }

    @Test
    void correlatedEquilibria_ofNearlyTiedGames_areFound() {
        for (int g = 0; g < 2000; g++) {
            Rng rng = RandomGames.rng("near", g);
            NormalFormGame ties = RandomGames.normalForm(rng, true, 2 + rng.below(2), 2 + rng.below(2));
            double by = Math.pow(10, -2 - rng.below(12));
            double[][] payoffs = new double[2][];
            for (int i = 0; i < 2; i++) {
                payoffs[i] = ties.payoffs(i);
                for (int a = 0; a < payoffs[i].length; a++) {
                    payoffs[i][a] += by * (rng.below(5) - 2);
                }
            }
            NormalFormGame game = NormalFormGame.of(
                    new int[] {ties.profiles().size(0), ties.profiles().size(1)}, payoffs);
            double[] objective =
                    RandomGames.normalForm(rng, true, ties.profiles().count()).payoffs(0);
            for (Interval interval : List.of(
                    Equilibria.cce(game, objective, Arithmetic.FLOATING),
                    Equilibria.ce(game, objective, Arithmetic.FLOATING))) {
                assertThat(interval.low().number())
                        .as("game " + g)
                        .isLessThan(interval.high().number() + SOLVED);
                assertThat(Certificates.cce(game, interval.best().byType().get(0))
                                .gap())
                        .as("game " + g)
                        .isLessThan(SOLVED);
                assertThat(Certificates.cce(game, interval.worst().byType().get(0))
                                .gap())
                        .as("game " + g)
                        .isLessThan(SOLVED);
            }
        }
    }

    @Test
    void aTieThatRoundingBreaks_staysATie() {
        // Indifferent at 1/3, where 2 · 1/3 and 1 · 2/3 round apart; the leader gets 1 or 0.
        StackelbergGame game = StackelbergGame.leading(NormalFormGame.bimatrix(
                new double[][] {{1, 0}, {1, 0}}, new double[][] {{0.2, 0}, {0, 0.1}}));
        InducedGame induced = game.induce(Distribution.of(1.0 / 3, 2.0 / 3));
        for (Interval interval : List.of(
                Equilibria.bcce(induced, Arithmetic.FLOATING),
                ResponseRange.of(induced, Equilibrium.SSE, Arithmetic.FLOATING).orElseThrow())) {
            assertThat(interval.low().number()).isCloseTo(0, within(SOLVED));
            assertThat(interval.high().number()).isCloseTo(1, within(SOLVED));
        }
    }

    /** One follower whose second type is rare, and wants what the first does. */
    private static StackelbergGame rare(double chance) {
        List<InducedGame> induced = new ArrayList<>();
        for (int l = 0; l < 3; l++) {
            double[][][] payoffs = {{FOLLOWER[l], FOLLOWER[l]}};
            BayesianGame game = BayesianGame.of(
                    List.of(List.of("common", "rare")),
                    Distribution.of(1 - chance, chance),
                    List.of(List.of("A", "B", "C")),
                    payoffs);
            induced.add(InducedGame.of(game, new double[][] {LEADER[l], LEADER[l]}));
        }
        return StackelbergGame.of(List.of("A", "B", "C"), induced);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-14, 1e-10, 1e-6, 0.1})
    void aRareType_countsAsItIs(double chance) {
        for (Selection selection : Selection.values()) {
            Commitment mixed = Commitments.mixed(rare(chance), Equilibrium.SSE, selection, Arithmetic.FLOATING);
            assertThat(mixed.value().number()).isCloseTo(27.5, within(SOLVED));
        }
    }

    @Test
    void aPriorThatIsRoundedShort_isStillADistribution() {
        // Three thirds to ten digits sum to 0.9999999999, which is let pass; a leader who always gets 1 gets 1.
        double third = 0.3333333333;
        BayesianGame follower = BayesianGame.of(
                List.of(List.of("a", "b", "c")),
                Distribution.of(third, third, third),
                List.of(List.of("stay")),
                new double[1][3][1]);
        StackelbergGame game =
                StackelbergGame.of(List.of("l"), List.of(InducedGame.of(follower, new double[][] {{1}, {1}, {1}})));
        assertThat(Commitments.pure(game, Equilibrium.SSE, Selection.OPTIMISTIC, Arithmetic.EXACT)
                        .value())
                .hasToString("1");
        assertThat(Commitments.pure(game, Equilibrium.SSE, Selection.OPTIMISTIC, Arithmetic.FLOATING)
                        .value()
                        .number())
                .isEqualTo(1);
    }

    @Test
    void productsTooLongForTheExactPath_areRefusedByIt() {
        // Prior and payoffs have ten digits each: either fits, their products do not.
        BayesianGame follower = BayesianGame.of(
                List.of(List.of("a", "b")),
                Distribution.of(0.1234567891, 0.8765432109),
                List.of(List.of("stay")),
                new double[1][2][1]);
        StackelbergGame game =
                StackelbergGame.of(List.of("l"), List.of(InducedGame.of(follower, new double[][] {{1.1234567891}, {0}
                })));
        assertThat(Arithmetic.isExactFor(game)).isFalse();
        assertThatThrownBy(() -> Commitments.pure(game, Equilibrium.SSE, Selection.OPTIMISTIC, Arithmetic.EXACT))
                .hasMessageContaining("too many digits for the exact path");
    }

    @Test
    void payoffsInSixths_areExact_inBothForms() {
        Commitment mixed = Commitments.mixed(
                MatrixDesign.published(0, 1), Equilibrium.SSE, Selection.OPTIMISTIC, Arithmetic.EXACT);
        assertThat(mixed.value()).hasToString("5/3");
    }
}
