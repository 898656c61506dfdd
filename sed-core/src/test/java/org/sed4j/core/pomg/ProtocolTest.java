package org.sed4j.core.pomg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.Divergences;
import org.sed4j.core.game.FeasibleSet;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

/** The protocol of a {@link Pomg}: what it publishes when, what it refuses and how it says so. */
class ProtocolTest {

    private static Pomg begun(java.util.function.Supplier<? extends World> maker, int batch) {
        Pomg economy = Worlds.of(maker).batch(batch).seed(Seed.of(3)).build();
        economy.reset();
        return economy;
    }

    private static IntTensor actions(Pomg economy, int... values) {
        IntTensor actions = IntTensor.zeros(
                economy.batch(),
                (long) economy.spaces().players() * economy.spaces().heads());
        for (int at = 0; at < values.length; at++) {
            actions.set(at, values[at]);
        }
        return actions;
    }

    private static FloatTensor designs(Pomg economy, float... values) {
        FloatTensor designs =
                FloatTensor.zeros(economy.batch(), economy.spaces().design().dimension());
        designs.view().put(0, values);
        return designs;
    }

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

    private static float[] floats(FloatTensor tensor) {
        float[] values = new float[tensor.length()];
        tensor.view().get(0, values);
        return values;
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

    /** A world that shows the design in force. */
    static final class Shows extends Plain {
        @Override
        public void observe(int player, float[] design, View out) {
            out.numbers[0] = design[0];
        }

        @Override
        public boolean due() {
            return sum % 2 == 0;
        }
    }

    @Test
    void enact_republishes_enactWhereDueDoesNot() {
        try (Pomg economy = begun(Shows::new, 8)) {
            long before = economy.stateHash();
            economy.enact(Design.of(0.25));
            assertThat(floats(economy.now().numbers())).containsOnly(0.25f);
            assertThat(floats(economy.now().design())).containsOnly(0.25f);
            FloatTensor half = designs(economy, .5f, .5f, .5f, .5f, .5f, .5f, .5f, .5f);
            economy.enactWhereDue(half);
            assertThat(floats(economy.now().numbers())).containsOnly(0.25f);
            for (int b = 0; b < 8; b++) {
                assertThat(economy.now().design().get(b))
                        .isEqualTo(economy.now().due().get(b) == 1 ? 0.5f : 0.25f);
            }
            assertThat(floats(economy.now().design())).contains(0.5f).contains(0.25f);
            assertThat(economy.stateHash()).as("designs are no state").isEqualTo(before);
            economy.step(actions(economy));
            assertThat(floats(economy.now().numbers())).contains(0.5f);
            economy.reset();
            assertThat(floats(economy.now().design())).containsOnly(0);
        }
    }

    @Test
    void design_outsideTheSpace_isRefusedWhole() {
        try (Pomg economy = begun(Shows::new, 2)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> economy.enact(designs(economy, 0.5f, 1.25f)))
                    .withMessageContaining("The design for world 1 may not be enacted: rate_0 (1.25)")
                    .withMessageContaining("[0.0, 1.0]");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> economy.enact(designs(economy, Float.NaN, 0)))
                    .withMessageContaining("world 0")
                    .withMessageContaining("rate_0 (NaN) must be a finite number");
            assertThat(floats(economy.now().design())).containsOnly(0);
            assertThatIllegalArgumentException().isThrownBy(() -> economy.enact(Design.of(2)));
            int idle = economy.now().due().get(0) == 0 ? 0 : 1;
            if (economy.now().due().get(idle) == 0) {
                float[] rows = {0.5f, 0.5f};
                rows[idle] = 99; // not due, not read
                economy.enactWhereDue(designs(economy, rows));
            }
        }
    }

    @Test
    void design_beyondDelta_isRefused_forEveryDivergence() {
        for (Divergences divergence : List.of(Divergences.L1, Divergences.L2, Divergences.LINF)) {
            try (Pomg economy = begun(() -> new EscapeRoom(2, 1), 2)) {
                DesignSpace space = economy.spaces().design();
                economy.admit(new FeasibleSet(space, Design.of(1, 1, 1), divergence, 0.5));
                economy.enact(designs(economy, 1, 1.5f, 1, 1, 0.5f, 1));
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> economy.enact(designs(economy, 1, 1, 1, 1, 1.6f, 1)))
                        .withMessageContaining("world 1")
                        .withMessageContaining("δ allows 0.5");
            }
        }
    }

    /** A world whose design is a distribution. */
    static final class Shares extends Plain {
        private static final Spaces SIMPLEX = Spaces.players(2)
                .actions(3)
                .numbers("sum")
                .principalNumbers("sum")
                .design(new DesignSpace.Simplex(List.of("a", "b")))
                .build();

        @Override
        public Spaces spaces() {
            return SIMPLEX;
        }
    }

    @Test
    void simplexAndKl_areChecked_andBeginUniform() {
        try (Pomg economy = begun(Shares::new, 1)) {
            assertThat(floats(economy.now().design())).containsExactly(0.5f, 0.5f);
            economy.enact(designs(economy, 0.3f, 0.7f));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> economy.enact(designs(economy, 0.3f, 0.8f)))
                    .withMessageContaining("sum to");
            economy.admit(new FeasibleSet(economy.spaces().design(), Design.of(0.5, 0.5), Divergences.KL, 0.1));
            economy.enact(designs(economy, 0.4f, 0.6f)); // 0.4 ln 0.8 + 0.6 ln 1.2 = 0.020 nats
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> economy.enact(designs(economy, 0.1f, 0.9f))) // 0.37 nats
                    .withMessageContaining("KL");
        }
    }

    @Test
    void bound_roundedToFloat_isAllowed() {
        Spaces spaces = Spaces.players(2)
                .actions(3)
                .numbers("sum")
                .principalNumbers("sum")
                .design(DesignSpace.box(0, 0.1, "rate"))
                .build();
        try (Pomg economy = Worlds.of(() -> new Narrow(spaces)).build()) {
            economy.reset();
            economy.enact(Design.of(0.1));
            economy.enact(designs(economy, 0.1f)); // a little more than 0.1
            assertThatIllegalArgumentException().isThrownBy(() -> economy.enact(designs(economy, 0.10001f)));
        }
    }

    /** A world with other spaces. */
    static final class Narrow extends Plain {
        private final Spaces spaces;

        Narrow(Spaces spaces) {
            this.spaces = spaces;
        }

        @Override
        public Spaces spaces() {
            return spaces;
        }
    }

    @Test
    void initialDesign_isInForceAfterAReset_andMustBeInTheSpace() {
        try (Pomg economy =
                Worlds.of(Plain::new).initial(Design.of(0.5)).batch(2).build()) {
            economy.reset();
            economy.enact(Design.of(0.9));
            economy.reset(economy.now().ended());
            assertThat(floats(economy.now().design())).containsOnly(0.9f);
            economy.reset();
            assertThat(floats(economy.now().design())).containsOnly(0.5f);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Worlds.of(Plain::new).initial(Design.of(3)).build());
    }

    @Test
    void portrait_isACopyInTheSameState_andChangingItChangesNothing() {
        try (Pomg economy = begun(Plain::new, 3)) {
            economy.step(actions(economy));
            long before = economy.stateHash();
            World portrait = economy.portrait(1);
            View seen = new View(0, economy.spaces().numbers().size());
            portrait.observe(0, new float[] {0}, seen);
            float[] published = floats(economy.now().numbers());
            int width = seen.numbers.length;
            assertThat(seen.numbers).containsExactly(java.util.Arrays.copyOfRange(published, 2 * width, 3 * width));
            portrait.reset(org.sed4j.core.run.Seed.of(9).rng());
            assertThat(economy.stateHash()).isEqualTo(before);
        }
    }

    @Test
    void freshFork_divergesFromItsOrigin_sharedOneDoesNot() {
        try (Pomg economy = begun(Plain::new, 3)) {
            economy.step(actions(economy));
            economy.enact(designs(economy, 0.1f, 0.2f, 0.3f));
            economy.fork(2, 0, Noise.SHARED);
            economy.fork(2, 1, Noise.FRESH);
            assertThat(floats(economy.now().design())).containsOnly(0.3f);
            for (int t = 0; t < 40; t++) {
                economy.step(actions(economy));
            }
            float[] sums = floats(economy.now().numbers());
            assertThat(sums[0]).isEqualTo(sums[4]);
            assertThat(sums[2]).isNotEqualTo(sums[4]);
        }
    }

    @Test
    void forked_makesABatchOfCopies_worldByWorld() {
        try (Pomg economy = begun(Plain::new, 3);
                Pomg forks = economy.forked(new int[] {2, 0}, 2, Noise.FRESH)) {
            float[] origin = floats(economy.now().numbers());
            assertThat(forks.batch()).isEqualTo(4);
            float[] seen = floats(forks.now().numbers());
            assertThat(new float[] {seen[0], seen[2], seen[4], seen[6]})
                    .containsExactly(origin[4], origin[4], origin[0], origin[0]);
            assertThat(forks.save().records()).doesNotHaveDuplicates();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> economy.forked(new int[] {3}, 1, Noise.SHARED))
                    .withMessageContaining("world (3) must lie in [0, 2]");
        }
    }

    @Test
    void snapshot_ofAnotherWorldOrSize_isRefused() {
        try (Pomg economy = begun(Plain::new, 2);
                Pomg small = begun(Plain::new, 1);
                Pomg other = begun(() -> new EscapeRoom(2, 1), 2);
                Pomg larger = begun(() -> new EscapeRoom(3, 1), 2)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> small.restore(economy.save()))
                    .withMessageContaining("worlds of the snapshot (2) must be 1");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> economy.restore(other.save()))
                    .withMessageContaining(
                            "this economy has \"world Plain\" where the snapshot has \"world EscapeRoom\"");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> other.restore(larger.save()))
                    .withMessageContaining("\"float[2] rewards\"");
            long before = small.stateHash();
            small.restore(new Snapshot(
                    economy.save().schema(), List.of(economy.save().records().get(1))));
            assertThat(small.stateHash()).isNotEqualTo(before);
            assertThat(small.now().numbers().get(0))
                    .isEqualTo(economy.now().numbers().get(2));
        }
    }

    @Test
    void checkpoint_cutShortOrForeign_isRefused_andChangesNothing() throws IOException {
        try (Pomg economy = begun(Plain::new, 2);
                Pomg other = begun(() -> new EscapeRoom(2, 1), 2)) {
            byte[] whole = saved(economy);
            economy.step(actions(economy));
            long hash = economy.stateHash();
            for (int length = 0; length < whole.length; length += 3) {
                byte[] part = Arrays.copyOf(whole, length);
                assertThatThrownBy(() -> load(economy, part))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("ends early");
            }
            assertThatThrownBy(() -> load(other, whole))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("schema");
            byte[] foreign = whole.clone();
            foreign[3] = 9;
            assertThatThrownBy(() -> load(economy, foreign)).hasMessageContaining("another version");
            byte[] mad = whole.clone();
            mad[4] = 127;
            assertThatThrownBy(() -> load(economy, mad)).hasMessageContaining("damaged");
            assertThat(economy.stateHash()).isEqualTo(hash);
            load(economy, whole);
            assertThat(saved(economy)).isEqualTo(whole);
        }
    }

    private static byte[] saved(Pomg economy) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        economy.save(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static void load(Pomg economy, byte[] bytes) throws IOException {
        economy.load(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    @Test
    void tensorsTooLargeForAView_areRefusedAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Worlds.of(() -> new Market(1)).batch(200_000_000).build())
                .withMessageContaining("bytes of the largest tensor");
    }
}
