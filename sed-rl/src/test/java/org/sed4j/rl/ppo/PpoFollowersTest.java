package org.sed4j.rl.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.run.Crew;
import org.sed4j.core.run.Seed;
import org.sed4j.rl.Toys;
import org.sed4j.rl.network.Inputs;
import org.sed4j.rl.network.Network;

class PpoFollowersTest {
    private static final int WORLDS = 16;
    private static final int HORIZON = 32;

    private static Pomg economy(int threads) {
        Pomg economy = Worlds.of(Toys.Naming::new)
                .batch(WORLDS)
                .seed(Seed.of(1))
                .threads(threads)
                .build();
        economy.reset();
        return economy;
    }

    private static PpoFollowers followers(Pomg economy, Crew crew) {
        PpoSettings settings = new PpoSettings(
                3e-3, 1e-5, 0.9, 0.95, 0.2, true, 0.01, 0.5, 0.5, 4, 256, true, Double.POSITIVE_INFINITY);
        Inputs inputs =
                new Inputs(economy.spaces().codes(), economy.spaces().numbers().size());
        Network network = Network.of(Toys.mind(inputs, 16, 3), inputs, Seed.of(5));
        SharedTrunk mind = SharedTrunk.of(network, economy.spaces().actions(), crew, 1024, settings.adamEpsilon());
        return new PpoFollowers(mind, settings, new PpoFollowers.Habits(HORIZON, 0, false), crew);
    }

    private static double share(Outcome outcome) {
        double[] rewards = outcome.meanAmounts(Outcome.REWARD);
        return (rewards[0] + rewards[1]) / (2.0 * outcome.steps());
    }

    private static Government<Pomg> anarchy() {
        return Government.fixed(Design.zeros(0));
    }

    @Test
    void followers_learnToNameWhatTheySee() {
        try (Crew crew = Crew.of(1);
                Pomg economy = economy(1)) {
            PpoFollowers followers = followers(economy, crew);
            double before = share(followers.live(economy, anarchy(), HORIZON, Seed.of(1)));
            assertThat(before).isCloseTo(1 / 3.0, within(0.1));
            for (int k = 2; k < 30; k++) {
                followers.live(economy, anarchy(), HORIZON, Seed.of(k));
            }
            Outcome after = followers.frozen().live(economy, anarchy(), 100, Seed.of(99));
            assertThat(share(after)).isGreaterThan(0.9);
        }
    }

    @Test
    void learning_isTheSameToTheBit_onOneThreadAndOnTwo() {
        assertThat(parametersAfter(1)).isEqualTo(parametersAfter(2));
    }

    private static float[] parametersAfter(int threads) {
        try (Crew crew = Crew.of(threads);
                Pomg economy = economy(threads)) {
            PpoFollowers followers = followers(economy, crew);
            for (int k = 0; k < 3; k++) {
                followers.live(economy, anarchy(), 2 * HORIZON, Seed.of(k));
            }
            return followers.mind().parameters();
        }
    }

    @Test
    void resumedLearning_isTheSameToTheBit_asLearningNeverStopped() throws IOException {
        try (Crew crew = Crew.of(1);
                Pomg one = economy(1);
                Pomg other = economy(1)) {
            PpoFollowers never = followers(one, crew);
            never.live(one, anarchy(), HORIZON, Seed.of(1));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            one.save(new DataOutputStream(bytes));
            never.save(new DataOutputStream(bytes));
            never.live(one, anarchy(), HORIZON, Seed.of(2));

            PpoFollowers resumed = followers(other, crew);
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
            other.load(in);
            resumed.load(in);
            resumed.live(other, anarchy(), HORIZON, Seed.of(2));
            assertThat(resumed.mind().parameters()).isEqualTo(never.mind().parameters());
            assertThat(other.stateHash()).isEqualTo(one.stateHash());
        }
    }

    @Test
    void copy_learnsWithoutTheOriginalNoticing() {
        try (Crew crew = Crew.of(1);
                Pomg economy = economy(1)) {
            PpoFollowers followers = followers(economy, crew);
            float[] before = followers.mind().parameters();
            PpoFollowers copy = followers.copy();
            copy.live(economy, anarchy(), HORIZON, Seed.of(1));
            assertThat(followers.mind().parameters()).isEqualTo(before);
            assertThat(copy.mind().parameters()).isNotEqualTo(before);
        }
    }

    /** Invariant 25: a ratio other than 1 before any update means that stored and recomputed observations differ. */
    @Test
    void invariant25_recomputedLogProbabilities_equalTheStoredOnes() {
        try (Crew crew = Crew.of(1);
                Pomg economy = economy(1)) {
            PpoFollowers followers = followers(economy, crew);
            PpoSettings once = new PpoSettings(
                    1e-12, 1e-5, 0.9, 0.95, 0.2, true, 0, 0.5, 0.5, 1, 100_000, true, Double.POSITIVE_INFINITY);
            PpoFollowers still = new PpoFollowers(
                    followers.mind().copy(2048), once, new PpoFollowers.Habits(HORIZON, 0, false), crew);
            still.live(economy, anarchy(), HORIZON, Seed.of(1));
            assertThat(still.figures().get("kl")).isCloseTo(0, within(1e-9));
            assertThat(still.figures().get("clip_fraction")).isZero();
        }
    }

    @Test
    void live_refusesARoundThatIsNoWholeNumberOfHorizons() {
        try (Crew crew = Crew.of(1);
                Pomg economy = economy(1)) {
            PpoFollowers followers = followers(economy, crew);
            assertThatThrownBy(() -> followers.live(economy, anarchy(), HORIZON + 1, Seed.of(1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("steps to live (33) must be a whole number of horizons (32)");
        }
    }
}
