package org.sed4j.envs.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sed4j.core.backend.CCompiler;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.pomg.Backend;
import org.sed4j.core.pomg.IntTensor;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.RandomFollowers;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.pomg.conformance.Conformance;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.core.stackelberg.Distribution;
import org.sed4j.core.stackelberg.InducedGame;
import org.sed4j.core.stackelberg.NormalFormGame;
import org.sed4j.core.stackelberg.StackelbergGame;
import org.sed4j.core.stackelberg.named.MatrixDesign;
import org.sed4j.core.stackelberg.named.NamedGames;

class MatrixWorldTest {

    @ParameterizedTest
    @ValueSource(strings = {"maintain", "matrix-design-levers", "allocation-2", "matrix-design-code"})
    void namedGames_areConformingEconomies_thatCanBeTranslated(String name) {
        assertThat(Conformance.of(MatrixGame.named(name).worlds())
                        .steps(20)
                        .portable()
                        .check()
                        .passed())
                .contains("rewards are a function of ledger and design", "the world can be translated");
    }

    /** A step pays what the induced game says, whatever is committed to and played. */
    @ParameterizedTest
    @ValueSource(strings = {"maintain", "allocation-2", "silent-price"})
    void aStepPaysTheInducedGame(String name) {
        StackelbergGame game = NamedGames.of(name);
        int leaders = game.leaderActions().size();
        Rng rng = Seed.of(3).rng();
        try (Pomg economy = Worlds.of(MatrixGame.named(name).worlds()).batch(8).build()) {
            economy.reset();
            int n = economy.players();
            IntTensor actions = IntTensor.zeros(8, n);
            double[] weights = new double[leaders];
            for (int round = 0; round < 20; round++) {
                for (int l = 0; l < leaders; l++) {
                    weights[l] = rng.chance(0.5) ? rng.uniform() : 0;
                }
                weights[round % leaders] += 0.1;
                Distribution mixture = Distribution.proportional(weights);
                economy.enact(Design.of(mixture.toArray()));
                InducedGame induced = game.induce(mixture);
                int[] types = new int[8];
                int[] profiles = new int[8];
                for (int b = 0; b < 8; b++) {
                    int[] own = new int[n];
                    int[] joint = new int[n];
                    for (int i = 0; i < n; i++) {
                        own[i] = economy.now().codes().get(b * n + i);
                        joint[i] = rng.below(game.followers().profiles().size(i));
                        actions.set(b * n + i, joint[i]);
                    }
                    types[b] = game.followers().typeProfiles().index(own);
                    profiles[b] = game.followers().profiles().index(joint);
                }
                economy.step(actions);
                for (int b = 0; b < 8; b++) {
                    for (int i = 0; i < n; i++) {
                        assertThat((double) economy.now().rewards().get(b * n + i))
                                .isCloseTo(induced.followers().payoff(i, types[b], profiles[b]), within(1e-5));
                        assertThat((double) economy.now().measures().get(b * n + i))
                                .isCloseTo(induced.leader(types[b], profiles[b]), within(1e-5));
                    }
                }
            }
        }
    }

    @Test
    void leversMovePayoffsInProportion() {
        MatrixWorld world = MatrixGame.named("matrix-design-levers").worlds().get();
        float[] out = new float[2];
        float[] gradient = new float[1];
        for (int profile = 0; profile < 4; profile++) {
            for (float tau : new float[] {0, 0.5f, 7}) {
                world.rewards(new float[] {0, profile}, new float[] {tau}, out);
                InducedGame paper = MatrixDesign.paper(tau);
                assertThat((double) out[0]).isEqualTo(paper.followers().payoff(0, 0, profile));
                assertThat((double) out[1]).isEqualTo(paper.followers().payoff(1, 0, profile));
            }
            gradient[0] = 0;
            world.pullback(new float[] {0, profile}, new float[] {3}, new float[] {1, 10}, gradient);
            assertThat(gradient[0]).isEqualTo(profile == 0 ? 1 : profile == 3 ? 10 : 0);
        }
    }

    @Test
    void followersWithFewerActions_haveTheRestMasked() {
        NormalFormGame game =
                NormalFormGame.of(new int[] {2, 3}, new double[][] {{0, 1, 2, 3, 4, 5}, {5, 4, 3, 2, 1, 0}});
        MatrixGame played = MatrixGame.of(game);
        assertThat(played.spaces().masked()).isTrue();
        assertThat(played.spaces().design().dimension()).isZero();
        byte[] mask = new byte[3];
        MatrixWorld world = played.worlds().get();
        world.allowed(0, new float[0], mask);
        assertThat(mask).containsExactly(1, 1, 0);
        world.allowed(1, new float[0], mask);
        assertThat(mask).containsExactly(1, 1, 1);
        assertThat(Conformance.of(played.worlds()).steps(10).check().passed()).isNotEmpty();
    }

    @Test
    void onTheNativeBackend_theSameIsLived() {
        assumeThat(CCompiler.find().isFound()).isTrue();
        assertThat(lived("allocation-2", Backend.NATIVE)).containsExactly(lived("allocation-2", Backend.JVM));
    }

    private static double[] lived(String name, Backend backend) {
        try (Pomg economy = Worlds.of(MatrixGame.named(name).worlds())
                .batch(16)
                .backend(backend)
                .build()) {
            economy.reset();
            Outcome outcome = new RandomFollowers().live(economy, Government.standing(), 50, Seed.of(2));
            return new double[] {
                outcome.meanAmounts(Outcome.REWARD)[0], outcome.meanAmounts(MatrixGame.LEADER)[0], economy.stateHash()
            };
        }
    }

    /** In Maintain the leader has 20 a step from row A and a follower who replies with A. */
    @Test
    void theLeadersObjectiveIsWhatItGets() {
        try (Pomg economy = Worlds.of(MatrixGame.named("maintain").worlds()).build()) {
            economy.reset();
            economy.enact(Design.of(1, 0, 0));
            IntTensor reply = IntTensor.zeros(1, 1);
            economy.step(reply);
            assertThat(economy.now().measures().get(0)).isEqualTo(20);
            assertThat(economy.now().rewards().get(0)).isEqualTo(15);
            Outcome outcome = new RandomFollowers().live(economy, Government.standing(), 3, Seed.of(1));
            assertThat(outcome.value(MatrixGame.leading())).isEqualTo(outcome.meanAmounts(MatrixGame.LEADER)[0]);
        }
    }

    @Test
    void unknownNames_listThoseThereAre() {
        assertThatThrownBy(() -> MatrixGame.named("maintian"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("maintian")
                .hasMessageContaining("maintain");
    }
}
