package org.sed4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sed4j.core.config.Config;
import org.sed4j.core.config.ConfigReader;
import org.sed4j.core.run.Code;
import org.sed4j.core.run.RunFolder;
import org.sed4j.core.run.RunRecord;
import org.sed4j.core.run.Version;
import org.sed4j.examples.applepicking.ApplePickingSchema;
import org.sed4j.examples.bench.BenchCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class SedTest {
    private final Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private OrchardStudy.Before before = (round, interruption) -> {};

    SedTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private int sed(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        StudyCommand study = new StudyCommand(
                ApplePickingSchema.schema(),
                "A society of apple pickers.",
                ApplePickingSchema.PRESETS,
                ApplePickingSchema.class,
                new OrchardStudy(before),
                "rounds");
        CommandLine line = Sed.commandLine(List.of(study, new BenchCommand(List.of())));
        return line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
    }

    private int run(Path to, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("apple-picking", "--quiet", "--rounds", "12", "--out", to.toString()));
        arguments.addAll(List.of("--set", "run.checkpoint_every=5"));
        arguments.addAll(Arrays.asList(more));
        return sed(arguments.toArray(String[]::new));
    }

    private static Map<String, String> content(Path folder) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                content.put(
                        folder.relativize(file).toString(),
                        Files.isDirectory(file) ? "folder" : Arrays.toString(Files.readAllBytes(file)));
            }
        }
        return content;
    }

    private JsonNode lastLine() throws IOException {
        List<String> lines = out.toString().lines().toList();
        return new ObjectMapper().readTree(lines.get(lines.size() - 1));
    }

    @Test
    void help_ofEverything_isThereAndEndsWithZero() {
        assertThat(sed("--help")).isZero();
        assertThat(out.toString()).contains("apple-picking", "bench");
        assertThat(sed("apple-picking", "--help")).isZero();
        assertThat(out.toString()).contains("--resume", "--seeds", "laptop, paper-2024, code-d9ef0c3", "A society of");
        assertThat(sed("bench", "--help")).isZero();
        assertThat(sed("--version")).isZero();
        assertThat(out.toString()).contains(Version.current());
    }

    @Test
    void showConfig_isAFileThatConfigReads() throws IOException {
        assertThat(sed("apple-picking", "--preset", "paper-2024", "--set", "world.players=9", "--show-config"))
                .isZero();
        Path file = Files.writeString(folder.resolve("mine.yaml"), out.toString());
        assertThat(sed("apple-picking", "--config", file.toString(), "--show-config"))
                .isZero();
        assertThat(out.toString()).isEqualTo(Files.readString(file)).contains("players: 9");
    }

    @Test
    void run_withJson_endsWithOneObjectAndAWholeFolder() throws IOException {
        Path to = folder.resolve("run");
        assertThat(run(to, "--seed", "7", "--json")).as(err.toString()).isZero();
        JsonNode result = lastLine();
        assertThat(result.get("seed").asLong()).isEqualTo(7);
        assertThat(result.get("rounds").asLong()).isEqualTo(12);
        assertThat(result.get("results").has("apples_left")).isTrue();
        assertThat(content(to))
                .containsKeys(
                        "config.yaml",
                        "provenance.json",
                        "metrics.csv",
                        "timing.csv",
                        "results.json",
                        "report.html",
                        "checkpoints/round-000000012.ckpt",
                        "figures/tax_rate.png",
                        "replay.json",
                        "models");
        assertThat(Files.readString(to.resolve("provenance.json"))).contains("--seed 7");
        assertThat(Files.readAllLines(to.resolve("metrics.csv"))).hasSize(13);
    }

    @Test
    void run_twiceWithOneSeed_writesTheSameMetrics() throws IOException {
        run(folder.resolve("a"), "--seed", "3", "--threads", "1");
        run(folder.resolve("b"), "--seed", "3", "--threads", "2");
        run(folder.resolve("c"), "--seed", "4");
        assertThat(folder.resolve("a/metrics.csv")).hasSameBinaryContentAs(folder.resolve("b/metrics.csv"));
        assertThat(Files.mismatch(folder.resolve("a/metrics.csv"), folder.resolve("c/metrics.csv")))
                .isNotNegative();
    }

    @Test
    void run_stoppedAndResumed_writesTheSameMetricsAsOneNeverStopped() throws IOException {
        run(folder.resolve("whole"));
        before = (round, interruption) -> {
            if (round == 7) {
                interruption.request();
            }
        };
        assertThat(run(folder.resolve("stopped"))).isEqualTo(130);
        assertThat(folder.resolve("stopped/results.json")).doesNotExist();
        before = (round, interruption) -> assertThat(round).isGreaterThanOrEqualTo(8);
        assertThat(sed(
                        "apple-picking",
                        "--backend",
                        "auto",
                        "--quiet",
                        "--resume",
                        folder.resolve("stopped").toString()))
                .isZero();
        assertThat(folder.resolve("stopped/metrics.csv")).hasSameBinaryContentAs(folder.resolve("whole/metrics.csv"));
    }

    @Test
    void run_diedBetweenCheckpoints_resumesToTheSameMetrics() throws IOException {
        run(folder.resolve("whole"));
        before = (round, interruption) -> {
            if (round == 8) {
                throw new IllegalStateException("the machine died");
            }
        };
        assertThat(run(folder.resolve("died"))).isEqualTo(1);
        assertThat(Files.readAllLines(folder.resolve("died/metrics.csv"))).hasSize(9);
        before = (round, interruption) -> assertThat(round).isGreaterThanOrEqualTo(5);
        assertThat(sed(
                        "apple-picking",
                        "--quiet",
                        "--resume",
                        folder.resolve("died").toString()))
                .isZero();
        assertThat(folder.resolve("died/metrics.csv")).hasSameBinaryContentAs(folder.resolve("whole/metrics.csv"));
    }

    @Test
    void run_alreadyEnded_resumesToTheSameResults() throws IOException {
        run(folder.resolve("run"), "--json");
        JsonNode first = lastLine();
        byte[] metrics = Files.readAllBytes(folder.resolve("run/metrics.csv"));
        assertThat(sed(
                        "apple-picking",
                        "--quiet",
                        "--json",
                        "--resume",
                        folder.resolve("run").toString()))
                .isZero();
        assertThat(lastLine()).isEqualTo(first);
        assertThat(folder.resolve("run/metrics.csv")).hasBinaryContent(metrics);
    }

    @Test
    void run_ofSeveralSeeds_givesMeansWithIntervalsAndAFolderEach() throws IOException {
        Path to = folder.resolve("runs");
        assertThat(run(to, "--seed", "5", "--seeds", "3", "--json"))
                .as(err.toString())
                .isZero();
        JsonNode result = lastLine();
        assertThat(result.get("seeds").toString()).isEqualTo("[5,6,7]");
        assertThat(result.get("runs")).hasSize(3);
        assertThat(result.get("confidence_95").get("apples_left").asDouble()).isPositive();
        assertThat(to.resolve("seed-6/metrics.csv")).exists();
        run(folder.resolve("six"), "--seed", "6");
        assertThat(to.resolve("seed-6/metrics.csv")).hasSameBinaryContentAs(folder.resolve("six/metrics.csv"));
        assertThat(to.resolve("report.html")).exists();
    }

    /** Where bytes are promised for one build only, two of them are not passed over in silence. */
    @Test
    void run_ofAnotherBuild_isTakenUpWithANote() throws IOException {
        Path to = folder.resolve("run");
        run(to);
        assertThat(toldOnResuming(to)).isEmpty();
        Path provenance = to.resolve("provenance.json");
        Files.writeString(provenance, Files.readString(provenance).replace(Code.digest(), "0".repeat(64)));
        assertThat(toldOnResuming(to)).startsWith("Note: " + to + " was begun by another build of version");
    }

    private String toldOnResuming(Path run) {
        PrintStream usual = System.err;
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
        try {
            assertThat(sed("apple-picking", "--quiet", "--resume", run.toString()))
                    .isZero();
        } finally {
            System.setErr(usual);
        }
        return told.toString(StandardCharsets.UTF_8);
    }

    @Test
    void run_ofSeveralSeedsStopped_isTakenUpWhereItWas() throws IOException {
        run(folder.resolve("whole"), "--seeds", "2");
        int[] rounds = {0};
        before = (round, interruption) -> {
            if (++rounds[0] == 15) {
                interruption.request();
            }
        };
        assertThat(run(folder.resolve("stopped"), "--seeds", "2")).isEqualTo(130);
        before = (round, interruption) -> {};
        assertThat(sed(
                        "apple-picking",
                        "--quiet",
                        "--resume",
                        folder.resolve("stopped").toString()))
                .isZero();
        for (String seed : new String[] {"seed-1", "seed-2"}) {
            assertThat(folder.resolve("stopped/" + seed + "/metrics.csv"))
                    .hasSameBinaryContentAs(folder.resolve("whole/" + seed + "/metrics.csv"));
        }
    }

    @Test
    void run_thatDiverges_namesStepAndMetricAndKeepsTheLastGoodState() throws IOException {
        before = (round, interruption) -> {
            if (round == 6) {
                throw new org.sed4j.core.run.NumericalDivergence(6, "player_value_loss", Double.NaN);
            }
        };
        assertThat(run(folder.resolve("run"))).isEqualTo(1);
        assertThat(err.toString()).startsWith("sed: player_value_loss (NaN) at step 6 must be a finite number.");
        assertThat(folder.resolve("run/checkpoints/round-000000005.ckpt")).exists();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--preset laptpo|--preset (laptpo) must be one of laptop|Maybe you meant laptop.",
                "--set run.round=3|key (run.round) of --set|Maybe you meant run.rounds.",
                "--set tax.initial_rates=[0,1.5,0]|each in [0, 1]|Maybe it was given in percent",
                "--set players.minibatch=0|must be at least 1|Maybe it was left at zero.",
                "--set players.horizon=-1|must be at least 1|Maybe a sign was lost.",
                "--set tax.delta=0|tax.delta (0) of --set must be greater than 0|Maybe it was left at zero.",
                "--rounds 0|run.rounds (0) of --rounds must be at least 1|Maybe",
                "--seeds 0|--seeds (0) must be at least 1|Maybe",
                "--config nowhere.yaml|--config (nowhere.yaml) must be a file that exists|Maybe",
                "--resume nowhere|run folder (nowhere) must exist|Maybe",
                "--resume x --seed 3|--resume (x) must stand without|Maybe",
                "--rounds many|Invalid value for option '--rounds'|Try: sed apple-picking --help",
                "--sed 3|Unknown option|Did you mean --set or --seed"
            })
    void input_notUnderstood_isRefusedWithTwoAndNothingIsWritten(String typed, String rule, String cause)
            throws IOException {
        Path to = folder.resolve("run");
        Files.writeString(folder.resolve("thesis.tex"), "years of work");
        Map<String, String> existing = content(folder);
        List<String> arguments = new ArrayList<>(List.of("apple-picking"));
        arguments.addAll(List.of(typed.split(" ")));
        if (!typed.contains("--resume")) {
            arguments.addAll(List.of("--out", to.toString()));
        }
        assertThat(sed(arguments.toArray(String[]::new))).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("sed: ")
                .contains(rule)
                .contains(cause)
                .doesNotContain("\tat ");
        assertThat(out.toString()).isEmpty();
        assertThat(content(folder)).isEqualTo(existing);
    }

    @Test
    void folder_thatCannotBeUsed_isRefusedAndLeftAsItWas() throws IOException {
        Path run = folder.resolve("run");
        run(run);
        refused(2, "holds a run already (ended)", "apple-picking", "--out", run.toString());
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("thesis.tex"), "years of work");
        refused(2, "must be empty or new", "apple-picking", "--out", other.toString());
        refused(2, "is not a run", "apple-picking", "--resume", other.toString());
        Path provenance = run.resolve("provenance.json");
        String text = Files.readString(provenance);
        Files.writeString(provenance, text.replace(Version.current(), "9.9.9"));
        refused(2, "was written by version 9.9.9", "apple-picking", "--resume", run.toString());
        Files.writeString(provenance, text);
        Path checkpoint = run.resolve("checkpoints/round-000000012.ckpt");
        Files.write(checkpoint, Arrays.copyOf(Files.readAllBytes(checkpoint), 90));
        Files.delete(run.resolve("results.json"));
        Files.writeString(run.resolve("run.lock"), "");
        refused(1, "is cut short: 90 bytes", "apple-picking", "--quiet", "--resume", run.toString());
    }

    private void refused(int status, String rule, String... arguments) throws IOException {
        Map<String, String> existing = content(folder);
        assertThat(sed(arguments)).isEqualTo(status);
        assertThat(err.toString())
                .startsWith("sed: ")
                .contains(rule)
                .contains("\nMaybe ")
                .doesNotContain("\tat ");
        assertThat(content(folder)).isEqualTo(existing);
    }

    @Test
    void stacktrace_ifAsked_isShown() {
        assertThat(sed("apple-picking", "--preset", "x", "--stacktrace")).isEqualTo(2);
        assertThat(err.toString()).contains("\tat org.sed4j.examples.StudyCommand");
    }

    @Test
    void command_unknown_isRefusedWithTheNearest() {
        assertThat(sed("aple-picking")).isEqualTo(2);
        assertThat(err.toString())
                .contains("aple-picking")
                .contains("Did you mean")
                .contains("apple-picking");
        assertThat(sed()).isEqualTo(2);
        assertThat(err.toString()).contains("COMMAND");
    }

    /** R1: each seed's folder is held by the run that writes it. */
    @Test
    @SuppressWarnings("try") // a claim is held, not used
    void seeds_ofARunThatGoesOn_areInUse() {
        List<String> refusals = new ArrayList<>();
        before = (round, interruption) -> {
            try (RunFolder.Claim claim =
                    RunFolder.open(folder.resolve("ms/seed-1")).claim()) {
                refusals.add("held by two");
            } catch (IllegalArgumentException inUse) {
                refusals.add(inUse.getMessage());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        };
        assertThat(run(folder.resolve("ms"), "--seeds", "2")).isZero();
        assertThat(refusals).hasSize(24).allMatch(r -> r.contains("is in use by another run"));
    }

    /** R10: a refused resume leaves every file of every seed as it was. */
    @ParameterizedTest
    @CsvSource({
        "seed-1/metrics.csv, 3",
        "seed-2/metrics.csv, 3",
        "seed-1/timing.csv, 2",
        "seed-2/labels.json, 0",
        "seed-1/replay.json, 0"
    })
    void resume_ofADamagedRun_isRefusedBeforeTheFirstByte(String name, int line) throws IOException {
        int[] calls = {0};
        before = (round, interruption) -> {
            if (++calls[0] == 12 + 8) {
                interruption.request();
            }
        };
        assertThat(run(folder.resolve("ms"), "--seeds", "2")).isEqualTo(130);
        before = (round, interruption) -> {};
        Path file = folder.resolve("ms").resolve(name);
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(line, lines.get(line).substring(0, lines.get(line).lastIndexOf(',')));
        Files.write(file, lines);
        Map<String, String> damaged = content(folder);
        assertThat(sed(
                        "apple-picking",
                        "--quiet",
                        "--resume",
                        folder.resolve("ms").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains(file.toString()).doesNotContain("Exception");
        assertThat(content(folder)).isEqualTo(damaged);
    }

    @Test
    void seeds_pastTheGreatest_areRefusedBeforeAFolderIsMade() {
        assertThat(run(folder.resolve("run"), "--seed", "9223372036854775807", "--seeds", "2"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("run.seed (9223372036854775807) must leave room for 2 seeds");
        assertThat(folder.resolve("run")).doesNotExist();
    }

    /** R7: what was printed did not arrive. */
    @Test
    void output_toAFullDevice_endsWithOneAndSaysSo() {
        java.io.OutputStream full = new java.io.OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        CommandLine line = Sed.commandLine(List.of(new BenchCommand(List.of())))
                .setOut(new PrintWriter(full, false, java.nio.charset.StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err));
        assertThat(Sed.run(line, "--version")).isEqualTo(1);
        assertThat(err.toString()).contains("standard output could not be written");
    }

    /** S4 and S7: messages send nothing to a terminal, and say which file is no text, and where. */
    @Test
    void input_thatSteersOrIsNoText_isNamedInPlainCharacters() throws IOException {
        assertThat(sed("apple-picking", "--set", "world.map\u001b[31m\u202e=1", "--show-config"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("world.map\\u001B[31m\\u202E").doesNotContain("\u001b", "\u202e");
        Path file = Files.write(folder.resolve("mine.yaml"), new byte[] {'r', 'u', 'n', ':', '\n', (byte) 0xff, 'x'});
        assertThat(sed("apple-picking", "--config", file.toString(), "--show-config"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("mine.yaml, line 2").doesNotContain("Exception");
    }

    /** R5: a file that the configuration names is part of the run. */
    @Test
    void inputs_thatChanged_areRefused() throws IOException {
        Path map = Files.writeString(folder.resolve("my.map"), "first");
        Config config = ConfigReader.of(ApplePickingSchema.schema())
                .set("world.map=" + map, "--set")
                .config();
        RunFolder run = RunFolder.create(
                folder.resolve("run"), RunRecord.begun(1, 1, "sed", config.yaml(), java.time.Instant.EPOCH));
        Inputs.keep(run, config, List.of("world.map"));
        Inputs.check(run, config, List.of("world.map"));
        Files.writeString(map, "other");
        assertThatThrownBy(() -> Inputs.check(run, config, List.of("world.map")))
                .hasMessageContaining("world.map (" + map + ") must be the file that the run began with");
        assertThat(new org.sed4j.examples.applepicking.ApplePicking().inputs(config))
                .containsExactly("world.map");
        Files.delete(run.root().resolve("inputs.json"));
        assertThatThrownBy(() -> Inputs.check(run, config, List.of("world.map")))
                .isInstanceOf(IOException.class);
    }

    @Command(name = "hungry")
    static final class Hungry implements Callable<Integer> {
        @Override
        public Integer call() {
            throw new OutOfMemoryError("Java heap space");
        }
    }

    @Test
    void memoryThatIsNotEnough_isSaidInALine() {
        StringWriter err = new StringWriter();
        CommandLine line = Sed.commandLine(List.of(new Hungry())).setErr(new PrintWriter(err));
        assertThat(Sed.run(line, "hungry")).isEqualTo(1);
        assertThat(err.toString()).startsWith("sed: the JVM's memory (").contains("is not enough: Java heap space.");
    }
}
