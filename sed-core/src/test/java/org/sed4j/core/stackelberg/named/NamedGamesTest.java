package org.sed4j.core.stackelberg.named;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sed4j.core.stackelberg.Arithmetic;
import org.sed4j.core.stackelberg.Certificates;
import org.sed4j.core.stackelberg.Commitment;
import org.sed4j.core.stackelberg.Commitments;
import org.sed4j.core.stackelberg.Distribution;
import org.sed4j.core.stackelberg.Equilibria;
import org.sed4j.core.stackelberg.Equilibrium;
import org.sed4j.core.stackelberg.InducedGame;
import org.sed4j.core.stackelberg.Interval;
import org.sed4j.core.stackelberg.PureEquilibria;
import org.sed4j.core.stackelberg.Selection;
import org.sed4j.core.stackelberg.StackelbergGame;

/** Exact values of paper 003's games: by hand where said, else enumerated or by linear programs outside this library. */
class NamedGamesTest {
    /** What the exact values are asked of the floating path. */
    private static final double EXACT = 1e-9;

    private static final List<Arithmetic> BOTH = List.of(Arithmetic.FLOATING, Arithmetic.EXACT);

    private static StackelbergGame game(String name) {
        return NamedGames.of(name);
    }

    @ParameterizedTest
    @CsvSource({"escape, 30, 30, 0 0 1", "maintain, 20, 55/2, 1/4 3/4 0", "game-3, 2, 5/2, 1/2 1/2", "game-4, 1, 1, 1 0"
    })
    void normalFormGames_haveTheirOptima(String name, String pure, String mixed, String strategy) {
        for (Arithmetic arithmetic : BOTH) {
            Commitment action = Commitments.pure(game(name), Equilibrium.SSE, Selection.OPTIMISTIC, arithmetic);
            Commitment mixture = Commitments.mixed(game(name), Equilibrium.SSE, Selection.OPTIMISTIC, arithmetic);
            assertThat(action.value().number()).isCloseTo(number(pure), within(EXACT));
            assertThat(mixture.value().number()).isCloseTo(number(mixed), within(EXACT));
            assertThat(mixture.attained()).isTrue();
            assertThat(mixture.certificate().gap()).isLessThan(EXACT);
            String[] weights = strategy.split(" ");
            for (int l = 0; l < weights.length; l++) {
                assertThat(mixture.leader().get(l)).isCloseTo(number(weights[l]), within(EXACT));
            }
            if (arithmetic == Arithmetic.EXACT) {
                assertThat(action.value()).hasToString(pure);
                assertThat(mixture.value()).hasToString(mixed);
            }
        }
    }

    private static double number(String fraction) {
        String[] parts = fraction.split("/");
        return Double.parseDouble(parts[0]) / (parts.length == 1 ? 1 : Double.parseDouble(parts[1]));
    }

    @Test
    void maintain_atAQuarter_isWorth27AndAHalfOr7AndAHalfByTies() {
        InducedGame cliff = NamedGames.maintain().induce(Distribution.of(0.25, 0.75, 0));
        for (Arithmetic arithmetic : BOTH) {
            Interval interval = Equilibria.bcce(cliff, arithmetic);
            assertThat(interval.high().number()).isCloseTo(27.5, within(EXACT));
            assertThat(interval.low().number()).isCloseTo(7.5, within(EXACT));
        }
    }

    @ParameterizedTest
    @CsvSource({"0.26, 27.4", "0.30, 27.0"})
    void maintain_aboveAQuarter_fallsByTenTimesTheExcess(double a, double value) { // 30 - 10 a, not 27.5 + ε
        Interval interval =
                Equilibria.bcce(NamedGames.maintain().induce(Distribution.of(a, 1 - a, 0)), Arithmetic.FLOATING);
        assertThat(interval.low().number()).isCloseTo(value, within(EXACT));
        assertThat(interval.high().number()).isCloseTo(value, within(EXACT));
    }

    @Test
    void maintain_withPessimisticTies_isASupremumThatIsNotAttained() {
        for (Arithmetic arithmetic : BOTH) {
            Commitment commitment =
                    Commitments.mixed(NamedGames.maintain(), Equilibrium.SSE, Selection.PESSIMISTIC, arithmetic);
            assertThat(commitment.value().number()).isCloseTo(27.5, within(EXACT));
            assertThat(commitment.attained()).isFalse();
            assertThat(commitment.interval().low().number()).isCloseTo(7.5, within(EXACT));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 8/25, 1", "0.5, 23/81, 1", "1, 1/4, 1", "1.5, 1, 1", "2, 1, 1", "4, 1, 1", "10, 1, 1"})
    void matrixDesign_hasTheseCoarseCorrelatedRanges(double tau, String low, String high) {
        // By linear programs to three digits; 23/81 at τ = ½ is the mixed equilibrium (7/9, 8/9).
        for (Arithmetic arithmetic : BOTH) {
            Interval cce = Equilibria.bcce(MatrixDesign.paper(tau), arithmetic);
            assertThat(cce.low().number()).isCloseTo(number(low), within(EXACT));
            assertThat(cce.high().number()).isCloseTo(number(high), within(EXACT));
            assertThat(Certificates.bcce(MatrixDesign.paper(tau).followers(), cce.worst())
                            .gap())
                    .isLessThan(EXACT);
            if (arithmetic == Arithmetic.EXACT) {
                assertThat(cce.low()).hasToString(low);
            }
        }
    }

    @Test
    void matrixDesign_isSolvedByAnyCommitment_optimistically_andByTauAboveOne_pessimistically() {
        Commitment optimistic =
                Commitments.pure(game("matrix-design"), Equilibrium.CCE, Selection.OPTIMISTIC, Arithmetic.EXACT);
        Commitment pessimistic =
                Commitments.pure(game("matrix-design"), Equilibrium.CCE, Selection.PESSIMISTIC, Arithmetic.EXACT);
        assertThat(optimistic.value()).hasToString("1");
        assertThat(optimistic.leader().mode()).isZero();
        assertThat(pessimistic.value()).hasToString("1");
        assertThat(pessimistic.leader().mode()).isEqualTo(2); // τ = 2, the first whole number above 1
        assertThat(pessimistic.interval().low()).hasToString("1");
    }

    @Test
    void matrixDesign_atZero_hasThreeNashEquilibria() { // (A,B), (B,A), and 4/5 on A for both: P(different) = .32
        Commitment mixed = Commitments.pure(
                StackelbergGame.of(List.of("tau=0"), List.of(MatrixDesign.paper(0))),
                Equilibrium.NASH,
                Selection.PESSIMISTIC,
                Arithmetic.EXACT);
        assertThat(mixed.value()).hasToString("8/25");
        assertThat(mixed.certificate().gap()).isLessThan(EXACT);
        assertThat(PureEquilibria.of(MatrixDesign.paper(0).followers(), 0)).containsExactly(1, 2);
    }

    @Test
    void matrixDesign_inTheCodesForm_isWorthFiveThirds() {
        for (Selection selection : Selection.values()) {
            Commitment commitment =
                    Commitments.pure(game("matrix-design-code"), Equilibrium.CCE, selection, Arithmetic.EXACT);
            assertThat(commitment.value()).hasToString("5/3");
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 1, 1/3", "3, 2, 2/3", "3, 3, 1", "4, 2, 1/2", "2, 5, 1"})
    void simpleAllocation_isWorthTheItemsThatMessagesCanTellApart(int k, int m, String value) {
        StackelbergGame game = SimpleAllocation.of(k, m);
        for (Arithmetic arithmetic : BOTH) {
            Commitment pure = Commitments.pure(game, Equilibrium.BCCE, Selection.OPTIMISTIC, arithmetic);
            assertThat(pure.value().number()).isCloseTo(number(value), within(EXACT));
            if (arithmetic == Arithmetic.EXACT) {
                assertThat(pure.value()).hasToString(value);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 1, 1/3", "3, 2, 2/3", "3, 3, 1"})
    void simpleAllocation_gainsNothingFromRandomising(int k, int m, String value) {
        Commitment mixed = Commitments.mixed(
                SimpleAllocation.of(k, m), Equilibrium.SSE, Selection.OPTIMISTIC, Arithmetic.FLOATING);
        assertThat(mixed.value().number()).isCloseTo(number(value), within(EXACT));
        assertThat(mixed.certificate().gap()).isLessThan(EXACT);
    }

    @Test
    void messagePricing_withTwoMessages_losesNothing() {
        Commitment commitment =
                Commitments.pure(MessagePricing.of(0.2), Equilibrium.SSE, Selection.OPTIMISTIC, Arithmetic.FLOATING);
        assertThat(commitment.value().number()).isCloseTo(0, within(EXACT));
    }

    @Test
    void messagePricing_withoutMessages_loses15Hundredths() {
        for (Arithmetic arithmetic : BOTH) {
            Commitment silent =
                    Commitments.pure(MessagePricing.silent(0.2), Equilibrium.SSE, Selection.OPTIMISTIC, arithmetic);
            assertThat(silent.value().number()).isCloseTo(-0.15, within(EXACT));
            if (arithmetic == Arithmetic.EXACT) {
                assertThat(silent.value()).hasToString("-3/20");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.29, false",
        "0.1, 0.31, true",
        "0.1, 1.29, true",
        "0.1, 1.31, false",
        "0.5, 0.49, false",
        "0.5, 1.49, true",
        "0.5, 1.51, false"
    })
    void messagePricing_isTruthfulWithinHalvedBounds(double q, double h, boolean truthful) {
        // (1/2 + q) / 2 ≤ h ≤ (1/(2ε) + q) / 2 for agent 0; q the price after the low message. The paper's h up to 2.5
        // is not.
        InducedGame induced = MessagePricing.mechanism(0.2, q, q, h);
        int low = 0;
        int truth = induced.followers().strategies().index(1, low); // agent 0: says 0 when low, 1 when high
        assertThat(PureEquilibria.of(induced.followers(), EXACT).contains(truth))
                .isEqualTo(truthful);
        double loss =
                induced.leader(induced.followers().respond(induced.followers().strategies(), truth));
        boolean sellsToTheHigh = h <= 2.5;
        assertThat(loss == 0).isEqualTo(sellsToTheHigh);
    }

    @ParameterizedTest
    @CsvSource({"0.1", "0.3", "0.45"})
    void messagePricing_losesNothingForAnyEpsilonBelowAHalf(double epsilon) {
        Commitment commitment = Commitments.pure(
                MessagePricing.of(epsilon), Equilibrium.SSE, Selection.OPTIMISTIC, Arithmetic.FLOATING);
        assertThat(commitment.value().number()).isCloseTo(0, within(EXACT));
    }

    @Test
    void parameters_outOfRange_areRefused() {
        assertThatThrownBy(() -> MessagePricing.of(0)).hasMessageContaining("epsilon (0.0)");
        assertThatThrownBy(() -> SimpleAllocation.of(0, 2)).hasMessageContaining("items k (0)");
        assertThatThrownBy(() -> SimpleAllocation.of(100, 10)).hasMessageContaining("must be at most 16777216");
    }
}
