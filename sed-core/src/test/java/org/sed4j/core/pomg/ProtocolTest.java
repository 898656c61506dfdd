package org.sed4j.core.pomg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.sed4j.core.pomg.Economies.actions;
import static org.sed4j.core.pomg.Economies.begun;
import static org.sed4j.core.pomg.Economies.designs;
import static org.sed4j.core.pomg.Economies.floats;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

/** The protocol of a {@link Pomg}: what it publishes when, what it refuses and how it says so. */
class ProtocolTest {

    @Test
    void batch_mustBeResetFirst() {
        try (Pomg economy = Worlds.of(Plain::new).build()) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> economy.step(actions(economy)))
                    .withMessageContaining("reset() was forgotten");
        }
    }

    @Test
    void secondReset_isANewEpisode_sameForEnginesOfOneSeed() {
        try (Pomg one = begun(Plain::new, 4);
                Pomg other = begun(Plain::new, 4)) {
            float[] first = floats(one.now().numbers());
            one.reset();
            other.reset();
            assertThat(floats(one.now().numbers()))
                    .isNotEqualTo(first)
                    .isEqualTo(floats(other.now().numbers()));
            assertThat(one.stateHash()).isEqualTo(other.stateHash());
        }
    }

    @Test
    void action_outOfRange_isRefusedBeforeAnyWorldSteps() {
        try (Pomg economy = begun(() -> new Market(1), 3)) {
            long before = economy.stateHash();
            int[] joint = new int[18];
            joint[2 * 6 + 3] = 7; // world 2, player 1, head 1
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> economy.step(actions(economy, joint)))
                    .withMessageContaining("Action 7 of player 1 in world 2 (head 1) must lie in [0, 2]");
            joint[15] = 0;
            joint[0] = -1;
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> economy.consult(actions(economy, joint)))
                    .withMessageContaining("Action -1 of player 0 in world 0 (head 0)");
            assertThat(economy.stateHash()).isEqualTo(before);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> economy.step(IntTensor.zeros(4, 6)))
                    .withMessageContaining("actions (24) must be 18");
        }
    }

    /** A world that fails when player 0 chooses 2. */
    static final class Fragile extends Plain {
        @Override
        public void step(int[] actions, float[] design, Rng rng, float[] rewards) {
            if (actions[0] == 2) {
                throw new ArithmeticException("two");
            }
            super.step(actions, design, rng, rewards);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void failingWorld_isNamed_andTheOthersGoOn(int threads) {
        try (Pomg economy = Worlds.of(Fragile::new)
                        .batch(6)
                        .threads(threads)
                        .seed(Seed.of(3))
                        .build();
                Pomg healthy = begun(Fragile::new, 6)) {
            economy.reset();
            economy.step(actions(economy));
            healthy.step(actions(healthy));
            IntTensor some = actions(economy, 1, 1, 1, 1, 2, 1, 1, 1, 2, 1, 1, 1);
            assertThatIllegalStateException()
                    .isThrownBy(() -> economy.step(some))
                    .withMessageContaining("World 2 failed in step (tick 2, joint action [2, 1])")
                    .withCauseInstanceOf(ArithmeticException.class);
            healthy.step(actions(healthy, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1));
            for (int b : new int[] {0, 1, 3, 5}) {
                assertThat(economy.save().records().get(b))
                        .isEqualTo(healthy.save().records().get(b));
            }
            economy.reset();
            economy.step(actions(economy));
        }
    }

    @Test
    void endedWorlds_staySoUntilTheyAreReset_othersAreLeftAlone() {
        try (Pomg economy = begun(() -> new EscapeRoom(2, 1), 2)) {
            economy.step(actions(economy, 0, 2, 1, 1)); // world 0 escapes
            Tensors now = economy.now();
            assertThat(now.terminated().get(0)).isEqualTo((byte) 1);
            assertThat(now.ended().get(1)).isZero();
            assertThat(now.codes().get(0))
                    .as("last observation, still readable")
                    .isZero();
            assertThat(now.gauges().get(0)).isEqualTo(1);
            Snapshot before = economy.save();
            economy.reset(now.ended());
            assertThat(now.codes().get(0)).isEqualTo((byte) 1);
            assertThat(now.ended().get(0)).isZero();
            assertThat(now.rewards().get(1)).isZero();
            assertThat(economy.save().records().get(1))
                    .isEqualTo(before.records().get(1));
            assertThat(economy.save().records().get(0))
                    .isNotEqualTo(before.records().get(0));
        }
    }

    @Test
    void truncation_isApartFromTermination() {
        try (Pomg economy = begun(() -> new EscapeRoom(2, 1), 1)) {
            for (int t = 0; t < 5; t++) {
                assertThat(economy.now().truncated().get(0)).isZero();
                economy.step(actions(economy, 1, 1));
            }
            assertThat(economy.now().truncated().get(0)).isEqualTo((byte) 1);
            assertThat(economy.now().terminated().get(0)).isZero();
            assertThat(economy.now().ended().get(0)).isEqualTo((byte) 1);
        }
    }

    @Test
    void settlement_paysTheDesignInForce_andPublishesTheLedger() {
        try (Pomg economy = begun(() -> new EscapeRoom(2, 1), 2)) {
            economy.enact(designs(economy, 0.5f, 0, 1, 2, 0, 0));
            economy.step(actions(economy, 0, 2, 0, 2));
            // -1 for moving to the lever, +10 for the open door; then φ_lever and φ_door
            assertThat(floats(economy.now().rewards())).containsExactly(-0.5f, 11, 1, 10);
            assertThat(floats(economy.now().ledger())).containsExactly(-1, 10, 0, 2, -1, 10, 0, 2);
            float[] again = new float[2];
            economy.settlement().orElseThrow().rewards(new float[] {-1, 10, 0, 2}, new float[] {0.5f, 0, 1}, again);
            assertThat(again).containsExactly(-0.5f, 11);
        }
    }

    @Test
    void principal_isShownTheJointActionAboutToBePlayed() {
        try (Pomg economy = begun(() -> new EscapeRoom(2, 1), 1)) {
            assertThat(economy.anyDue()).isTrue();
            economy.consult(actions(economy, 0, 2));
            byte[] seen = new byte[4];
            economy.now().principalCodes().view().get(0, seen);
            assertThat(seen).containsExactly(1, 1, 0, 2);
        }
    }

    @Test
    void tensorsTooLargeForAView_areRefusedAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Worlds.of(() -> new Market(1)).batch(200_000_000).build())
                .withMessageContaining("bytes of the largest tensor");
    }
}
