package org.sed4j.core.stackelberg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sed4j.core.run.Rng;

class LogitEquilibriumTest {
    /** Ochs's asymmetric matching pennies in the payoffs of McKelvey and Palfrey (1995). */
    private static final NormalFormGame OCHS = NormalFormGame.bimatrix(
            new double[][] {{1.1141, 0}, {0, 0.2785}}, new double[][] {{0, 1.1141}, {1.1141, 0}});

    /** Against an independent solution: in a 2x2 game the logit equilibrium is the root of one equation, bisected. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 1, 1.84, 3, 10, 50, 400})
    void matchingPennies_areTheRootOfOneEquation(double lambda) {
        List<Distribution> found = LogitEquilibrium.of(OCHS, lambda);
        double low = 0;
        double high = 1;
        for (int k = 0; k < 200; k++) {
            double p = (low + high) / 2;
            double q = 1 / (1 + Math.exp(lambda * 1.1141 * (2 * p - 1)));
            double answer = 1 / (1 + Math.exp(-lambda * (1.1141 * q - 0.2785 * (1 - q))));
            if (answer > p) {
                low = p;
            } else {
                high = p;
            }
        }
        assertThat(found.get(0).get(0)).isCloseTo(low, within(1e-9));
        assertThat(LogitEquilibrium.gap(OCHS, found, lambda)).isLessThan(1e-9);
    }

    /**
     * What McKelvey and Palfrey (1995) estimate from Ochs's first block, where 128 choices each showed 0.527 and 0.366: λ =
     * 1.84 or 1.85 by rounding, with 0.616 and 0.383.
     */
    @Test
    void estimate_fromOchssFirstBlock_isThePublishedOne() {
        double best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (double lambda = 1.5; lambda < 2.2; lambda += 0.005) {
            List<Distribution> at = LogitEquilibrium.of(OCHS, lambda);
            double p = at.get(0).get(0);
            double q = at.get(1).get(0);
            double fit = 0.527 * Math.log(p) + 0.473 * Math.log(1 - p) + 0.366 * Math.log(q) + 0.634 * Math.log(1 - q);
            if (fit > most) {
                most = fit;
                best = lambda;
            }
        }
        assertThat(best).isCloseTo(1.845, within(0.006));
        List<Distribution> fitted = LogitEquilibrium.of(OCHS, best);
        assertThat(fitted.get(0).get(0)).isCloseTo(0.616, within(5e-4));
        assertThat(fitted.get(1).get(0)).isCloseTo(0.383, within(5e-4));
    }

    /** As λ grows the branch leads to a Nash equilibrium: here the only one, (1/2, 0.2). */
    @Test
    void branch_leadsToNash() {
        List<Distribution> far = LogitEquilibrium.of(OCHS, 3000);
        assertThat(far.get(0).get(0)).isCloseTo(0.5, within(2e-3));
        assertThat(far.get(1).get(0)).isCloseTo(0.2785 / (1.1141 + 0.2785), within(2e-3));
        assertThat(Certificates.nash(OCHS, far).gap()).isLessThan(1e-3);
    }

    /** Random games of two and three players: the answer answers itself, and is Nash-like when λ is large. */
    @Test
    void randomGames_haveEquilibriaOnTheBranch() {
        for (int g = 0; g < 40; g++) {
            Rng rng = RandomGames.rng("logit", g);
            int[] sizes = g % 2 == 0 ? new int[] {3, 4} : new int[] {2, 3, 2};
            int count = Profiles.of(sizes).count();
            double[][] payoffs = new double[sizes.length][count];
            for (double[] own : payoffs) {
                for (int a = 0; a < count; a++) {
                    own[a] = rng.uniform();
                }
            }
            NormalFormGame game = NormalFormGame.of(sizes, payoffs);
            for (double lambda : new double[] {0.5, 5, 60}) {
                List<Distribution> found = LogitEquilibrium.of(game, lambda);
                assertThat(LogitEquilibrium.gap(game, found, lambda))
                        .as("game %s, λ %s", g, lambda)
                        .isLessThan(1e-8);
                // a logit player gives up at most ln |A| / λ
                assertThat(Certificates.nash(game, found).gap()).isLessThan(Math.log(4) / lambda + 1e-9);
            }
        }
    }

    /** A branch that turns back in λ: a coordination game in which uniform play favours the other equilibrium. */
    @Test
    void branch_isFollowedAroundItsTurns() {
        NormalFormGame stag =
                NormalFormGame.bimatrix(new double[][] {{4, 0}, {3, 2.9}}, new double[][] {{4, 3}, {0, 2.9}});
        for (double lambda : new double[] {0.5, 2, 10, 40}) {
            List<Distribution> found = LogitEquilibrium.of(stag, lambda);
            assertThat(LogitEquilibrium.gap(stag, found, lambda)).isLessThan(1e-8);
        }
        assertThat(LogitEquilibrium.of(stag, 40).get(0).get(1)).isGreaterThan(0.999); // the risk-dominant one
    }

    /** A Bayesian game of one informed player: types' equations solved apart by bisection. */
    @Test
    void types_answerOnTheirOwn() {
        double[][][] payoffs = new double[2][2][4];
        double[][] row = {{1, 0, 0, 1}, {3, 0, 0, 1}};
        double[] column = {0, 1, 1, 0};
        for (int t = 0; t < 2; t++) {
            payoffs[0][t] = row[t].clone();
            payoffs[1][t] = column.clone();
        }
        BayesianGame game = BayesianGame.of(
                List.of(List.of("mild", "keen"), List.of("only")),
                Distribution.of(0.3, 0.7),
                List.of(List.of("A", "B"), List.of("A", "B")),
                payoffs);
        double lambda = 2;
        List<List<Distribution>> found = LogitEquilibrium.of(game, lambda);
        double low = 0;
        double high = 1;
        for (int k = 0; k < 200; k++) {
            double q = (low + high) / 2;
            double p =
                    0.3 / (1 + Math.exp(-lambda * (q - (1 - q)))) + 0.7 / (1 + Math.exp(-lambda * (3 * q - (1 - q))));
            if (1 / (1 + Math.exp(-lambda * (1 - 2 * p))) > q) {
                low = q;
            } else {
                high = q;
            }
        }
        assertThat(found.get(1).get(0).get(0)).isCloseTo(low, within(1e-9));
        assertThat(found.get(0).get(1).get(0)).isCloseTo(1 / (1 + Math.exp(-lambda * (4 * low - 1))), within(1e-9));
    }

    @Test
    void levels_answerTheLevelBelow() {
        assertThat(LevelK.of(OCHS, 0, 1).get(0).toArray()).containsExactly(0.5, 0.5);
        // uniform play: row gets 0.557 or 0.139, column is indifferent
        List<Distribution> one = LevelK.of(OCHS, 1, Double.POSITIVE_INFINITY);
        assertThat(one.get(0).toArray()).containsExactly(1, 0);
        assertThat(one.get(1).toArray()).containsExactly(0.5, 0.5);
        List<Distribution> two = LevelK.of(OCHS, 2, Double.POSITIVE_INFINITY);
        assertThat(two.get(1).toArray()).containsExactly(0, 1);
        assertThat(LevelK.of(OCHS, 4, Double.POSITIVE_INFINITY).get(0).toArray())
                .containsExactly(0, 1);
        List<Distribution> noisy = LevelK.of(OCHS, 1, 2);
        assertThat(noisy.get(0).get(0)).isCloseTo(1 / (1 + Math.exp(-2 * (1.1141 - 0.2785) / 2)), within(1e-12));
        // contracting noise: high levels approach the logit equilibrium
        assertThat(LogitEquilibrium.gap(OCHS, LevelK.of(OCHS, 200, 0.8), 0.8)).isLessThan(1e-9);
    }

    @Test
    void response_isSoftmax_andItsLimits() {
        assertThat(LogitResponse.of(0, 1, 5, 9).toArray()).containsExactly(1.0 / 3, 1.0 / 3, 1.0 / 3);
        assertThat(LogitResponse.of(Double.POSITIVE_INFINITY, 1, 9, 9).toArray())
                .containsExactly(0, 0.5, 0.5);
        assertThat(LogitResponse.of(1000, 1e6, 0).toArray()).containsExactly(1, 0);
        assertThat(LogitResponse.accepts(2, 1, 0.4)).isCloseTo(1 / (1 + Math.exp(-1.2)), within(1e-12));
        assertThatThrownBy(() -> LogitResponse.of(-1, 0)).hasMessageContaining("precision λ (-1.0)");
        assertThatThrownBy(() -> LogitEquilibrium.of(OCHS, Double.POSITIVE_INFINITY))
                .hasMessageContaining("finite number");
        assertThatThrownBy(() -> LevelK.of(OCHS, -1, 1)).hasMessageContaining("level of thought k (-1)");
    }
}
