package org.sed4j.core.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sed4j.core.config.Config;
import org.sed4j.core.config.Key;
import org.sed4j.core.config.Schema;
import org.sed4j.core.run.Code;
import org.sed4j.core.run.Interruption;
import org.sed4j.core.run.Plan;
import org.sed4j.core.run.Progress;
import org.sed4j.core.run.RunFolder;
import org.sed4j.core.run.Runner;
import org.sed4j.core.run.Turns;

/** A sweep of runs that count: skipped, resumed, failed, stopped, and always the same tables. */
class SweepTest {
    private static final Schema SCHEMA = Schema.of(
            "counting",
            Map.of("run", "How", "count", "What"),
            List.of(
                    Key.whole("run.seed", 1).means("seed"),
                    Key.whole("count.by", 1).from(1).to(9).means("step"),
                    Key.whole("count.fails", 0).from(0).means("turn at which it fails; 0 for none")),
            List.of());

    private final AtomicInteger turns = new AtomicInteger();
    /** Turns after which the sweep is stopped. */
    private int patience = Integer.MAX_VALUE;

    private final Path folder;

    SweepTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private final Experiment counting = new Experiment() {
        @Override
        public Config config(Map<String, String> settings, long seed) {
            Config config = SCHEMA.initial().with("run.seed", Long.toString(seed));
            for (Map.Entry<String, String> setting : settings.entrySet()) {
                config = config.with(setting.getKey(), setting.getValue());
            }
            return config;
        }

        @Override
        public Optional<Map<String, Double>> run(Config config, RunFolder run, Interruption interruption)
                throws IOException {
            Counter counter = new Counter(config, interruption);
            return Runner.play(counter, run, Plan.of("turn", 6).checkpoints(2, 2), Progress.silent(), interruption)
                    ? Optional.of(Map.of("sum", (double) counter.sum))
                    : Optional.empty();
        }
    };

    private static final SweepPlan PLAN =
            SweepPlan.of(Map.of()).grid("count.by", "1", "2", "3").seeds(1, 2);

    /** Adds seed and step at each of six turns. */
    private final class Counter implements Turns {
        private final long step;
        private final long fails;
        private final Interruption interruption;
        private long number;
        private long sum;

        Counter(Config config, Interruption interruption) {
            this.step = config.whole("run.seed") * 10 + config.whole("count.by");
            this.fails = config.whole("count.fails");
            this.interruption = interruption;
        }

        @Override
        public long number() {
            return number;
        }

        @Override
        public boolean ended() {
            return number == 6;
        }

        @Override
        public long of() {
            return 6;
        }

        @Override
        public Map<String, Double> next() {
            number++;
            if (number == fails) {
                throw new IllegalStateException("counting, \"as told\", failed");
            }
            if (turns.incrementAndGet() == patience) {
                interruption.request();
            }
            sum += step;
            return Map.of("sum", (double) sum);
        }

        @Override
        public void save(DataOutput out) throws IOException {
            out.writeLong(number);
            out.writeLong(sum);
        }

        @Override
        public void load(DataInput in) throws IOException {
            number = in.readLong();
            sum = in.readLong();
        }
    }

    private Sweep.Outcome sweep(Path root, SweepPlan plan, int threads) throws IOException {
        try (Interruption interruption = Interruption.none()) {
            return Sweep.of(plan, counting).threads(threads).in(root, Progress.silent(), interruption);
        }
    }

    private static String table(Path root, String name) throws IOException {
        return Files.readString(root.resolve(name));
    }

    @Test
    void tables_haveEveryCell_inThePlansOrder() throws IOException {
        Path root = folder.resolve("sweep");
        Sweep.Outcome outcome = sweep(root, PLAN, 3);
        assertThat(outcome).isEqualTo(new Sweep.Outcome(6, 6, 0, 0, Map.of(), false));
        List<String> rows = table(root, "results.csv").lines().toList();
        assertThat(rows.get(0)).isEqualTo("cell,seed,count.by,sum");
        assertThat(rows.subList(1, 7).stream().map(row -> row.substring(row.indexOf(','))))
                .containsExactly(",1,1,66.0", ",2,1,126.0", ",1,2,72.0", ",2,2,132.0", ",1,3,78.0", ",2,3,138.0");
        assertThat(table(root, "rounds.csv").lines())
                .hasSize(1 + 6 * 6)
                .contains(rows.get(1).substring(0, 16) + ",1,1,11");
        assertThat(table(root, "summary.csv").lines().toList())
                .hasSize(4)
                .element(1)
                .asString()
                .startsWith("1,sum,96.0,");
        assertThat(root.resolve("failures.csv")).doesNotExist();
    }

    @Test
    void begunAgain_skipsWhatIsDone_andWritesTheSameBytes() throws IOException {
        Path root = folder.resolve("sweep");
        sweep(root, PLAN, 1);
        String before = table(root, "results.csv") + table(root, "rounds.csv");
        int turnsBefore = turns.get();
        assertThat(sweep(root, PLAN, 2).skipped()).isEqualTo(6);
        assertThat(turns).hasValue(turnsBefore);
        assertThat(table(root, "results.csv") + table(root, "rounds.csv")).isEqualTo(before);
        assertThat(sweep(root, PLAN.seeds(1, 3), 2)).isEqualTo(new Sweep.Outcome(9, 9, 6, 0, Map.of(), false));
    }

    @Test
    void stoppedAnywhere_itGoesOnToTheSameBytes() throws IOException {
        Path whole = folder.resolve("whole");
        sweep(whole, PLAN, 1);
        for (int stop = 1; stop < 36; stop += 4) {
            Path cut = folder.resolve("cut" + stop);
            turns.set(0);
            patience = stop;
            Sweep.Outcome outcome = sweep(cut, PLAN, 1);
            assertThat(outcome.stopped()).isTrue();
            assertThat(outcome.done()).isEqualTo(stop / 6);
            patience = Integer.MAX_VALUE;
            assertThat(sweep(cut, PLAN, 2).done()).isEqualTo(6);
            for (String name : List.of("results.csv", "rounds.csv", "summary.csv")) {
                assertThat(table(cut, name)).isEqualTo(table(whole, name));
            }
        }
    }

    @Test
    void aCellThatFails_isReported_andLeavesTheOthersAlone() throws IOException {
        Path root = folder.resolve("sweep");
        SweepPlan plan = SweepPlan.of(Map.of()).grid("count.fails", "0", "3").seeds(1, 2);
        Sweep.Outcome outcome = sweep(root, plan, 2);
        assertThat(outcome.done()).isEqualTo(2);
        assertThat(outcome.failures()).hasSize(2).containsValue("counting, \"as told\", failed");
        assertThat(table(root, "failures.csv")).contains(",1,3,\"counting, \"\"as told\"\", failed\"\n");
        assertThat(table(root, "results.csv").lines()).hasSize(3);
    }

    @Test
    void aCellWhoseCreationWasCutOff_isBegunAgain_butStrangersAreLeftAlone() throws IOException {
        Path root = folder.resolve("sweep");
        sweep(root, PLAN, 1);
        Path cell;
        try (var cells = Files.list(root.resolve("cells"))) {
            cell = cells.sorted().findFirst().orElseThrow();
        }
        forget(cell);
        assertThat(sweep(root, PLAN, 1)).isEqualTo(new Sweep.Outcome(6, 6, 5, 0, Map.of(), false));
        forget(cell);
        Files.writeString(cell.resolve("thesis.tex"), "mine");
        assertThat(sweep(root, PLAN, 1).failures().values())
                .singleElement()
                .asString()
                .contains("thesis.tex");
        assertThat(cell.resolve("thesis.tex")).hasContent("mine");
    }

    /** As if creation had been cut off before the provenance. */
    private static void forget(Path cell) throws IOException {
        for (String name : List.of("provenance.json", "results.json", "metrics.csv", "timing.csv")) {
            Files.delete(cell.resolve(name));
        }
    }

    @Test
    void whatAnotherBuildMade_isKept_andSaid_unlessItIsToBeMadeAgain() throws IOException {
        Path root = folder.resolve("sweep");
        sweep(root, PLAN, 1);
        try (var cells = Files.list(root.resolve("cells"))) {
            Path provenance = cells.findFirst().orElseThrow().resolve("provenance.json");
            Files.writeString(provenance, Files.readString(provenance).replace(Code.digest(), "0".repeat(64)));
        }
        assertThat(sweep(root, PLAN, 1)).isEqualTo(new Sweep.Outcome(6, 6, 6, 1, Map.of(), false));
        try (Interruption interruption = Interruption.none()) {
            assertThat(Sweep.of(PLAN, counting).redo().in(root, Progress.silent(), interruption))
                    .isEqualTo(new Sweep.Outcome(6, 6, 5, 0, Map.of(), false));
        }
    }

    @Test
    void whatCannotBe_isRefusedBeforeAnythingIsMade() {
        Path root = folder.resolve("sweep");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sweep(root, SweepPlan.of(Map.of()).grid("count.by", "1", "10"), 1))
                .withMessageContaining("count.by");
        assertThat(root).doesNotExist();
    }
}
