package org.sed4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.examples.applepicking.ApplePickingSchema;

/** A run that the system kills in the middle, as a process of its own: nothing can tidy up behind it. */
class KilledRunTest {
    private static final int ROUNDS = 40;

    private final Path folder;

    KilledRunTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** The launcher over a society whose rounds take a moment. */
    public static final class Slow {
        private Slow() {}

        public static void main(String[] arguments) {
            int millis = Integer.parseInt(arguments[0]);
            OrchardStudy study = new OrchardStudy((round, interruption) -> {
                try {
                    Thread.sleep(millis);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            StudyCommand command = new StudyCommand(
                    ApplePickingSchema.schema(),
                    "Slow.",
                    ApplePickingSchema.PRESETS,
                    ApplePickingSchema.class,
                    study,
                    "rounds");
            String[] rest = java.util.Arrays.copyOfRange(arguments, 1, arguments.length);
            System.exit(Sed.commandLine(List.of(command)).execute(rest));
        }
    }

    private Process start(int millis, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Djava.awt.headless=true",
                Slow.class.getName(),
                Integer.toString(millis),
                "apple-picking",
                "--quiet"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private static void waitForRows(Path metrics, int rows, Process run) throws Exception {
        while (!Files.exists(metrics) || Files.readAllLines(metrics).size() <= rows) {
            assertThat(run.isAlive()).isTrue();
            Thread.sleep(5);
        }
    }

    @Test
    @Timeout(120)
    void run_killedAtOnce_resumesToTheSameMetrics() throws Exception {
        String[] society = {"--rounds", "" + ROUNDS, "--set", "run.checkpoint_every=5", "--out"};
        Path whole = folder.resolve("whole");
        Process first = start(0, concat(society, whole.toString()));
        assertThat(first.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(first.exitValue())
                .as(Files.readString(folder.resolve("log")))
                .isZero();

        Path killed = folder.resolve("killed");
        Process second = start(20, concat(society, killed.toString()));
        waitForRows(killed.resolve("metrics.csv"), 7, second);
        second.destroyForcibly().waitFor();
        assertThat(killed.resolve("results.json")).doesNotExist();

        Process third = start(0, "--resume", killed.toString());
        assertThat(third.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(third.exitValue())
                .as(Files.readString(folder.resolve("log")))
                .isZero();
        assertThat(killed.resolve("metrics.csv")).hasSameBinaryContentAs(whole.resolve("metrics.csv"));
        assertThat(killed.resolve("report.html")).exists();
    }

    /** R4: asked to stop while it makes its replay and report, a run finishes them, and nothing is missing. */
    @Test
    @Timeout(120)
    void run_stoppedInItsReport_finishesIt() throws Exception {
        Path whole = folder.resolve("whole");
        Process first = start(0, "--rounds", "3", "--out", whole.toString());
        assertThat(first.waitFor(60, TimeUnit.SECONDS)).isTrue();
        Path stopped = folder.resolve("stopped");
        Process second = start(0, "--rounds", "3", "--out", stopped.toString());
        Path replay = stopped.resolve("replay.json");
        while (second.isAlive() && !Files.exists(replay)) {
            Thread.sleep(1);
        }
        second.toHandle().destroy(); // SIGTERM, when only results and report are left to write
        assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(folder.resolve("log"))).doesNotContain("Exception");
        assertThat(names(stopped)).isEqualTo(names(whole));
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static List<String> names(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(f -> root.relativize(f).toString()).sorted().toList();
        }
    }

    /**
     * Killed at random moments, again and again, until it has ended: the tables are those of a run that nobody killed. A few kills in
     * the suite, many on demand: {@code -Dsed4j.fuzz=minutes}.
     */
    @Test
    @Timeout(7200)
    void run_killedAtRandom_resumesToTheSameMetrics() throws Exception {
        String[] society = {"--rounds", "30", "--set", "run.checkpoint_every=3", "--out"};
        Path whole = folder.resolve("whole");
        assertThat(start(0, concat(society, whole.toString())).waitFor(60, TimeUnit.SECONDS))
                .isTrue();
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(Long.getLong("sed4j.fuzz", 0));
        int kills = 0;
        for (int run = 0; run < 1 || System.nanoTime() < until; run++) {
            Path killed = folder.resolve("killed-" + run);
            Rng rng = Seed.of(17).at(run).rng();
            int left = 2;
            Process process = start(40, concat(society, killed.toString()));
            while (true) {
                boolean ended = process.waitFor(left > 0 ? 400 + rng.below(900) : 60_000, TimeUnit.MILLISECONDS);
                if (ended) {
                    break;
                }
                process.destroyForcibly().waitFor();
                kills++;
                left--;
                boolean begun = Files.exists(killed.resolve("provenance.json"));
                if (!begun && Files.exists(killed)) {
                    delete(killed); // killed before there was a run: begin it again
                }
                process = begun
                        ? start(left > 0 ? 40 : 0, "--resume", killed.toString())
                        : start(40, concat(society, killed.toString()));
            }
            assertThat(process.exitValue())
                    .as("seed 17, run " + run + ": " + Files.readString(folder.resolve("log")))
                    .isZero();
            assertThat(killed.resolve("metrics.csv")).hasSameBinaryContentAs(whole.resolve("metrics.csv"));
        }
        assertThat(kills).isPositive();
    }

    private static String[] concat(String[] some, String last) {
        List<String> all = new ArrayList<>(List.of(some));
        all.add(last);
        return all.toArray(String[]::new);
    }
}
