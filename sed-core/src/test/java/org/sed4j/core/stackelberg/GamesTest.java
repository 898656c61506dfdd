package org.sed4j.core.stackelberg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sed4j.core.game.Design;

class GamesTest {
    /** Roundings of sums of a few numbers. */
    private static final double EXACT = 1e-12;

    @Test
    void profiles_areCountedLikeNumbers() {
        Profiles profiles = Profiles.of(2, 3);
        assertThat(profiles.count()).isEqualTo(6);
        assertThat(profiles.at(4)).containsExactly(1, 1);
        assertThat(profiles.index(1, 1)).isEqualTo(4);
        assertThat(profiles.with(4, 0, 0)).isEqualTo(1);
        for (int a = 0; a < 6; a++) {
            assertThat(profiles.index(profiles.at(a))).isEqualTo(a);
        }
        assertThatThrownBy(() -> profiles.index(0, 3)).hasMessageContaining("choice (3) of player 1");
    }

    @Test
    void profiles_emptyOrTooMany_areRefused() {
        assertThatThrownBy(() -> Profiles.of(2, 0)).hasMessageContaining("choices of player 1 (0)");
        assertThatThrownBy(() -> Profiles.of(1000, 1000, 1000))
                .hasMessageContaining("(1000000000) must be at most 16777216");
        assertThatThrownBy(() -> Profiles.of(1 << 30, 1 << 30, 1 << 30, 1 << 30))
                .hasMessageContaining("16777216");
    }

    @Test
    void distribution_thatIsNone_isRefusedByEntryOrSum() {
        assertThatThrownBy(() -> Distribution.of(0.5, -0.5, 1)).hasMessageContaining("probability 1 (-0.5)");
        assertThatThrownBy(() -> Distribution.of(0.5, Double.NaN)).hasMessageContaining("probability 1 (NaN)");
        assertThatThrownBy(() -> Distribution.of(0.5, 0.4)).hasMessageContaining("sum of 2 probabilities (0.9)");
        assertThatThrownBy(() -> Distribution.of()).hasMessageContaining("outcomes of a distribution (0)");
        assertThatThrownBy(() -> Distribution.proportional(0, 0)).hasMessageContaining("all weights are 0");
    }

    @Test
    void distribution_drawsInProportion() {
        Distribution distribution = Distribution.of(0.25, 0, 0.75);
        var rng = RandomGames.rng("draws", 0);
        int[] counts = new int[3];
        int draws = 20_000;
        for (int d = 0; d < draws; d++) {
            counts[distribution.draw(rng)]++;
        }
        assertThat(counts[1]).isZero();
        assertThat(counts[0] / (double) draws).isCloseTo(0.25, within(0.0125)); // four standard errors
        assertThat(distribution.mode()).isEqualTo(2);
    }

    @Test
    void payoffsThatAreNaN_raggedOrMissing_areNamed() {
        double[][] good = {{1, 2}, {3, 4}};
        assertThatThrownBy(() -> NormalFormGame.bimatrix(good, new double[][] {{1, 2}, {3}}))
                .hasMessageContaining("length of row 1 of the column player's payoffs (1) must be 2");
        assertThatThrownBy(() -> NormalFormGame.bimatrix(good, new double[][] {{1, 2}, {3, Double.NaN}}))
                .hasMessageContaining("payoff of player 1 at [1, 1] (NaN)");
        assertThatThrownBy(() -> NormalFormGame.bimatrix(good, new double[][] {{1, 2}}))
                .hasMessageContaining("rows of the column player's payoffs (1) must be 2");
        assertThatThrownBy(() -> NormalFormGame.of(List.of(List.of("A"), List.of()), new double[2][1]))
                .hasMessageContaining("choices of player 1 (0)");
        assertThatThrownBy(() -> NormalFormGame.of(new int[] {2, 2}, new double[1][4]))
                .hasMessageContaining("rows of payoffs (1) must be 2");
    }

    @Test
    void bayesianGame_withAnotherPriorOrRaggedTypes_isRefused() {
        List<List<String>> types = List.of(List.of("low", "high"));
        List<List<String>> actions = List.of(List.of("stay", "go"));
        assertThatThrownBy(() -> BayesianGame.of(types, Distribution.uniform(3), actions, new double[1][2][2]))
                .hasMessageContaining("type profiles of the prior (3) must be 2");
        assertThatThrownBy(() -> BayesianGame.of(types, Distribution.uniform(2), actions, new double[1][3][2]))
                .hasMessageContaining("type profiles of the payoffs of player 0 (3) must be 2");
        assertThatThrownBy(() -> BayesianGame.of(types, Distribution.uniform(2), actions, new double[2][2][2]))
                .hasMessageContaining("must be the same number");
    }

    @Test
    void bayesianStrategies_playAsTheirTypes() {
        BayesianGame game = BayesianGame.of(
                List.of(List.of("low", "high"), List.of("-")),
                Distribution.uniform(2),
                List.of(List.of("a", "b", "c"), List.of("x", "y")),
                new double[2][2][6]);
        Profiles strategies = game.strategies();
        assertThat(strategies).isEqualTo(Profiles.of(9, 2));
        assertThat(game.action(0, 5, 0)).isEqualTo(1); // 5 = 1·3 + 2
        assertThat(game.action(0, 5, 1)).isEqualTo(2);
        assertThat(game.play(strategies, strategies.index(5, 1), 1))
                .isEqualTo(game.profiles().index(2, 1));
    }

    @Test
    void correlatedTypes_shiftWhatAPlayerExpects() {
        // Types agree with probability 0.9; player 0 wants to match player 1's action, which is its type.
        double[][][] payoffs = new double[2][4][4];
        for (int t = 0; t < 4; t++) {
            payoffs[0][t] = new double[] {1, 0, 0, 1};
        }
        BayesianGame game = BayesianGame.of(
                List.of(List.of("0", "1"), List.of("0", "1")),
                Distribution.of(0.45, 0.05, 0.05, 0.45),
                List.of(List.of("0", "1"), List.of("0", "1")),
                payoffs);
        List<Distribution> asTyped = List.of(Distribution.pure(2, 0), Distribution.pure(2, 1));
        List<Distribution> opposed = List.of(Distribution.pure(2, 1), Distribution.pure(2, 0));
        assertThat(Certificates.bayesNash(game, List.of(asTyped, asTyped)).gap())
                .isZero();
        Certificate certificate = Certificates.bayesNash(game, List.of(opposed, asTyped));
        assertThat(certificate.gap()).isCloseTo(0.8, within(EXACT)); // .9 - .1, conditional on the type
        assertThat(certificate.gaps()).hasSize(4);
        assertThat(certificate.witness().player()).isZero();
    }

    @Test
    void leading_putsPlayerZeroBeforeTheOthers() {
        StackelbergGame game = StackelbergGame.leading(NormalFormGame.bimatrix(
                new double[][] {{1, 3}, {0, 2}}, new double[][] {{1, 0}, {0, 1}}));
        assertThat(game.leaderActions()).containsExactly("A", "B");
        InducedGame mixed = game.induce(Design.of(0.5, 0.5));
        assertThat(mixed.leader(0, 1)).isEqualTo(2.5);
        assertThat(mixed.followers().payoff(0, 0, 0)).isEqualTo(0.5);
        assertThat(game.leaderSpace().dimension()).isEqualTo(2);
        assertThatThrownBy(() -> game.induce(Design.of(0.5, 0.6))).hasMessageContaining("sum to 1.1");
    }

    @Test
    void gamesOfDifferentShape_areNoStackelbergGame() {
        InducedGame two = InducedGame.of(NormalFormGame.of(new int[] {2}, new double[1][2]), new double[2]);
        InducedGame three = InducedGame.of(NormalFormGame.of(new int[] {3}, new double[1][3]), new double[3]);
        assertThatThrownBy(() -> StackelbergGame.of(List.of("l", "m"), List.of(two, three)))
                .hasMessageContaining("game induced by leader action m");
        assertThatThrownBy(() -> StackelbergGame.of(List.of("l"), List.of(two, two)))
                .hasMessageContaining("induced games (2)");
        assertThatThrownBy(() -> StackelbergGame.of(List.of(), List.of()))
                .hasMessageContaining("actions of the leader (0)");
        assertThatThrownBy(() -> InducedGame.of(NormalFormGame.of(new int[] {2}, new double[1][2]), new double[3]))
                .hasMessageContaining("number of payoffs of the leader");
    }

    @Test
    void whatWasMadeForAnotherGame_isRefused() {
        NormalFormGame game = NormalFormGame.of(new int[] {2, 3}, new double[2][6]);
        BayesianGame followers = BayesianGame.of(game);
        Distribution two = Distribution.uniform(2);
        assertThatThrownBy(() -> game.product(List.of(two)))
                .hasMessageContaining("strategies (1) must be one for each");
        assertThatThrownBy(() -> game.product(List.of(two, two)))
                .hasMessageContaining("actions of the strategy of player 1 (2) must be 3");
        assertThatThrownBy(() -> Response.independent(followers, List.of(List.of(two))))
                .hasMessageContaining("players with strategies (1) must be 2");
        assertThatThrownBy(() -> Response.independent(followers, List.of(List.of(two, two), List.of(two))))
                .hasMessageContaining("strategies of player 0 (2) must be one for each of 1 types");
        assertThatThrownBy(() -> followers.respond(followers.strategies(), 6))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Profiles.of(2, 3).at(6)).isInstanceOf(IndexOutOfBoundsException.class);
        StackelbergGame leads = StackelbergGame.leading(game);
        assertThatThrownBy(() -> leads.induce(Distribution.uniform(3)))
                .hasMessageContaining("leader actions of a mixture (3) must be 2");
        assertThatThrownBy(() -> Distribution.uniform(0)).hasMessageContaining("outcomes of a distribution (0)");
    }

    @Test
    void weightsOfAnySize_areNormalised() {
        assertThat(Distribution.proportional(1e308, 1e308, 0)).isEqualTo(Distribution.of(0.5, 0.5, 0));
        assertThat(Distribution.proportional(Double.MIN_VALUE, Double.MIN_VALUE))
                .isEqualTo(Distribution.of(0.5, 0.5));
    }

    @Test
    void moreStrategiesThanProgramsCanBeSpentOn_areCounted() {
        List<String> types = NormalFormGame.numbered(17);
        BayesianGame follower = BayesianGame.of(
                List.of(types), Distribution.uniform(17), List.of(List.of("a", "b")), new double[1][17][2]);
        StackelbergGame game = StackelbergGame.of(List.of("l"), List.of(InducedGame.of(follower, new double[17][2])));
        assertThatThrownBy(() -> Commitments.mixed(game, Equilibrium.SSE, Selection.OPTIMISTIC, Arithmetic.FLOATING))
                .hasMessageContaining("(131072) must be at most 100000");
    }

    @Test
    void exactDominance_readsDecimalsAsTheyAreWritten() {
        // 0.3 - 0.1 is 0.2 and no less: the margin of the first row over the second is 1/5 and 1/10 of mixing away.
        NormalFormGame game = NormalFormGame.bimatrix(new double[][] {{0.3, 0.2}, {0.1, 0.2}}, new double[2][2]);
        assertThat(IteratedDominance.of(game, Arithmetic.EXACT).order()).isEmpty(); // weakly only
        NormalFormGame tiny =
                NormalFormGame.bimatrix(new double[][] {{2e-12, 2e-12}, {1e-12, 1e-12}}, new double[2][2]);
        assertThat(IteratedDominance.of(tiny, Arithmetic.FLOATING).order()).hasSize(1);
    }
}
