package org.sed4j.core.stackelberg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.sed4j.core.run.Rng;

/** Leaders who mix, against several followers. */
class MixedCommitmentsTest {
    private static final int GAMES = 1000;

    /** Optima come from programs solved to 1e-9 relative to rows; payoffs are of order 10. */
    private static final double SOLVED = 1e-7;

    /** Where a search ends: a millionth of the leader's range, which is at most 20. */
    private static final double SEARCHED = 2.1e-5;

    /** The games of two followers, each of whom plays Maintain with the leader, who gets the mean: every optimum is its. */
    private static StackelbergGame twice() {
        double[][] leader = {{20, 0, 0}, {30, 10, 0}, {0, 0, 5}};
        double[][] follower = {{15, 0, 0}, {0, 5, 0}, {0, 0, 10}};
        List<InducedGame> induced = new ArrayList<>();
        for (int l = 0; l < 3; l++) {
            double[][] payoffs = new double[2][9];
            double[] leads = new double[9];
            for (int a = 0; a < 9; a++) {
                payoffs[0][a] = follower[l][a / 3];
                payoffs[1][a] = follower[l][a % 3];
                leads[a] = (leader[l][a / 3] + leader[l][a % 3]) / 2;
            }
            induced.add(InducedGame.of(NormalFormGame.of(new int[] {3, 3}, payoffs), leads));
        }
        return StackelbergGame.of(List.of("A", "B", "C"), induced);
    }

    @Test
    void twoFollowersOfMaintain_areWorthWhatOneIs() {
        Commitment best = Commitments.mixed(twice(), Equilibrium.SSE, Selection.OPTIMISTIC, Arithmetic.EXACT);
        assertThat(best.value()).hasToString("55/2");
        assertThat(best.leader().get(0)).isCloseTo(0.25, within(SOLVED));
        assertThat(best.shortfall()).isZero();
        assertThat(best.interval().low().number()).isCloseTo(7.5, within(SOLVED));
        Commitment worst = Commitments.mixed(twice(), Equilibrium.SSE, Selection.PESSIMISTIC, Arithmetic.EXACT);
        assertThat(worst.value()).hasToString("55/2");
        assertThat(worst.attained()).isFalse();
    }

    @Test
    void twoFollowersOfMaintain_correlated_areWorthTheSame_withinTheBound() {
        Commitment best = Commitments.mixed(twice(), Equilibrium.CCE, Selection.OPTIMISTIC, Arithmetic.FLOATING);
        assertThat(best.value().number()).isCloseTo(27.5, within(3e-5));
        assertThat(best.shortfall()).isLessThan(3e-5);
        assertThat(best.certificate().gap()).isLessThan(SOLVED);
        Commitment worst = Commitments.mixed(twice(), Equilibrium.CCE, Selection.PESSIMISTIC, Arithmetic.FLOATING);
        assertThat(worst.value().number()).isBetween(27.4, 27.5); // a supremum, approached from above a quarter
        assertThat(worst.bound()).isGreaterThanOrEqualTo(27.5 - SOLVED);
        assertThat(worst.attained()).isTrue();
    }

    /**
     * Pennies whose stakes the leader sets: the row gets s for matching at A, the column s for mismatching at B, everything
     * else is 1. Both play A and B by indifference: P(A, A) = s / (1 + s)². With s = 1/3 + 8x/3 for the leader's mixture
     * (x, 1 - x) that is 3/16 at both ends and 1/4 at x = 1/4. Two actions each, so its one equilibrium is the only CCE.
     */
    static StackelbergGame stakes() {
        List<InducedGame> induced = new ArrayList<>();
        for (double s : new double[] {3, 1.0 / 3}) {
            double[][] payoffs = {{s, 0, 0, 1}, {0, 1, s, 0}};
            induced.add(InducedGame.of(NormalFormGame.of(new int[] {2, 2}, payoffs), new double[] {1, 0, 0, 0}));
        }
        return StackelbergGame.of(List.of("high", "low"), induced);
    }

    @Test
    void penniesWithStakes_areBestAtEvenStakes_whateverIsSelected() {
        for (Equilibrium equilibrium : List.of(Equilibrium.CCE, Equilibrium.NASH)) {
            for (Selection selection : Selection.values()) {
                Commitment pure = Commitments.pure(stakes(), equilibrium, selection, Arithmetic.EXACT);
                assertThat(pure.value()).hasToString("3/16");
                Commitment mixed = Commitments.mixed(stakes(), equilibrium, selection, Arithmetic.FLOATING);
                assertThat(mixed.value().number()).isCloseTo(0.25, within(1e-5));
                assertThat(mixed.leader().get(0)).isCloseTo(0.25, within(1e-2)); // flat at the optimum
                assertThat(mixed.bound()).isBetween(0.25 - SOLVED, 0.25 + 1e-5);
            }
        }
        assertThatThrownBy(() -> Commitments.mixed(stakes(), Equilibrium.SSE, Selection.PESSIMISTIC, Arithmetic.EXACT))
                .hasMessageContaining("equilibrium (SSE) must exist under some commitment");
        assertThatThrownBy(() -> Commitments.mixed(stakes(), Equilibrium.CCE, Selection.OPTIMISTIC, Arithmetic.EXACT))
                .hasMessageContaining("(EXACT) must be FLOATING");
    }

    @Test
    void aSingleFollowersWorstCase_isTheSameByRegionsAndByBranches() {
        for (int g = 0; g < GAMES; g++) {
            Rng rng = RandomGames.rng("branches", g);
            int[] types = {g % 4 == 0 ? 2 : 1};
            StackelbergGame game =
                    RandomGames.stackelberg(rng, g % 2 == 0, 1 + rng.below(3), types, new int[] {2 + rng.below(2)});
            for (Arithmetic arithmetic : Arithmetic.values()) {
                Terms terms = Terms.of(game, arithmetic);
                double byRegions =
                        new WorstBestResponse(terms).supremum().value().number();
                double byBranches = new WorstPureEquilibrium(terms)
                        .supremum()
                        .orElseThrow()
                        .value()
                        .number();
                assertThat(byBranches).as("game " + g + " " + arithmetic).isCloseTo(byRegions, within(SOLVED));
            }
        }
    }

    /** Where anything may change along the mixtures (x, 1 - x): gains change sign, or two profiles' worths cross. */
    private static List<Double> breakpoints(StackelbergGame game) {
        ResponseRegions regions = new ResponseRegions(Terms.of(game, Arithmetic.FLOATING), 0);
        List<double[]> lines = new ArrayList<>();
        for (int s = 0; s < regions.strategies.count(); s++) {
            for (int i = 0; i < game.followers().players(); i++) {
                for (int b = 0; b < game.followers().profiles().size(i); b++) {
                    lines.add(regions.gains(s, i, 0, b));
                }
            }
            for (int other = 0; other < s; other++) {
                double[] here = regions.objective(s);
                double[] there = regions.objective(other);
                lines.add(new double[] {here[0] - there[0], here[1] - there[1]});
            }
        }
        TreeSet<Double> points = new TreeSet<>(List.of(0.0, 1.0));
        for (double[] line : lines) {
            double x = line[1] / (line[1] - line[0]);
            if (x > 0 && x < 1) {
                points.add(x);
            }
        }
        return new ArrayList<>(points);
    }

    /** The supremum by hand: at every breakpoint, and towards both ends of every cell between two. */
    private static double supremum(StackelbergGame game, Selection selection) {
        List<Double> points = breakpoints(game);
        double best = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < points.size(); k++) {
            double x = points.get(k);
            best = Math.max(best, worth(game, x, selection));
            if (k + 1 < points.size() && points.get(k + 1) - x > 1e-9) {
                double next = points.get(k + 1);
                double early = worth(game, x + (next - x) / 4, selection); // linear inside a cell
                double late = worth(game, next - (next - x) / 4, selection);
                best = Math.max(best, Math.max(1.5 * early - 0.5 * late, 1.5 * late - 0.5 * early));
            }
        }
        return best;
    }

    private static double worth(StackelbergGame game, double x, Selection selection) {
        return ResponseRange.of(game.induce(Distribution.of(x, 1 - x)), Equilibrium.SSE, Arithmetic.FLOATING)
                .map(interval -> interval.value(selection).number())
                .orElse(-1e6);
    }

    @Test
    void pureEquilibriaOfTwoFollowers_areSolvedAsByBreakpoints() {
        int none = 0;
        int apart = 0;
        for (int g = 0; g < GAMES; g++) {
            Rng rng = RandomGames.rng("breakpoints", g);
            int[] actions = {2, 2 + rng.below(2)};
            StackelbergGame game = RandomGames.stackelberg(rng, g % 2 == 0, 2, new int[] {1, 1}, actions);
            double high = supremum(game, Selection.OPTIMISTIC);
            if (high < -1e5) {
                none++;
                assertThatThrownBy(() ->
                                Commitments.mixed(game, Equilibrium.SSE, Selection.PESSIMISTIC, Arithmetic.FLOATING))
                        .hasMessageContaining("must exist under some commitment");
                continue;
            }
            double low = supremum(game, Selection.PESSIMISTIC);
            apart += high > low + 1e-3 ? 1 : 0;
            for (Arithmetic arithmetic : Arithmetic.values()) {
                Commitment best = Commitments.mixed(game, Equilibrium.SSE, Selection.OPTIMISTIC, arithmetic);
                Commitment worst = Commitments.mixed(game, Equilibrium.SSE, Selection.PESSIMISTIC, arithmetic);
                assertThat(best.value().number()).as("game " + g).isCloseTo(high, within(SOLVED));
                assertThat(worst.value().number()).as("game " + g).isCloseTo(low, within(SOLVED));
                assertThat(best.certificate().gap()).isLessThan(SOLVED);
            }
        }
        assertThat(none).isBetween(1, GAMES / 4);
        assertThat(apart).isGreaterThan(GAMES / 10);
    }

    @Test
    void noMixture_getsMoreThanTheBound_norMoreThanWhatWasFound() {
        int games = 24; // all kinds, with fifty mixtures each
        int closed = 0;
        int searches = 0;
        for (int g = 0; g < games; g++) {
            Rng rng = RandomGames.rng("search", g);
            int[] types = {1, g % 3 == 0 ? 2 : 1};
            int actions = 2 + rng.below(2);
            StackelbergGame game = RandomGames.stackelberg(rng, g % 2 == 0, actions, types, new int[] {2, 2});
            for (Equilibrium equilibrium : List.of(Equilibrium.BCCE, Equilibrium.NASH)) {
                for (Selection selection : Selection.values()) {
                    if (equilibrium == Equilibrium.NASH && types[1] > 1) {
                        continue;
                    }
                    // A bound holds however early the search is given up, so it is given up early.
                    CommitmentSearch.Found found = new CommitmentSearch(game, equilibrium, selection, 0, 60).best();
                    Interval there = ResponseRange.of(game.induce(found.leader()), equilibrium, Arithmetic.FLOATING)
                            .orElseThrow();
                    assertThat(there.value(selection).number()).isCloseTo(found.value(), within(SOLVED));
                    Certificate certificate =
                            Certificates.bcce(game.induce(found.leader()).followers(), there.response(selection));
                    assertThat(certificate.gap()).isLessThan(SOLVED);
                    assertThat(found.bound()).isGreaterThanOrEqualTo(found.value());
                    boolean tight = found.bound() - found.value() < SEARCHED;
                    searches++;
                    closed += tight ? 1 : 0;
                    for (int trial = 0; trial < 50; trial++) {
                        InducedGame induced = game.induce(RandomGames.mixture(rng, actions));
                        double value = ResponseRange.of(induced, equilibrium, Arithmetic.FLOATING)
                                .orElseThrow()
                                .value(selection)
                                .number();
                        assertThat(value).as("game " + g).isLessThanOrEqualTo(found.bound() + SOLVED);
                    }
                }
            }
        }
        assertThat(closed).isGreaterThan(3 * searches / 4);
    }
}
