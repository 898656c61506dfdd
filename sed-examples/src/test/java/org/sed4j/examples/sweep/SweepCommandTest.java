package org.sed4j.examples.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sed4j.core.config.Config;
import org.sed4j.core.run.Seed;
import org.sed4j.core.society.Appraisal;
import org.sed4j.core.society.Blueprint;
import org.sed4j.core.society.Session;
import org.sed4j.examples.Sed;
import picocli.CommandLine;

/** {@code sed sweep}, as typed. */
class SweepCommandTest {
    private static final List<String> SMALL = List.of(
            "--set", "society.economy=custom-goods",
            "--set", "society.principal=random",
            "--set", "society.followers=random",
            "--set", "run.rounds=2",
            "--set", "run.worlds=2");

    private final Path folder;

    SweepCommandTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private record Said(int status, String out, String err) {}

    private static Said sed(List<String> settings, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Sed.commandLine(List.of(new SweepCommand()))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err));
        List<String> typed = new ArrayList<>(List.of("sweep"));
        typed.addAll(settings);
        typed.addAll(List.of(arguments));
        int status = line.execute(typed.toArray(String[]::new));
        return new Said(status, out.toString(), err.toString());
    }

    /** A cell is the society that its settings name, run by itself. */
    @Test
    void cells_areTheSocietiesThatTheirSettingsName() throws IOException {
        Path out = folder.resolve("sweep");
        Said said = sed(
                SMALL,
                "--grid",
                "society.vote=mean,median",
                "--seeds",
                "2",
                "--seed",
                "5",
                "--out",
                out.toString(),
                "--json");
        assertThat(said.status()).as(said.err()).isZero();
        assertThat(said.out().strip().lines().toList())
                .last()
                .asString()
                .contains("\"cells\":4,\"done\":4,\"skipped\":0,\"other_build\":0,\"failed\":0,\"stopped\":false");
        List<String> rows = Files.readAllLines(out.resolve("results.csv"));
        assertThat(rows).hasSize(5);
        Blueprint blueprint = Blueprint.named("custom-goods", "median", "random", "random");
        Config config = blueprint
                .schema()
                .initial()
                .with("society.vote", "median")
                .with("run.rounds", "2")
                .with("run.worlds", "2");
        try (Session session = blueprint.society(config).begin(Seed.of(6))) {
            session.rounds().next();
            session.rounds().next();
            Map<String, Double> figures = Appraisal.of(session, 0).figures();
            List<String> names = List.of(rows.get(0).split(","));
            List<String> last = List.of(rows.get(4).split(","));
            assertThat(last.subList(1, 3)).containsExactly("6", "median");
            assertThat(last.get(names.indexOf("welfare_governed")))
                    .isEqualTo(String.valueOf(figures.get("welfare_governed")));
        }
    }

    @Test
    void aPlanInAFile_isLaidUnderWhatIsTyped() throws IOException {
        Path plan = Files.writeString(
                folder.resolve("plan.yaml"), "grid: {society.vote: [mean, median]}\nseeds: 3\nbase: {run.rounds: 9}\n");
        Path out = folder.resolve("sweep");
        Said said = sed(
                SMALL,
                plan.toString(),
                "--draw",
                "types.drift=0..0.5",
                "--draws",
                "2",
                "--seeds",
                "1",
                "--out",
                out.toString());
        assertThat(said.status()).as(said.err()).isZero();
        assertThat(said.out()).contains("4 of 4 cells done, 0 of them before");
        assertThat(Files.readAllLines(out.resolve("rounds.csv"))).hasSize(1 + 4 * 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--grid society.vote=mean,mdian | Maybe you meant median",
                "--grid run.wrlds=1,2 | run.wrlds",
                "--grid run.worlds=1,-2 | run.worlds",
                "--grid run.worlds | must be key=value",
                "--grid run.worlds=1,1 | must differ",
                "--draw types.drift=1 | key=low..high",
                "--draw types.drift=a..b | key=low..high",
                "--draw types.drift=0.5..0.1 | must be above the low end",
                "--seeds 0 | seeds of a sweep (0) must be at least 1",
                "--seeds 20000 | must be at most 10000 without --yes",
                "--threads -1 | --threads",
                "nothing.yaml | nothing.yaml"
            })
    void whatIsMistyped_isOneMessage_andMakesNothing(String typed, String message) {
        Path out = folder.resolve("sweep");
        List<String> arguments = new ArrayList<>(List.of(typed.split(" ")));
        arguments.addAll(List.of("--out", out.toString()));
        Said said = sed(SMALL, arguments.toArray(String[]::new));
        assertThat(said.status()).isNotZero();
        assertThat(said.err()).contains(message).doesNotContain("\tat ");
        assertThat(out).doesNotExist();
    }

    @Test
    void listsInBrackets_areOneValue() {
        assertThat(SweepCommand.split("[0, 5],[0, 9], x")).containsExactly("[0, 5]", "[0, 9]", "x");
    }
}
