package org.sed4j.core.stackelberg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.sed4j.core.run.Rng;

/** What must hold in every game, on a thousand seeded ones and more, half of them full of ties. */
class TheoremsTest {
    private static final int GAMES = 1000;

    /** What solvers promise on payoffs of order 10. */
    private static final double EXACT = 1e-9;

    /** Optima come from programs solved to 1e-9 relative to rows; payoffs are of order 10, values sums of a few of them. */
    private static final double SOLVED = 1e-7;

    private static NormalFormGame bimatrix(String name, int g) {
        Rng rng = RandomGames.rng(name, g);
        return RandomGames.normalForm(rng, g % 2 == 0, 1 + rng.below(3) + (g % 5 == 0 ? 1 : 0), 1 + rng.below(3));
    }

    @Test
    void theStrongStackelbergValue_isAtLeastTheLeadersInEveryNashEquilibrium() {
        for (int g = 0; g < GAMES; g++) {
            NormalFormGame game = bimatrix("sse", g);
            double value = Commitments.mixed(
                            StackelbergGame.leading(game), Equilibrium.SSE, Selection.OPTIMISTIC, Arithmetic.FLOATING)
                    .value()
                    .number();
            List<MixedEquilibrium> nash = SupportEnumeration.extreme(game);
            assertThat(nash).as("game " + g).isNotEmpty(); // Nash (1950)
            for (MixedEquilibrium equilibrium : nash) {
                double leader = game.payoff(0, game.product(equilibrium.strategies()));
                assertThat(value).as("game " + g).isGreaterThanOrEqualTo(leader - SOLVED);
            }
        }
    }

    @Test
    void everyNashEquilibrium_passesTheNashCeAndCceCheckers() {
        for (int g = 0; g < GAMES; g++) {
            NormalFormGame game = bimatrix("nash", g);
            for (MixedEquilibrium equilibrium : SupportEnumeration.extreme(game)) {
                Distribution joint = game.product(equilibrium.strategies());
                assertThat(Certificates.nash(game, equilibrium.strategies()).proves(EXACT))
                        .as("game " + g)
                        .isTrue();
                assertThat(Certificates.ce(game, joint).proves(EXACT))
                        .as("game " + g)
                        .isTrue();
                assertThat(Certificates.cce(game, joint).proves(EXACT))
                        .as("game " + g)
                        .isTrue();
            }
        }
    }

    @Test
    void supportEnumeration_agreesWithVertexEnumeration() {
        int degenerate = 0;
        for (int g = 0; g < GAMES; g++) {
            NormalFormGame game = bimatrix("vertices", g);
            List<MixedEquilibrium> bySupport = SupportEnumeration.extreme(game);
            assertThat(new HashSet<>(bySupport))
                    .as("game " + g)
                    .hasSameSizeAs(bySupport)
                    .isEqualTo(VertexEnumeration.extreme(game));
            degenerate += bySupport.size() % 2 == 0 ? 1 : 0; // a non-degenerate game has an odd number
        }
        assertThat(degenerate).isGreaterThan(50);
    }

    @Test
    void theOptimumOfACorrelatedProgram_isSuchAnEquilibriumItself() {
        for (int g = 0; g < GAMES; g++) {
            Rng rng = RandomGames.rng("programs", g);
            NormalFormGame game = g % 3 == 0
                    ? RandomGames.normalForm(rng, g % 2 == 0, 2, 2, 2)
                    : RandomGames.normalForm(rng, g % 2 == 0, 1 + rng.below(3), 1 + rng.below(3));
            double[] objective =
                    RandomGames.normalForm(rng, false, game.profiles().count()).payoffs(0);
            Interval cce = Equilibria.cce(game, objective, Arithmetic.FLOATING);
            Interval ce = Equilibria.ce(game, objective, Arithmetic.FLOATING);
            for (Response extreme : List.of(cce.best(), cce.worst())) {
                assertThat(Certificates.cce(game, extreme.byType().get(0)).gap())
                        .as("game " + g)
                        .isLessThan(EXACT);
            }
            for (Response extreme : List.of(ce.best(), ce.worst())) {
                assertThat(Certificates.ce(game, extreme.byType().get(0)).gap())
                        .as("game " + g)
                        .isLessThan(EXACT);
            }
            // CE ⊆ CCE
            assertThat(ce.high().number()).isLessThanOrEqualTo(cce.high().number() + SOLVED);
            assertThat(ce.low().number()).isGreaterThanOrEqualTo(cce.low().number() - SOLVED);
        }
    }

    @Test
    void theOptimumOfABayesianProgram_isABayesianCoarseCorrelatedEquilibrium() {
        for (int g = 0; g < GAMES; g++) {
            Rng rng = RandomGames.rng("bayes", g);
            StackelbergGame game =
                    RandomGames.stackelberg(rng, g % 2 == 0, 1, new int[] {2, 1 + rng.below(2)}, new int[] {2, 2});
            InducedGame induced = game.induce(0);
            Interval bcce = Equilibria.bcce(induced, Arithmetic.FLOATING);
            assertThat(Certificates.bcce(induced.followers(), bcce.best()).gap())
                    .as("game " + g)
                    .isLessThan(EXACT);
            assertThat(Certificates.bcce(induced.followers(), bcce.worst()).gap())
                    .as("game " + g)
                    .isLessThan(EXACT);
            assertThat(induced.leader(bcce.best())).isCloseTo(bcce.high().number(), within(SOLVED));
            for (int s : PureEquilibria.of(induced.followers(), 0)) { // every pure Bayes-Nash equilibrium is one
                Response pure = induced.followers().respond(induced.followers().strategies(), s);
                assertThat(Certificates.bcce(induced.followers(), pure).gap()).isLessThan(EXACT);
                assertThat(induced.leader(pure))
                        .isBetween(bcce.low().number() - SOLVED, bcce.high().number() + SOLVED);
            }
        }
    }

    @Test
    void floatingAndExactCommitments_agree() {
        for (int g = 0; g < GAMES; g++) {
            Rng rng = RandomGames.rng("both", g);
            int[] types = {g % 4 == 0 ? 2 : 1};
            StackelbergGame game =
                    RandomGames.stackelberg(rng, g % 2 == 0, 1 + rng.below(3), types, new int[] {2 + rng.below(2)});
            for (Selection selection : Selection.values()) {
                Commitment floating = Commitments.mixed(game, Equilibrium.SSE, selection, Arithmetic.FLOATING);
                Commitment exact = Commitments.mixed(game, Equilibrium.SSE, selection, Arithmetic.EXACT);
                assertThat(floating.value().number())
                        .as("game " + g)
                        .isCloseTo(exact.value().number(), within(SOLVED));
                assertThat(exact.value().exact()).isPresent();
            }
        }
    }

    @Test
    void commitmentsAreOrdered_pessimisticBelowOptimistic_pureBelowMixed_andNoCommitmentBeatsThem() {
        for (int g = 0; g < GAMES; g++) {
            Rng rng = RandomGames.rng("order", g);
            StackelbergGame game = RandomGames.stackelberg(
                    rng, g % 2 == 0, 2 + rng.below(2), new int[] {1 + g % 2}, new int[] {2 + rng.below(2)});
            double high = mixed(game, Selection.OPTIMISTIC);
            double low = mixed(game, Selection.PESSIMISTIC);
            assertThat(low).as("game " + g).isLessThanOrEqualTo(high + SOLVED);
            assertThat(pure(game, Selection.OPTIMISTIC)).isLessThanOrEqualTo(high + SOLVED);
            assertThat(pure(game, Selection.PESSIMISTIC)).isLessThanOrEqualTo(low + SOLVED);
            for (int trial = 0; trial < 5; trial++) {
                InducedGame induced = game.induce(
                        RandomGames.mixture(rng, game.leaderActions().size()));
                Interval there = Equilibria.bcce(induced, Arithmetic.FLOATING);
                assertThat(there.high().number()).isLessThanOrEqualTo(high + SOLVED);
                assertThat(there.low().number()).isLessThanOrEqualTo(low + SOLVED);
            }
        }
    }

    private static double mixed(StackelbergGame game, Selection selection) {
        return Commitments.mixed(game, Equilibrium.SSE, selection, Arithmetic.FLOATING)
                .value()
                .number();
    }

    private static double pure(StackelbergGame game, Selection selection) {
        return Commitments.pure(game, Equilibrium.SSE, selection, Arithmetic.FLOATING)
                .value()
                .number();
    }

    @Test
    void thePessimisticSupremum_isApproachedFromNearby() {
        int approached = 0;
        int games = 200; // a thousand commitments are tried in each
        for (int g = 0; g < games; g++) {
            Rng rng = RandomGames.rng("approach", g);
            StackelbergGame game = RandomGames.stackelberg(rng, false, 2, new int[] {1}, new int[] {3});
            double supremum = mixed(game, Selection.PESSIMISTIC);
            double best = Double.NEGATIVE_INFINITY;
            for (int step = 0; step <= 1000; step++) {
                double x = step / 1000.0;
                Optional<Interval> there =
                        ResponseRange.of(game.induce(Distribution.of(x, 1 - x)), Equilibrium.SSE, Arithmetic.FLOATING);
                best = Math.max(best, there.orElseThrow().low().number());
            }
            assertThat(best).as("game " + g).isLessThanOrEqualTo(supremum + SOLVED);
            approached += best > supremum - 0.05 ? 1 : 0; // slopes reach 20 per unit, cells are 1/1000 wide
        }
        assertThat(approached).isGreaterThan((int) (0.98 * games));
    }

    @Test
    void everyNashEquilibrium_survivesIteratedDominance() {
        int reduced = 0;
        for (int g = 0; g < GAMES; g++) {
            NormalFormGame game = bimatrix("dominance", g);
            IteratedDominance.Survivors survivors = IteratedDominance.of(game, Arithmetic.FLOATING);
            assertThat(survivors.kept())
                    .isEqualTo(IteratedDominance.of(game, Arithmetic.EXACT).kept());
            reduced += survivors.order().isEmpty() ? 0 : 1;
            for (MixedEquilibrium equilibrium : SupportEnumeration.extreme(game)) {
                assertThat(supported(equilibrium.row(), survivors.kept().get(0)))
                        .as("game " + g)
                        .isTrue();
                assertThat(supported(equilibrium.column(), survivors.kept().get(1)))
                        .as("game " + g)
                        .isTrue();
            }
        }
        assertThat(reduced).isGreaterThan(100);
    }

    private static boolean supported(List<BigFraction> strategy, List<Integer> kept) {
        List<Integer> support = new ArrayList<>();
        for (int a = 0; a < strategy.size(); a++) {
            if (strategy.get(a).doubleValue() > 0) {
                support.add(a);
            }
        }
        return kept.containsAll(support);
    }
}
