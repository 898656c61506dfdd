package org.sed4j.examples.gathertradebuild;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** {@code sed gtb-trace} and {@code sed gtb-statistics} as they are typed. */
class GtbCommandsTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int trace(String... arguments) {
        return execute(new GtbTraceCommand(), arguments);
    }

    private int statistics(String... arguments) {
        return execute(new GtbStatisticsCommand(), arguments);
    }

    private int execute(Object command, String... arguments) {
        CommandLine line = new CommandLine(command);
        line.setExecutionExceptionHandler((problem, at, parsed) -> {
            err.write(String.valueOf(problem.getMessage()));
            return 2;
        });
        return line.setOut(new PrintWriter(out)).execute(arguments);
    }

    private List<String> lines() {
        return out.toString().lines().toList();
    }

    private JsonNode lastLine() throws IOException {
        return new ObjectMapper().readTree(lines().get(lines().size() - 1));
    }

    private static Path shipped() throws URISyntaxException {
        String name = "traces/gtb-15x15-regen0-us-federal.json";
        return Path.of(
                Objects.requireNonNull(GtbCommandsTest.class.getResource(name)).toURI());
    }

    @Test
    void traces_areReplayedOneByOne(@TempDir Path folder) throws IOException, URISyntaxException {
        assertThat(trace(shipped().toString())).isZero();
        assertThat(lines()).containsExactly("exact");
        Path changed = folder.resolve("changed.json");
        String trace = Files.readString(shipped());
        Files.writeString(changed, trace.replaceFirst("\"tax_paid\": 0\\.7\\d*", "\"tax_paid\": 0.8"));
        assertThat(trace(shipped().toString(), changed.toString(), "--json")).isEqualTo(1);
        assertThat(lastLine().get("exact").asBoolean()).isFalse();
        assertThat(lastLine().get("traces").get(0).get("result").asText()).isEqualTo("exact");
        assertThat(lastLine().get("traces").get(1).get("result").asText()).startsWith("step 10: tax of player");
    }

    @Test
    void statistics_endInATableOfEveryFigureAndOneObject(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("random-play.md");
        String[] asked = {"--episodes", "100", "--long-episodes", "50", "--json", "--out", file.toString()};
        assertThat(statistics(asked)).isZero();
        int rows = ReferencePlay.ALL.size() * RandomPlay.FIGURES.size();
        assertThat(lines()).hasSize(2 + rows + 1);
        assertThat(file).content().isEqualToNormalizingNewlines(String.join("\n", lines().subList(0, 2 + rows)) + "\n");
        assertThat(lastLine().get("rows")).hasSize(rows);
        for (JsonNode row : lastLine().get("rows")) {
            assertThat(row.get("episodes").asInt())
                    .isEqualTo(row.get("rules").asText().equals("25x25") ? 50 : 100);
            assertThat(Math.abs(row.get("standard_errors").asDouble()))
                    .isLessThanOrEqualTo(lastLine().get("most_standard_errors").asDouble());
        }
        assertThat(statistics(asked)).isEqualTo(2);
        assertThat(err.toString()).contains("out (" + file + ") must be a new file.");
    }

    @ParameterizedTest
    @CsvSource({"--episodes, 0", "--long-episodes, -5"})
    void noEpisodes_areRefused(String option, String count) {
        assertThat(statistics(option, count)).isEqualTo(2);
        assertThat(err.toString()).contains(option + " (" + count + ") must be at least 1.");
        assertThat(out.toString()).isEmpty();
    }
}
