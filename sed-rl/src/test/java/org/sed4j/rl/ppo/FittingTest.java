package org.sed4j.rl.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sed4j.core.game.Followers;
import org.sed4j.core.game.Government;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Spaces;
import org.sed4j.core.pomg.View;
import org.sed4j.core.pomg.World;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.run.Crew;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.Toys;
import org.sed4j.rl.network.Inputs;
import org.sed4j.rl.network.Network;
import org.sed4j.rl.rollout.Advantages;
import org.sed4j.rl.rollout.Rollout;

/** Policies that were made for another economy, and economies that show what nobody can learn from. */
class FittingTest {
    /** Shows NaN from the third step on, or forbids everything to player 1. */
    private static final class Spoilt implements World {
        private final boolean forbids;
        private int time;

        Spoilt(boolean forbids) {
            this.forbids = forbids;
        }

        @Override
        public Spaces spaces() {
            return Spaces.players(2)
                    .actions(3)
                    .numbers("debt", "share")
                    .masked()
                    .build();
        }

        @Override
        public void reset(Rng rng) {
            time = 0;
        }

        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            time++;
        }

        @Override
        public void observe(int player, float[] design, View out) {
            out.numbers[0] = 1;
            out.numbers[1] = !forbids && player == 1 && time == 2 ? Float.NaN : 0;
        }

        @Override
        public void allowed(int player, float[] design, byte[] mask) {
            for (int a = 0; a < 3; a++) {
                mask[a] = (byte) (forbids && player == 1 && time == 2 ? 0 : 1);
            }
        }
    }

    private static PpoSettings settings(int minibatch) {
        return PpoSettings.defaults().minibatches(minibatch);
    }

    private static PpoFollowers followers(Inputs inputs, List<Integer> heads, Crew crew) {
        int scores = heads.stream().mapToInt(Integer::intValue).sum();
        Network network = Network.of(Toys.mind(inputs, 4, scores), inputs, Seed.of(5));
        SharedTrunk mind = SharedTrunk.of(network, heads, crew, 64, 1e-5);
        return new PpoFollowers(mind, settings(8), new PpoFollowers.Habits(4, 0, false), crew);
    }

    @Test
    void aNetworkOfAnotherEconomy_isRefusedWithBothSizes() {
        try (Crew crew = Crew.of(1);
                Pomg economy = Worlds.of(() -> new Spoilt(false)).build()) {
            economy.reset();
            PpoFollowers wide = followers(Inputs.ofNumbers(5), List.of(3), crew);
            assertThatThrownBy(() -> wide.live(economy, Government.standing(), 4, Seed.of(1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("5 numbers")
                    .hasMessageContaining("2 numbers");
            PpoFollowers more = followers(Inputs.ofNumbers(2), List.of(4), crew);
            assertThatThrownBy(() -> more.frozen().live(economy, Government.standing(), 4, Seed.of(1)))
                    .hasMessageContaining("scores 4 choices of 1 heads")
                    .hasMessageContaining("3 choices of 1 heads");
            PpoFollowers headed = followers(Inputs.ofNumbers(2), List.of(1, 2), crew);
            assertThatThrownBy(() -> headed.live(economy, Government.standing(), 4, Seed.of(1)))
                    .hasMessageContaining("2 heads");
        }
    }

    @Test
    void nanAndEmptyMasks_areRefused_namingWorldAndPlayer_byLearnersAndTheFrozen() {
        try (Crew crew = Crew.of(1)) {
            for (boolean forbids : new boolean[] {false, true}) {
                for (boolean learns : new boolean[] {false, true}) {
                    try (Pomg economy =
                            Worlds.of(() -> new Spoilt(forbids)).batch(2).build()) {
                        economy.reset();
                        PpoFollowers one = followers(Inputs.ofNumbers(2), List.of(3), crew);
                        IndependentPpo two = new IndependentPpo(
                                List.of(one.mind().copy(), one.mind().copy()),
                                settings(8),
                                new PpoFollowers.Habits(4, 0, false),
                                crew);
                        for (Followers<Pomg> each : List.of(one, two)) {
                            assertThatThrownBy(() -> (learns ? each : each.frozen())
                                            .live(economy, Government.standing(), 4, Seed.of(1)))
                                    .isInstanceOf(IllegalStateException.class)
                                    .hasMessageContaining("player 1 of world 0")
                                    .hasMessageContaining(forbids ? "choices of head 0 (0 of 3)" : "share (NaN)");
                            economy.reset();
                        }
                    }
                }
            }
        }
    }

    /** 64 by 33 is two gradients over 32, not one over 64; 64 by 20 is three. */
    @Test
    void aPassIsCutIntoTheNearestNumberOfMinibatches() {
        assertThat(gradients(33)).isEqualTo(2);
        assertThat(gradients(20)).isEqualTo(3);
        assertThat(gradients(64)).isEqualTo(1);
        assertThat(gradients(1000)).isEqualTo(1);
    }

    private static int gradients(int minibatch) {
        int[] asked = new int[1];
        Inputs inputs = Inputs.ofNumbers(1);
        try (Crew crew = Crew.of(1)) {
            Network network = Network.of(Toys.mind(inputs, 4, 2), inputs, Seed.of(5));
            SharedTrunk mind = SharedTrunk.of(network, List.of(2), crew, 64, 1e-5);
            Rollout rollout = new Rollout(inputs, 1, 2, 64, 1);
            for (int lane = 0; lane < 64; lane++) {
                rollout.append(lane);
                rollout.masks(0)[2 * lane] = 1;
                rollout.masks(0)[2 * lane + 1] = 1;
                rollout.logProbability(0)[lane] = (float) Math.log(0.5);
            }
            ActorCritic counted = new Counted(mind, asked);
            Advantages advantages = Advantages.of(rollout);
            advantages.estimate(rollout, 0.9, 0.9, new float[64]);
            PpoSettings once = new PpoSettings(
                    1e-3, 1e-5, 0.9, 0.9, 0.2, true, 0, 0.5, 0.5, 1, minibatch, true, Double.POSITIVE_INFINITY);
            new Ppo(counted, once).update(rollout, advantages, 1e-3, Seed.of(1));
        }
        return asked[0];
    }
}
