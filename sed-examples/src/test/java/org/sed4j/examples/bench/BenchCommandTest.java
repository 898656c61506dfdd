package org.sed4j.examples.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sed4j.core.run.Progress;
import picocli.CommandLine;

class BenchCommandTest {
    private final StringWriter out = new StringWriter();

    /** Counts its settings instead of measuring them. */
    private static final class Counting implements Benchmark {
        @Override
        public String name() {
            return "counting";
        }

        @Override
        public String about() {
            return "settings against themselves";
        }

        @Override
        public List<Map<String, Object>> run(Settings settings, Progress progress) {
            List<Map<String, Object>> rows = new ArrayList<>();
            for (int batch : settings.batches()) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("batch", batch);
                row.put("steps/s", 1e6 * batch);
                row.put("ratio", 0.987654);
                rows.add(row);
            }
            return rows;
        }
    }

    private int bench(String... arguments) {
        out.getBuffer().setLength(0);
        CommandLine line = new CommandLine(new BenchCommand(List.of(new Counting())));
        line.setExecutionExceptionHandler((problem, at, parsed) -> {
            out.write(String.valueOf(problem.getMessage()));
            return 2;
        });
        return line.setOut(new PrintWriter(out)).execute(arguments);
    }

    @Test
    void bench_withoutAName_liststhem() {
        assertThat(bench()).isZero();
        assertThat(out.toString()).contains("counting").contains("settings against themselves");
    }

    @Test
    void bench_withJson_endsWithOneObject(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("bench.json");
        assertThat(bench("counting", "--quiet", "--json", "--batch", "1,64", "--out", file.toString()))
                .isZero();
        List<String> lines = out.toString().lines().toList();
        assertThat(lines.get(0)).isEqualTo("batch     steps/s  ratio");
        assertThat(lines.get(2)).isEqualTo("   64  64,000,000  0.988");
        JsonNode result = new ObjectMapper().readTree(lines.get(lines.size() - 1));
        assertThat(result.get("command").asText()).isEqualTo("bench counting");
        assertThat(result.get("rows").get(1).get("ratio").asDouble()).isEqualTo(0.987654);
        assertThat(file).hasContent(lines.get(lines.size() - 1));
        assertThat(bench("counting", "--quiet", "--out", file.toString())).isEqualTo(2);
        assertThat(Files.readString(file)).startsWith("{\"command\"");
    }

    @Test
    void backend_isRacedOnlyWhereThereAreEconomies() {
        assertThat(bench("counting", "--backend", "native")).isEqualTo(2);
        assertThat(out.toString())
                .isEqualTo(
                        "benchmark (counting) has no backend to race: it runs on the JVM alone.\nMaybe --backend native is"
                                + " missing, or harvest, gtb or custom was meant.");
        assertThat(bench("counting", "--check")).isEqualTo(2);
        assertThat(bench("counting", "--backend", "gpu")).isEqualTo(2);
        assertThat(out.toString()).contains("backend (gpu) must be one of jvm, native, cuda, auto");
    }

    @Test
    void settings_belowOne_areRefused() {
        assertThatThrownBy(() -> new Benchmark.Settings(List.of(0), List.of(1), 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("batch (0) must be at least 1");
        assertThatThrownBy(() -> new Benchmark.Settings(List.of(1), List.of(0), 1, 1))
                .hasMessageContaining("threads (0)");
        assertThatThrownBy(() -> new Benchmark.Settings(List.of(1), List.of(1), 0, 1))
                .hasMessageContaining("seconds (0");
    }
}
