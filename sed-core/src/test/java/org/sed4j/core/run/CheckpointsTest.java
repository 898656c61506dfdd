package org.sed4j.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointsTest {
    private static final String DIGEST = "ab".repeat(32);

    private final Path folder;

    CheckpointsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** A thousand numbers that follow from a seed. */
    private static final class Numbers implements Checkpointed {
        final long[] values = new long[1000];

        static Numbers of(long seed) {
            Numbers numbers = new Numbers();
            Rng rng = Seed.of(seed).rng();
            Arrays.setAll(numbers.values, i -> rng.nextLong());
            return numbers;
        }

        @Override
        public void save(DataOutput out) throws IOException {
            for (long value : values) {
                out.writeLong(value);
            }
        }

        @Override
        public void load(DataInput in) throws IOException {
            for (int i = 0; i < values.length; i++) {
                values[i] = in.readLong();
            }
        }
    }

    private Checkpoints kept(int keep) {
        return new Checkpoints(folder, DIGEST, keep);
    }

    private Path saved(long round) throws IOException {
        kept(2).save(round, Numbers.of(round));
        return kept(2).newest().orElseThrow();
    }

    @Test
    void state_saved_loadsToTheBit() throws IOException {
        saved(7);
        Numbers loaded = new Numbers();
        assertThat(kept(2).load(loaded)).isEqualTo(7);
        assertThat(loaded.values).isEqualTo(Numbers.of(7).values);
    }

    @Test
    void save_aboveTheLimit_forgetsTheOldestOnly() throws IOException {
        for (int round = 8; round <= 11; round++) {
            saved(round);
        }
        assertThat(FolderDigest.of(folder)).containsOnlyKeys("", "round-000000010.ckpt", "round-000000011.ckpt");
        Numbers loaded = new Numbers();
        assertThat(kept(2).load(loaded)).isEqualTo(11);
    }

    @Test
    void save_thatFailsInTheMiddle_leavesTheOneBefore() throws IOException {
        saved(3);
        Map<String, String> before = FolderDigest.of(folder);
        Checkpointed failing = new Checkpointed() {
            @Override
            public void save(DataOutput out) throws IOException {
                out.write(new byte[200_000]);
                throw new IllegalStateException("no state");
            }

            @Override
            public void load(DataInput in) {}
        };
        assertThatThrownBy(() -> kept(2).save(4, failing)).hasMessage("no state");
        assertThat(FolderDigest.of(folder)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 40, 68, 100, 4000, 8099})
    void load_aFileCutShort_isRefusedAndTouchesNothing(int length) throws IOException {
        Path file = saved(5);
        assertThat(Files.size(file)).isEqualTo(8100);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));
        refused(length < 8 ? "is not a checkpoint" : "is cut short: " + length + " bytes");
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 25, 55, 70, 99, 100, 4000, 8099})
    void load_aFileWithAChangedByte_isRefusedAndTouchesNothing(int at) throws IOException {
        Path file = saved(5);
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= 1;
        Files.write(file, bytes);
        refused("is damaged: its checksum does not match");
    }

    private void refused(String rule) throws IOException {
        Map<String, String> before = FolderDigest.of(folder);
        Numbers untouched = new Numbers();
        assertThatThrownBy(() -> kept(2).load(untouched))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("checkpoint (" + folder.resolve("round-000000005.ckpt") + ") ")
                .hasMessageContaining(rule)
                .hasMessageContaining("\nMaybe ");
        assertThat(untouched.values).containsOnly(0);
        assertThat(FolderDigest.of(folder)).isEqualTo(before);
    }

    @Test
    void load_aFileThatIsTooLong_isRefused() throws IOException {
        Path file = saved(5);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 9000));
        refused("is too long: 9000 bytes where 8100 were written");
    }

    @Test
    void load_anotherProgramsFile_isRefused() throws IOException {
        Files.writeString(folder.resolve("round-000000005.ckpt"), "PK".repeat(500));
        refused("is not a checkpoint");
    }

    @Test
    void load_anotherConfigurations_isRefused() throws IOException {
        new Checkpoints(folder, "cd".repeat(32), 1).save(5, Numbers.of(5));
        refused("belongs to another configuration");
    }

    @Test
    void load_aDamagedNewest_namesTheOneBeforeAndDoesNotTakeIt() throws IOException {
        saved(4);
        Path newest = saved(5);
        Files.write(newest, Arrays.copyOf(Files.readAllBytes(newest), 99));
        Numbers untouched = new Numbers();
        assertThatThrownBy(() -> kept(2).load(untouched))
                .hasMessageContaining("is cut short")
                .hasMessageContaining("The state before it is round-000000004.ckpt");
        assertThat(untouched.values).containsOnly(0);
    }

    /** Every single bit: a hash covers what it says of itself and the state. */
    @Test
    void load_aFileWithAnyFlippedBit_isRefused() throws IOException {
        Path file = saved(5);
        byte[] bytes = Files.readAllBytes(file);
        Rng rng = Seed.of(3).rng();
        for (int trial = 0; trial < 300; trial++) {
            int bit = trial < 100 ? 8 * trial + rng.below(8) : rng.below(8 * bytes.length);
            byte[] flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, flipped);
            Numbers untouched = new Numbers();
            assertThatThrownBy(() -> kept(2).load(untouched)).as("bit " + bit).isInstanceOf(IOException.class);
            assertThat(untouched.values).containsOnly(0);
        }
    }

    /** E10: where the older file would fail alike, nobody is told to delete the newer one. */
    @Test
    void load_aStateOfAnotherSize_advisesNoDeletion() throws IOException {
        saved(4);
        saved(5);
        Checkpointed larger = new Checkpointed() {
            @Override
            public void save(DataOutput out) {}

            @Override
            public void load(DataInput in) throws IOException {
                in.readFully(new byte[9000]);
            }
        };
        assertThatThrownBy(() -> kept(2).load(larger))
                .hasMessageContaining("holds less than this run's state")
                .hasMessageNotContaining("delete");
        for (String name : new String[] {"round-000000004.ckpt", "round-000000005.ckpt"}) {
            Files.write(folder.resolve(name), new byte[50]);
        }
        assertThatThrownBy(() -> kept(2).load(new Numbers())).hasMessageNotContaining("delete");
    }

    @Test
    void load_aStateOfAnotherSize_isRefused() throws IOException {
        saved(5);
        Checkpointed smaller = new Checkpointed() {
            @Override
            public void save(DataOutput out) {}

            @Override
            public void load(DataInput in) throws IOException {
                in.readLong();
            }
        };
        assertThatThrownBy(() -> kept(2).load(smaller)).hasMessageContaining("holds more than this run's state");
        kept(2).save(6, smaller);
        assertThatThrownBy(() -> kept(2).load(new Numbers())).hasMessageContaining("holds less than this run's state");
    }

    @Test
    void load_withNothingSaved_saysSo() {
        assertThatThrownBy(() -> kept(2).load(new Numbers()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("must hold a state");
    }
}
