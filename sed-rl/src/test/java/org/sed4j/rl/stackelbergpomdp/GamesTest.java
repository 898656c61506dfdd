package org.sed4j.rl.stackelbergpomdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.mechanism.SequentialPrices;
import org.sed4j.core.stackelberg.Arithmetic;
import org.sed4j.core.stackelberg.Commitments;
import org.sed4j.core.stackelberg.Equilibrium;
import org.sed4j.core.stackelberg.InducedGame;
import org.sed4j.core.stackelberg.Selection;
import org.sed4j.core.stackelberg.StackelbergGame;
import org.sed4j.core.stackelberg.named.MatrixDesign;
import org.sed4j.core.stackelberg.named.MessagePricing;
import org.sed4j.core.stackelberg.named.NamedGames;
import org.sed4j.core.stackelberg.named.SimpleAllocation;
import org.sed4j.rl.noregret.PayoffRange;

/** Games as leaders play them against the same games as the theory room writes them down. */
class GamesTest {
    private static final double ROUNDING = 1e-6;

    /** Plays every profile under every type with a scripted leader, and compares payoffs with a game of the theory room. */
    private static void same(LeaderGame game, Function<float[], float[]> leader, InducedGame expected) {
        float[] seen = new float[game.sees().size()];
        double[] memory = new double[game.memory()];
        for (int t = 0; t < expected.followers().typeProfiles().count(); t++) {
            for (int a = 0; a < expected.followers().profiles().count(); a++) {
                game.begin(t, a, memory);
                boolean over = false;
                while (!over) {
                    game.observe(memory, seen);
                    over = game.move(leader.apply(seen), memory);
                }
                assertThat(game.payoff(0, memory)).isCloseTo(expected.leader(t, a), within(ROUNDING));
                for (int i = 0; i < expected.followers().players(); i++) {
                    assertThat(game.payoff(i + 1, memory))
                            .isCloseTo(expected.followers().payoff(i, t, a), within(ROUNDING));
                }
            }
        }
        assertThat(game.followers().prior()).isEqualTo(expected.followers().prior());
    }

    @Test
    void oneShotGames_payWhatTheirTablesSay() {
        StackelbergGame maintain = NamedGames.maintain();
        for (int row = 0; row < 3; row++) {
            float[] action = {row};
            same(LeaderGames.pure(maintain), seen -> action, maintain.induce(row));
        }
        float[] mixture = {0.25f, 0.75f, 0};
        InducedGame induced = maintain.induce(Design.of(0.25, 0.75, 0));
        same(LeaderGames.mixed(maintain), seen -> mixture, induced);
        same(LeaderGames.of(maintain, new PayoffRange(0, 30), 30), seen -> mixture, induced);
        assertThat(LeaderGames.pure(maintain).range()).isEqualTo(new PayoffRange(0, 15));
        assertThat(LeaderGames.pure(maintain).leaderUnit()).isEqualTo(30);
    }

    @Test
    void allocation_isTheEnumeratedGame_forEveryMap() {
        StackelbergGame enumerated = SimpleAllocation.of(3, 2);
        for (int map = 0; map < 9; map++) {
            float[][] items = {{Math.floorDiv(map, 3)}, {map % 3}};
            same(new AllocationGame(3, 2), seen -> items[seen[0] == 1 ? 0 : 1], enumerated.induce(map));
        }
    }

    @Test
    void bonuses_arePaidAsTheEnumeratedGamePaysThem() {
        StackelbergGame enumerated = MatrixDesign.published(0, 1);
        for (int promise : new int[] {0, 1, 77, 200, 255}) {
            same(
                    new BonusGame(),
                    seen -> {
                        int cell = (seen[0] == 1 ? 0 : 2) + (seen[2] == 1 ? 0 : 1);
                        return new float[] {(promise >> (7 - 2 * cell)) & 1, (promise >> (6 - 2 * cell)) & 1};
                    },
                    enumerated.induce(promise));
        }
    }

    /** After message 0 agent 1 first at q1, then agent 0 at q0; after message 1 agent 0 first at h, then agent 1 at h. */
    @Test
    void messagePricing_isTheEnumeratedMechanism() {
        double q1 = 0.5;
        double q0 = 0.25;
        double h = 0.8;
        same(
                PricingGame.paper(0.2, 2),
                seen -> {
                    boolean high = seen[7] == 1;
                    boolean first = seen[0] == 1 && seen[1] == 1;
                    double price = high ? h : first ? q1 : q0;
                    return new float[] {high ? 1 : 0, high ? 0 : 1, (float) (price / 2.5)};
                },
                MessagePricing.mechanism(0.2, q1, q0, h));
    }

    /** Table of section 1.4: 0.0000, 0.0556, 0.0417, 0.0500, 0.0444, and 0.15 for the paper's instance. */
    @Test
    void whatSilenceLoses_isTheTables() {
        double[] table = {0, 0.0556, 0.0417, 0.0500, 0.0444};
        for (int t = 2; t <= 6; t++) {
            assertThat(Settings.silentLoss(PricingGame.spaced(t, 2))).isCloseTo(table[t - 2], within(5e-5));
        }
        assertThat(Settings.silentLoss(PricingGame.paper(0.2, 1))).isCloseTo(0.15, within(1e-12));
        assertThat(SequentialPrices.class).isNotNull();
    }

    @Test
    void optima_areTheExactOnes() {
        assertThat(Settings.of("escape").optimum()).isEqualTo(pure(NamedGames.escape()));
        assertThat(Settings.of("maintain").optimum()).isEqualTo(pure(NamedGames.maintain()));
        assertThat(Settings.of("maintain-mixed").optimum()).isCloseTo(mixed(NamedGames.maintain()), within(1e-9));
        assertThat(Settings.of("game-3").optimum()).isCloseTo(mixed(NamedGames.game3()), within(1e-9));
        assertThat(Settings.of("matrix-design").optimum()).isCloseTo(pure(MatrixDesign.paper()), within(1e-9));
        assertThat(Settings.of("allocation-2").optimum()).isCloseTo(pure(SimpleAllocation.of(3, 2)), within(1e-9));
        assertThat(-Settings.of("price").optimum())
                .isCloseTo(Settings.silentLoss(PricingGame.paper(0.2, 1)), within(1e-9));
    }

    private static double pure(StackelbergGame game) {
        return Commitments.pure(game, Equilibrium.SSE, Selection.OPTIMISTIC, Arithmetic.FLOATING)
                .value()
                .number();
    }

    private static double mixed(StackelbergGame game) {
        return Commitments.mixed(game, Equilibrium.SSE, Selection.OPTIMISTIC, Arithmetic.FLOATING)
                .value()
                .number();
    }

    @Test
    void mistakes_areRefusedBeforeTraining() {
        assertThatThrownBy(() -> Settings.of("escpae")).hasMessageContaining("setting (escpae) must be one of escape");
        LeaderSpace choice = LeaderGames.pure(NamedGames.escape()).space();
        assertThatThrownBy(() -> LeaderHead.of(LeaderHead.Kind.GAUSSIAN, choice, LeaderHead.Scale.RAW))
                .hasMessageContaining("leader's policy (gaussian) must be categorical");
        PomdpRules rules = Settings.of("escape").rules(Setting.Preset.CODE, PomdpRules.CriticView.CODE);
        assertThatThrownBy(() -> rules.lasting(0, 10)).hasMessageContaining("T_eq of the followers (0)");
        assertThatThrownBy(() -> rules.lasting(10, 0)).hasMessageContaining("T_rw (0)");
        assertThatThrownBy(() -> new LeaderSpace.Numbers(DesignSpace.unbounded("x")))
                .hasMessageContaining("least x");
    }
}
