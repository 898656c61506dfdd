package org.sed4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sed4j.core.config.ConfigReader;
import org.sed4j.core.config.Key;
import org.sed4j.core.config.Schema;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.examples.applepicking.ApplePickingSchema;

/**
 * Files of a run and configurations, changed at random: taken or refused by a message, never an exception of the library's own
 * making, and a refused run is left as it was. A few seconds in the suite, long on demand: {@code -Dsed4j.fuzz=MINUTES};
 * another seed: {@code -Dsed4j.fuzz.seed=N}.
 */
class RunFilesFuzzTest {
    private static final long SEED = Long.getLong("sed4j.fuzz.seed", 2026);

    private static final List<String> FILES = List.of(
            "metrics.csv",
            "timing.csv",
            "labels.json",
            "config.yaml",
            "provenance.json",
            "checkpoints/round-000000004.ckpt");
    private static final List<String> VALUES = List.of(
            "",
            " ",
            "-1",
            "0",
            "1",
            "2147483648",
            "-9223372036854775808",
            "1e308",
            "1e400",
            "-1e400",
            ".inf",
            "-.inf",
            "NaN",
            ".nan",
            "１２",
            "true",
            "[]",
            "[1,2",
            ",",
            ",,,",
            "[,]",
            "1,".repeat(5000) + "1",
            "x".repeat(20_000),
            "\u001b[31m",
            "\u202e",
            "\u0000",
            "../../etc/passwd",
            "{a: b}",
            "\"",
            "'",
            "&a",
            "*a",
            "!!java.lang.Object {}");

    private final Path parent;

    RunFilesFuzzTest(@TempDir Path parent) {
        this.parent = parent;
    }

    /** When to stop, by the clock, if minutes were asked for; else after so many. */
    private static boolean enough(int done, int few, long begun) {
        long minutes = Long.getLong("sed4j.fuzz", 0);
        return minutes == 0 ? done >= few : System.nanoTime() - begun > TimeUnit.MINUTES.toNanos(minutes);
    }

    private static String sed(OrchardStudy.Before before, int[] status, String... arguments) {
        StudyCommand study = new StudyCommand(
                ApplePickingSchema.schema(),
                "Apples.",
                ApplePickingSchema.PRESETS,
                ApplePickingSchema.class,
                new OrchardStudy(before),
                "rounds");
        StringWriter err = new StringWriter();
        status[0] = Sed.commandLine(List.of(study))
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return err.toString();
    }

    private static byte[] mutated(byte[] bytes, Rng rng) {
        byte[] changed = bytes.length == 0 ? new byte[1] : bytes.clone();
        switch (rng.below(5)) {
            case 0 -> changed[rng.below(changed.length)] ^= (byte) (1 << rng.below(8));
            case 1 -> changed = Arrays.copyOf(changed, rng.below(changed.length));
            case 2 -> {
                int at = rng.below(changed.length);
                byte[] odd = VALUES.get(rng.below(VALUES.size())).getBytes(StandardCharsets.UTF_8);
                byte[] longer = Arrays.copyOf(changed, changed.length + odd.length);
                System.arraycopy(odd, 0, longer, at, odd.length);
                System.arraycopy(changed, at, longer, at + odd.length, changed.length - at);
                changed = longer;
            }
            case 3 -> {
                int from = rng.below(changed.length);
                int to = Math.min(changed.length, from + 1 + rng.below(40));
                byte[] shorter = Arrays.copyOf(changed, changed.length - (to - from));
                System.arraycopy(changed, to, shorter, from, changed.length - to);
                changed = shorter;
            }
            default -> changed[rng.below(changed.length)] = (byte) rng.below(256);
        }
        return changed;
    }

    private static Map<String, String> content(Path folder) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                content.put(file.toString(), Arrays.toString(Files.readAllBytes(file)));
            }
        }
        return content;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void runs_whoseFilesWereChanged_goOnOrAreRefusedAndLeftAlone() throws IOException {
        Path stopped = parent.resolve("stopped");
        int[] status = {0};
        sed(
                (round, interruption) -> {
                    if (round == 3) {
                        interruption.request();
                    }
                },
                status,
                "apple-picking",
                "--quiet",
                "--rounds",
                "5",
                "--out",
                stopped.toString());
        assertThat(status[0]).isEqualTo(130);
        long begun = System.nanoTime();
        int refused = 0;
        int trial = 0;
        for (; !enough(trial, 60, begun); trial++) {
            Rng rng = Seed.of(SEED).named("files").at(trial).rng();
            Path run = parent.resolve("run-" + trial);
            copy(stopped, run);
            Path file = run.resolve(FILES.get(rng.below(FILES.size())));
            Files.write(file, mutated(Files.readAllBytes(file), rng));
            Map<String, String> before = content(run);
            String said =
                    sed((round, interruption) -> {}, status, "apple-picking", "--quiet", "--resume", run.toString());
            String what = "seed " + SEED + ", trial " + trial + ", " + file + ": " + said;
            assertThat(status[0]).as(what).isBetween(0, 2);
            assertThat(said).as(what).doesNotContain("Exception", "Error:", "\tat ");
            if (status[0] != 0) {
                refused++;
                assertThat(content(run)).as(what).isEqualTo(before);
            }
            delete(run);
        }
        System.out.println("Files of a run, changed: " + trial + " from seed " + SEED + ", " + refused + " refused.");
        assertThat(refused).isBetween(trial / 4, trial);
    }

    @Test
    void values_ofEveryKey_areTakenOrRefusedByTheirKey() {
        Schema schema = ApplePickingSchema.schema();
        int refused = 0;
        for (Key key : schema.keys()) {
            for (String value : VALUES) {
                try {
                    ConfigReader.of(schema)
                            .set(key.path() + "=" + value, "--set")
                            .config();
                } catch (IllegalArgumentException e) {
                    refused++;
                    assertThat(e.getMessage()).contains("\nMaybe ").hasSizeLessThan(2000);
                }
            }
        }
        assertThat(refused).isGreaterThan(schema.keys().size() * VALUES.size() / 2);
    }

    @Test
    void configurations_thatWereChanged_areTakenOrRefused() throws IOException {
        byte[] yaml = ApplePickingSchema.schema().initial().yaml().getBytes(StandardCharsets.UTF_8);
        long begun = System.nanoTime();
        int trial = 0;
        for (; !enough(trial, 400, begun); trial++) {
            Rng rng = Seed.of(SEED).named("yaml").at(trial).rng();
            byte[] changed = mutated(mutated(yaml, rng), rng);
            String text = new String(changed, StandardCharsets.UTF_8);
            try {
                ConfigReader.of(ApplePickingSchema.schema())
                        .yaml(text, "my.yaml")
                        .config();
            } catch (IllegalArgumentException e) {
                assertThat(e.getMessage())
                        .as("seed " + SEED + ", trial " + trial)
                        .contains("\nMaybe ");
            }
        }
        System.out.println("Configurations, changed: " + trial + " from seed " + SEED + ".");
    }
}
