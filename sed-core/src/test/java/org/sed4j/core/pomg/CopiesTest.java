package org.sed4j.core.pomg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sed4j.core.pomg.Economies.actions;
import static org.sed4j.core.pomg.Economies.begun;
import static org.sed4j.core.pomg.Economies.designs;
import static org.sed4j.core.pomg.Economies.floats;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Portraits, forks, snapshots and checkpoints: copies that live as what they were made from. */
class CopiesTest {

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
}
