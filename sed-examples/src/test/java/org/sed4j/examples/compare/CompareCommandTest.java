package org.sed4j.examples.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sed4j.core.run.RunFolder;
import org.sed4j.core.run.RunRecord;
import picocli.CommandLine;

class CompareCommandTest {
    private final Path parent;

    CompareCommandTest(@TempDir Path parent) {
        this.parent = parent;
    }

    /** A run of as many seeds as texts, each a whole metrics.csv. */
    private String run(String name, String... metrics) throws IOException {
        return run(name, 5, metrics);
    }

    private String run(String name, long seed, String... metrics) throws IOException {
        RunRecord record = RunRecord.begun(seed, metrics.length, "sed test", "run:\n  seed: 5\n", Instant.EPOCH);
        RunFolder folder = RunFolder.create(parent.resolve(name), record);
        for (int i = 0; i < metrics.length; i++) {
            RunRecord own = RunRecord.begun(seed + i, 1, "sed test", "run:\n  seed: 5\n", Instant.EPOCH);
            RunFolder member = metrics.length == 1 ? folder : RunFolder.create(folder.member(seed + i), own);
            Files.writeString(member.metrics(), metrics[i]);
        }
        return folder.root().toString();
    }

    private static String compare(String... arguments) throws IOException {
        StringWriter out = new StringWriter();
        CompareCommand command = new CompareCommand();
        new CommandLine(command).setOut(new PrintWriter(out)).parseArgs(arguments);
        command.call();
        return out.toString();
    }

    /** Seeds with 1 and 3 have mean 2, and interval t(0.975, 1) · √2 / √2 = 12.71. */
    @Test
    void runs_areTabledAndDrawn_overTheirSeeds() throws IOException {
        String two = run("two", "round,steps,gain\n0,0,1\n1,10,1\n", "round,steps,gain\n0,0,3\n1,10,3\n");
        String one = run("one", "round,steps,gain,extra\n0,0,7\n1,20,8,9\n".replace("0,0,7\n", "0,0,7,\n"));
        Path figures = parent.resolve("figures");
        String text =
                compare("both=" + two, one, "--across", "play steps=steps", "--out", figures.toString(), "--json");
        assertThat(text)
                .contains("| gain | both | 2 ± 12.71 (95 %, n = 2) | 2 ± 12.71 (95 %, n = 2) |")
                .contains("| gain | one | 7 | 8 |")
                .contains("| extra | one | - | 9 |")
                .doesNotContain("| extra | both")
                .contains("\"across\":\"steps\"")
                .contains("\"both\":{\"first\":{\"mean\":2,");
        assertThat(figures.resolve("gain.png")).isNotEmptyFile();
        assertThat(figures.resolve("table.md")).content().contains("| gain | one | 7 | 8 |");
    }

    @Test
    void folders_ofOneLabel_areSeedsOfOneLine() throws IOException {
        String two = run("two", 5, "round,gain\n0,1\n1,1\n", "round,gain\n0,3\n1,3\n");
        String third = run("third", 9, "round,gain\n0,5\n1,5\n");
        assertThat(compare("all=" + two, "all=" + third))
                .contains("| gain | all | 3 ± 4.968 (95 %, n = 3) |"); // t(0.975, 2) · 2 / √3
    }

    @Test
    void mistakes_areNamed() throws IOException {
        String run = run("run", "round,gain\n0,1\n");
        String empty = run("empty", "");
        assertThatThrownBy(() -> compare(run, "--columns", "gian"))
                .hasMessageContaining("--columns (gian)")
                .hasMessageContaining("you meant gain");
        assertThatThrownBy(() -> compare(run, "--across", "steps")).hasMessageContaining("must have the column steps");
        assertThatThrownBy(() -> compare(empty)).hasMessageContaining("empty");
        assertThatThrownBy(() -> compare(run, "run=" + run)).hasMessageContaining("seed (5) of label run");
        assertThatThrownBy(() -> compare(run, "--points", "0")).hasMessageContaining("--points (0)");
    }
}
