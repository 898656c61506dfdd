package org.sed4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
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

    private static String[] concat(String[] some, String last) {
        List<String> all = new ArrayList<>(List.of(some));
        all.add(last);
        return all.toArray(String[]::new);
    }
}
