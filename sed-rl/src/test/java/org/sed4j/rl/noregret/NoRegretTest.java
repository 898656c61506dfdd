package org.sed4j.rl.noregret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.core.stackelberg.BayesianGame;
import org.sed4j.core.stackelberg.Certificates;
import org.sed4j.core.stackelberg.Distribution;
import org.sed4j.core.stackelberg.NormalFormGame;
import org.sed4j.core.stackelberg.Response;

class NoRegretTest {
    private static final PayoffRange UNIT = new PayoffRange(0, 1);

    /** The published code's own log of Escape with row A fixed: 1.01^(33/2), 1.01^(33/3), 1, payoffs over 30. */
    @Test
    void multiplicativeWeights_afterThirtyThreeUpdates_areTheGoldenOnes() {
        MultiplicativeWeights rule = new MultiplicativeWeights(1, 3, 0.01);
        double[] gains = {15.0 / 30, 10.0 / 30, 0};
        for (int update = 0; update < 33; update++) {
            rule.learn(0, gains, 0);
        }
        assertThat(rule.weight(0, 0)).isCloseTo(1.17842695, within(1e-8));
        assertThat(rule.weight(0, 1)).isCloseTo(1.11566835, within(1e-8));
        assertThat(rule.weight(0, 2)).isEqualTo(1);
    }

    /** Average regret ≤ ε/2 + ln|A| / (ε T), against gains that a game or an adversary of chance gives. */
    @Test
    void multiplicativeWeights_keepTheirBound_inAThousandRandomGames() {
        for (int game = 0; game < 1000; game++) {
            Rng rng = Seed.of(game).named("bound").rng();
            int actions = 2 + rng.below(4);
            int updates = 20 + rng.below(400);
            double epsilon = 0.01 + rng.uniform();
            MultiplicativeWeights rule = new MultiplicativeWeights(1, actions, epsilon);
            RegretMeter meter = new RegretMeter(1, actions);
            double[] mixture = new double[actions];
            double[] gains = new double[actions];
            boolean hostile = game % 2 == 0;
            for (int t = 0; t < updates; t++) {
                rule.strategy(0, mixture);
                for (int a = 0; a < actions; a++) {
                    gains[a] = hostile ? (a == rule.best(0) ? 0 : 1) : rng.uniform();
                }
                meter.note(0, mixture, gains);
                rule.learn(0, gains, 0);
            }
            assertThat(meter.external(0)).isLessThanOrEqualTo(RegretBound.average(epsilon, actions, updates) + 1e-12);
        }
    }

    /** Section 0.3 of the fact sheet's figures: 3.33, 2.78, 0.70, 0.074 and 879. */
    @Test
    void bound_isVacuousForTheCodesEpisodes() {
        assertThat(RegretBound.average(0.01, 3, 33)).isCloseTo(3.33, within(0.005));
        assertThat(RegretBound.average(0.01, 2, 25)).isCloseTo(2.78, within(0.005));
        assertThat(RegretBound.average(0.01, 2, 100)).isCloseTo(0.70, within(0.005));
        assertThat(RegretBound.average(0.01, 2, 1000)).isCloseTo(0.074, within(0.0005));
        assertThat(RegretBound.updatesFor(0.05, 3)).isEqualTo(879);
    }

    private static NormalFormGame random(long seed, int actions) {
        Rng rng = Seed.of(seed).named("game").rng();
        double[][] payoffs = new double[2][actions * actions];
        for (double[] own : payoffs) {
            Arrays.setAll(own, a -> rng.uniform());
        }
        return NormalFormGame.of(new int[] {actions, actions}, payoffs);
    }

    /** Random 3 x 3 games, T = 20,000, ε = 0.02: the history is a 0.02-CCE by exact certificate. */
    @Test
    void history_ofMultiplicativeWeights_isACoarseCorrelatedEquilibrium() {
        for (long seed = 0; seed < 5; seed++) {
            BayesianGame game = BayesianGame.of(random(seed, 3));
            FollowerGroup followers = new FollowerKind.Multiplicative(0.02).followers(game);
            Dynamics dynamics = Dynamics.run(
                    game,
                    followers,
                    UNIT,
                    20_000,
                    Readout.EMPIRICAL,
                    Seed.of(seed).rng());
            assertThat(dynamics.certificate().gap()).isLessThanOrEqualTo(0.02);
            assertThat(dynamics.queries()).isEqualTo(6 * 20_000);
        }
    }

    /** √(|A| / T) bounds the regret of regret matching; 3 / 20,000 gives 0.0122. */
    @Test
    void regretMatching_hasItsOwnBound() {
        BayesianGame game = BayesianGame.of(random(7, 3));
        FollowerGroup followers = new FollowerKind.Matching().followers(game);
        Dynamics dynamics = Dynamics.run(
                game, followers, UNIT, 20_000, Readout.EMPIRICAL, Seed.of(7).rng());
        for (RegretMeter meter : dynamics.meters()) {
            assertThat(meter.external(0)).isLessThanOrEqualTo(Math.sqrt(3.0 / 20_000));
        }
        assertThat(dynamics.certificate().gap()).isLessThan(0.03);
    }

    @Test
    void swapRegret_leadsToCorrelatedEquilibrium() {
        for (long seed = 0; seed < 3; seed++) {
            NormalFormGame game = random(seed, 3);
            BayesianGame bayesian = BayesianGame.of(game);
            FollowerGroup followers = new FollowerKind.Swap(0.05).followers(bayesian);
            Dynamics dynamics = Dynamics.run(
                    bayesian,
                    followers,
                    UNIT,
                    20_000,
                    Readout.EMPIRICAL,
                    Seed.of(seed).rng());
            assertThat(Certificates.ce(game, dynamics.response().byType().get(0))
                            .gap())
                    .isLessThan(0.04);
            assertThat(dynamics.meters().get(0).swap(0)).isLessThan(0.04);
            assertThat(dynamics.meters().get(0).swap(0))
                    .isGreaterThanOrEqualTo(dynamics.meters().get(0).external(0) - 1e-12);
        }
    }

    @Test
    void swapRegret_playsAMixtureItsCopiesLeaveAsItIs() {
        SwapRegret rule = new SwapRegret(1, 3, 0.3);
        Rng rng = Seed.of(3).rng();
        double[] mixture = new double[3];
        for (int t = 0; t < 50; t++) {
            rule.strategy(0, mixture);
            assertThat(Arrays.stream(mixture).sum()).isCloseTo(1, within(1e-12));
            assertThat(Arrays.stream(mixture).min().orElse(0)).isGreaterThan(0);
            rule.learn(0, new double[] {rng.uniform(), rng.uniform(), rng.uniform()}, 0);
        }
    }

    /** Two followers whose types are correlated: proposition 3.1 holds without independence. */
    private static BayesianGame correlated(long seed) {
        Rng rng = Seed.of(seed).named("correlated").rng();
        double[][][] payoffs = new double[2][4][4];
        for (double[][] own : payoffs) {
            for (double[] row : own) {
                Arrays.setAll(row, a -> rng.uniform());
            }
        }
        return BayesianGame.of(
                List.of(List.of("l", "h"), List.of("l", "h")),
                Distribution.of(0.4, 0.1, 0.1, 0.4),
                List.of(List.of("A", "B"), List.of("A", "B")),
                payoffs);
    }

    @Test
    void gap_shrinksWithTheLengthOfTheDynamics_evenIfTypesAreCorrelated() {
        double early = 0;
        double late = 0;
        for (long seed = 0; seed < 20; seed++) {
            BayesianGame game = correlated(seed);
            early += gap(game, 500, seed);
            late += gap(game, 2000, seed);
        }
        assertThat(late).isLessThan(early);
    }

    private static double gap(BayesianGame game, int updates, long seed) {
        FollowerGroup followers =
                new FollowerKind.Multiplicative(RegretBound.bestEpsilon(2, updates / 2)).followers(game);
        return Dynamics.run(
                        game,
                        followers,
                        UNIT,
                        updates,
                        Readout.EMPIRICAL,
                        Seed.of(seed).rng())
                .certificate()
                .gap();
    }

    @Test
    void onlyTheRowOfTheDrawnType_learns() {
        MultiplicativeWeights rule = new MultiplicativeWeights(2, 2, 0.5);
        rule.learn(1, new double[] {0, 1}, 0);
        assertThat(rule.weight(0, 1)).isEqualTo(1);
        assertThat(rule.weight(1, 1)).isCloseTo(1.5, within(1e-12));
    }

    @Test
    void q_findsTheBetterAction_fromPlayAlone() {
        NormalFormGame game = NormalFormGame.of(new int[] {3}, new double[][] {{0.2, 0.9, 0.5}});
        BayesianGame bayesian = BayesianGame.of(game);
        FollowerGroup followers = new FollowerKind.Q(0.15, 0.95, 1e-3).followers(bayesian);
        Dynamics dynamics = Dynamics.run(
                bayesian, followers, UNIT, 3000, Readout.ARGMAX, Seed.of(1).rng());
        assertThat(dynamics.response()).isEqualTo(Response.of(Distribution.pure(3, 1)));
        assertThat(dynamics.queries()).isEqualTo(3000);
    }

    @Test
    void readouts_differ_andSayWhatTheyAre() {
        NormalFormGame game = NormalFormGame.of(new int[] {2}, new double[][] {{1, 0.5}});
        BayesianGame bayesian = BayesianGame.of(game);
        for (Readout readout : Readout.values()) {
            FollowerGroup followers = new FollowerKind.Multiplicative(0.01).followers(bayesian);
            Dynamics dynamics = Dynamics.run(
                    bayesian, followers, UNIT, 33, readout, Seed.of(2).rng());
            double first = dynamics.response().byType().get(0).get(0);
            assertThat(dynamics.readout()).isEqualTo(readout);
            if (readout == Readout.ARGMAX) {
                assertThat(first).isEqualTo(1);
            } else if (readout == Readout.LAST_MIXED) {
                double ratio = Math.pow(1.01, 16.5);
                assertThat(first).isCloseTo(ratio / (1 + ratio), within(1e-12));
            } else {
                assertThat(first * 33).isCloseTo(Math.rint(first * 33), within(1e-9));
            }
        }
    }

    @Test
    void payoffOutOfRange_isRefused_withTheWayOut() {
        assertThatThrownBy(() -> UNIT.gain(1.5, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("payoff (1.5) of follower 1 must lie in [0.0, 1.0]")
                .hasMessageContaining("MultiplicativeWeights.rescaled");
        assertThatThrownBy(() -> new MultiplicativeWeights(1, 2, 0)).hasMessageContaining("epsilon");
        assertThatThrownBy(() -> new PayoffRange(1, 1)).hasMessageContaining("must not be empty");
    }

    /** (1 + ε')^g = (1 + ε)^(u / unit) for u = g · width. */
    @Test
    void rescaledEpsilon_givesTheSameWeights() {
        double epsilon = MultiplicativeWeights.rescaled(0.01, 6, new PayoffRange(0, 13));
        assertThat(Math.pow(1 + epsilon, 0.5)).isCloseTo(Math.pow(1.01, 6.5 / 6), within(1e-12));
    }

    @Test
    void epsilon_mustBeFinite() {
        for (double epsilon : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new SwapRegret(1, 2, epsilon)).hasMessageContaining("must be positive and finite");
        }
    }
}
