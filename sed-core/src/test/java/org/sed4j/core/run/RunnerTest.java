package org.sed4j.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunnerTest {
    private static final int TURNS = 12;
    private static final Plan PLAN =
            Plan.of("turn", TURNS).checkpoints(3, 2).speed("steps_per_second").watching("x", "walk");

    private final Path parent;

    RunnerTest(@TempDir Path parent) {
        this.parent = parent;
    }

    /** A random walk that is measured every so many turns. */
    private static final class Walk implements Turns {
        private final int measured;
        private final LongConsumer before;
        private long number;
        private double walk;

        Walk(int measured, LongConsumer before) {
            this.measured = measured;
            this.before = before;
        }

        @Override
        public long number() {
            return number;
        }

        @Override
        public long rows() {
            return number / measured;
        }

        @Override
        public boolean ended() {
            return number == TURNS;
        }

        @Override
        public long of() {
            return TURNS;
        }

        @Override
        public Map<String, Double> next() {
            before.accept(number);
            walk += Seed.of(1).at(number).rng().gaussian();
            number++;
            Map<String, Double> row = new LinkedHashMap<>();
            if (number % measured == 0) {
                row.put("round", (double) number);
                row.put("walk", walk);
                row.put("undefined", Double.NaN);
            }
            return row;
        }

        @Override
        public void save(DataOutput out) throws IOException {
            out.writeLong(number);
            out.writeDouble(walk);
        }

        @Override
        public void load(DataInput in) throws IOException {
            number = in.readLong();
            walk = in.readDouble();
        }
    }

    private static Walk walk(LongConsumer before) {
        return new Walk(1, before);
    }

    private RunFolder folder(String name) throws IOException {
        return RunFolder.create(parent.resolve(name), RunRecord.begun(1, 1, "sed", "a: 1\n", Instant.EPOCH));
    }

    private static boolean play(Turns turns, RunFolder folder) throws IOException {
        return Runner.play(turns, folder, PLAN, Progress.silent(), Interruption.none());
    }

    @Test
    void run_leavesARowATurnAndTheLastCheckpoints() throws IOException {
        RunFolder folder = folder("run");
        assertThat(play(walk(t -> {}), folder)).isTrue();
        Table table = Table.read(folder.metrics());
        assertThat(table.rows()).isEqualTo(TURNS);
        assertThat(table.column("undefined")).containsOnly(Double.NaN);
        assertThat(Table.read(folder.timing()).columns()).containsExactly("round", "seconds", "steps_per_second");
        assertThat(folder.checkpoints().toFile().list())
                .containsExactlyInAnyOrder("round-000000009.ckpt", "round-000000012.ckpt");
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "1, 1", "1, 5", "1, 11", "4, 2", "4, 4", "4, 7"})
    void run_stoppedAnywhere_resumesToTheSameBytes(int measured, int stop) throws IOException {
        RunFolder whole = folder("whole");
        play(new Walk(measured, t -> {}), whole);
        RunFolder stopped = folder("stopped");
        Interruption interruption = Interruption.none();
        Walk first = new Walk(measured, t -> {
            if (t == stop) {
                interruption.request();
            }
        });
        assertThat(Runner.play(first, stopped, PLAN, Progress.silent(), interruption))
                .isEqualTo(stop + 1 == TURNS);
        assertThat(play(new Walk(measured, t -> {}), stopped)).isTrue();
        assertThat(stopped.metrics()).hasSameBinaryContentAs(whole.metrics());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 8})
    void run_thatDiverges_keepsTheStateBeforeIt(int at) throws IOException {
        RunFolder folder = folder("run");
        Walk broken = walk(t -> {
            if (t == at) {
                throw new NumericalDivergence(at, "walk", Double.NaN);
            }
        });
        assertThatThrownBy(() -> play(broken, folder)).isInstanceOf(NumericalDivergence.class);
        assertThat(folder.checkpoints(2).any()).isEqualTo(at > 0);
        if (at > 0) {
            assertThat(folder.checkpoints(2).load(walk(t -> {}))).isEqualTo(at);
        }
        RunFolder whole = folder("whole");
        play(walk(t -> {}), whole);
        assertThat(play(walk(t -> {}), folder)).isTrue();
        assertThat(folder.metrics()).hasSameBinaryContentAs(whole.metrics());
    }

    /** Turns that come out otherwise when they are played again are not kept as if they had been. */
    @Test
    void run_thatDivergesAndIsNoRepetition_keepsItsCheckpoint() throws IOException {
        RunFolder folder = folder("run");
        boolean[] diverged = {false};
        Walk[] broken = new Walk[1];
        broken[0] = walk(t -> {
            if (t == 5) {
                diverged[0] = true;
                throw new NumericalDivergence(5, "walk", Double.NaN);
            }
            broken[0].walk += diverged[0] ? 1 : 0;
        });
        assertThatThrownBy(() -> play(broken[0], folder)).isInstanceOf(NumericalDivergence.class);
        assertThat(folder.checkpoints(2).load(walk(t -> {}))).isEqualTo(3);
    }

    /** R10: what a resume needs is read before the first byte is written. */
    @ParameterizedTest
    @CsvSource({"metrics.csv, 2", "timing.csv, 2", "metrics.csv, 0", "log.jsonl, 1", "metrics.csv, 6"})
    void resume_ofDamagedTables_isRefusedAndLeavesEverything(String name, int line) throws IOException {
        RunFolder folder = folder("run");
        Interruption interruption = Interruption.none();
        Logged logged = new Logged(folder, walk(t -> {
            if (t == 6) {
                interruption.request();
            }
        }));
        Runner.play(logged, folder, PLAN, Progress.silent(), interruption);
        Path file = folder.root().resolve(name);
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        if (name.endsWith("l")) {
            lines.remove(line);
        } else {
            lines.set(line, lines.get(line).replaceFirst(",[^,]*$", ""));
        }
        Files.write(file, lines);
        Map<String, String> before = FolderDigest.of(folder.root());
        assertThatThrownBy(() -> play(new Logged(folder, walk(t -> {})), folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(name);
        assertThat(FolderDigest.of(folder.root())).isEqualTo(before);
        Files.delete(file);
        before = FolderDigest.of(folder.root());
        assertThatThrownBy(() -> play(new Logged(folder, walk(t -> {})), folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("must be at least the checkpoint's");
        assertThat(FolderDigest.of(folder.root())).isEqualTo(before);
    }

    /** A walk that also writes a line a turn. */
    private static final class Logged implements Turns, Growing {
        private final Walk walk;
        private final Path file;

        Logged(RunFolder folder, Walk walk) {
            this.walk = walk;
            this.file = folder.root().resolve("log.jsonl");
        }

        @Override
        public long number() {
            return walk.number();
        }

        @Override
        public boolean ended() {
            return walk.ended();
        }

        @Override
        public long of() {
            return walk.of();
        }

        @Override
        public Map<String, Double> next() {
            return walk.next();
        }

        @Override
        public List<Growing> logs() {
            return List.of(this);
        }

        @Override
        public void log() throws IOException {
            Files.writeString(file, walk.walk + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }

        @Override
        public void check(long rows) throws IOException {
            long there = Files.exists(file) ? Files.readAllLines(file).size() : 0;
            if (there < rows) {
                throw new IOException("lines of log.jsonl (" + there + ") must be at least the checkpoint's " + rows);
            }
        }

        @Override
        public void truncateTo(long rows) throws IOException {
            if (Files.exists(file)) {
                Files.write(file, Files.readAllLines(file).subList(0, (int) rows));
            }
        }

        @Override
        public void sync() {}

        @Override
        public void save(DataOutput out) throws IOException {
            walk.save(out);
        }

        @Override
        public void load(DataInput in) throws IOException {
            walk.load(in);
        }
    }

    /** Turns are played again after a divergence, but what grows beside the tables does not get their lines twice. */
    @Test
    void run_thatDiverges_writesNoLineTwice() throws IOException {
        RunFolder folder = folder("run");
        assertThatThrownBy(() -> play(
                        new Logged(folder, walk(t -> {
                            if (t == 5) {
                                throw new NumericalDivergence(5, "walk", Double.NaN);
                            }
                        })),
                        folder))
                .isInstanceOf(NumericalDivergence.class);
        assertThat(folder.root().resolve("log.jsonl")).content().hasLineCount(5);
    }

    /** A figure that is missing later on is an empty cell; one that comes late is said to be left out. */
    @Test
    void rows_ofOtherColumns_endNoRun() throws IOException {
        RunFolder folder = folder("run");
        List<String> notes = new ArrayList<>();
        Turns odd = new Turns() {
            private long number;

            @Override
            public long number() {
                return number;
            }

            @Override
            public boolean ended() {
                return number == 2;
            }

            @Override
            public long of() {
                return 2;
            }

            @Override
            public Map<String, Double> next() {
                return number++ == 0 ? Map.of("a", 1.0) : Map.of("b", 2.0);
            }

            @Override
            public void save(DataOutput out) {}

            @Override
            public void load(DataInput in) {}
        };
        Progress progress = new PlainProgress(notes::add, System::nanoTime, 0, "turns");
        assertThat(Runner.play(odd, folder, PLAN, progress, Interruption.none()))
                .isTrue();
        assertThat(folder.metrics()).hasContent("a\n1\n\n");
        assertThat(notes).anyMatch(note -> note.contains("The figure b was not in the first row"));
    }
}
