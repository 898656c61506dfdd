package org.sed4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sed4j.core.config.Config;
import org.sed4j.core.run.Interruption;
import org.sed4j.core.run.Progress;
import org.sed4j.core.run.RunFolder;
import org.sed4j.core.run.RunRecord;
import org.sed4j.examples.stackelberg.LeaderSchema;
import org.sed4j.examples.stackelberg.LeaderStudy;

/** {@code sed stackelberg} and {@code sed stackelberg-table}, as they are typed. */
class StackelbergTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int sed(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Sed.commandLine(Commands.all())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private JsonNode last() throws IOException {
        List<String> lines = out.toString().lines().toList();
        return new ObjectMapper().readTree(lines.get(lines.size() - 1));
    }

    @Test
    void runsOfTwoSeeds_giveTheirExactValues(@TempDir Path folder) throws IOException {
        String to = folder.resolve("run").toString();
        int status = sed(
                "stackelberg",
                "--setting",
                "escape",
                "--steps",
                "12000",
                "--seeds",
                "2",
                "--quiet",
                "--json",
                "--out",
                to);
        assertThat(status).as(err.toString()).isZero();
        JsonNode values = last().get("exact_values");
        assertThat(values).hasSize(2);
        values.forEach(value -> assertThat(value.asDouble()).isCloseTo(30, within(1e-6)));
        assertThat(folder.resolve("run/report.html")).isNotEmptyFile();
        assertThat(folder.resolve("run/seed-2/metrics.csv")).isNotEmptyFile();
    }

    @Test
    void oneSeed_givesItsExactValueToo_andPpoIsAsked(@TempDir Path folder) throws IOException {
        String to = folder.resolve("run").toString();
        int status = sed(
                "stackelberg",
                "--setting",
                "maintain",
                "--learner",
                "ppo",
                "--preset",
                "code",
                "--steps",
                "2000",
                "--set",
                "leader.episodes=10",
                "--set",
                "game.readout=empirical",
                "--quiet",
                "--json",
                "--out",
                to);
        assertThat(status).as(err.toString()).isZero();
        assertThat(last().get("exact_values")).hasSize(1);
        assertThat(Files.readString(folder.resolve("run/config.yaml"))).contains("learner: ppo");
    }

    /** Stopped after two iterations and taken up again: the same bytes as never having stopped. */
    @Test
    void resumedRun_measuresTheSameBytes(@TempDir Path folder) throws IOException {
        Config config = LeaderSchema.schema()
                .initial()
                .with("game.setting", "allocation-2")
                .with("run.steps", "7000");
        RunFolder whole = folder(folder.resolve("whole"), config);
        new LeaderStudy().run(config, whole, Progress.silent(), Interruption.none());
        RunFolder stopped = folder(folder.resolve("stopped"), config);
        Interruption interruption = Interruption.none();
        Progress after = new Progress() {
            @Override
            public void report(long done, long of, String label, java.util.Map<String, Double> figures) {
                interruption.request();
            }

            @Override
            public void note(String line) {}

            @Override
            public void close() {}
        };
        Study.Result half = new LeaderStudy().run(config, stopped, after, interruption);
        assertThat(half.ended()).isFalse();
        assertThat(half.rounds()).isEqualTo(1);
        Study.Result end = new LeaderStudy().run(config, stopped, Progress.silent(), Interruption.none());
        assertThat(end.ended()).isTrue();
        assertThat(Files.readAllBytes(stopped.metrics())).isEqualTo(Files.readAllBytes(whole.metrics()));
    }

    private static RunFolder folder(Path root, Config config) throws IOException {
        return RunFolder.create(root, RunRecord.begun(1, 1, "sed stackelberg", config.yaml(), java.time.Instant.EPOCH));
    }

    @Test
    void table_keepsWhatItHas(@TempDir Path folder) throws IOException {
        String to = folder.resolve("table").toString();
        String[] typed = {"stackelberg-table", "--rows", "R1", "--seeds", "1", "--quiet", "--json", "--out", to};
        assertThat(sed(typed)).as(err.toString()).isZero();
        JsonNode row = last().get("rows").get(0);
        assertThat(row.get("passed").asBoolean()).isTrue();
        assertThat(row.get("exact_values").get(0).asDouble()).isCloseTo(30, within(1e-6));
        String runs = Files.readString(folder.resolve("table/runs.csv"));
        assertThat(sed(typed)).isZero();
        assertThat(Files.readString(folder.resolve("table/runs.csv"))).isEqualTo(runs);
        assertThat(Files.readString(folder.resolve("table/table.md"))).contains("| R1 | escape | mappo |");
    }

    @Test
    void mistakes_areNamedBeforeAnythingIsWritten(@TempDir Path folder) {
        String to = folder.resolve("run").toString();
        assertThat(sed("stackelberg", "--setting", "escpae", "--out", to)).isEqualTo(2);
        assertThat(err.toString()).contains("game.setting (escpae)").contains("Maybe you meant escape");
        assertThat(sed("stackelberg", "--learner", "dqn", "--out", to)).isEqualTo(2);
        assertThat(err.toString()).contains("leader.learner (dqn)");
        assertThat(sed("stackelberg", "--set", "game.updates=-1", "--out", to)).isEqualTo(2);
        assertThat(err.toString()).contains("game.updates (-1)");
        assertThat(sed("stackelberg", "--set", "leader.policy=gaussian", "--out", to))
                .isEqualTo(2);
        assertThat(err.toString()).contains("leader's policy (gaussian) must be categorical");
        assertThat(sed("stackelberg-table", "--rows", "R99")).isEqualTo(2);
        assertThat(err.toString()).contains("--rows (R99)");
        assertThat(folder.resolve("run")).doesNotExist();
    }
}
