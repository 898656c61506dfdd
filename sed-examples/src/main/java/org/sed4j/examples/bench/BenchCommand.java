package org.sed4j.examples.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.pomg.Backend;
import org.sed4j.core.report.Json;
import org.sed4j.core.run.PlainProgress;
import org.sed4j.core.run.Progress;
import org.sed4j.core.run.RunRecord;
import org.sed4j.core.run.Version;
import org.sed4j.examples.options.Output;
import org.sed4j.examples.options.Seeding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sed bench NAME}: runs a benchmark and prints its table. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures speed side by side with another loop in the same run.")
public final class BenchCommand implements Callable<Integer> {
    private final Map<String, Benchmark> benchmarks = new LinkedHashMap<>();

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Which benchmark; without it they are listed.")
    private @Nullable String name;

    @Option(names = "--batch", split = ",", paramLabel = "B", description = "Batch sizes (default: 1,64,1024,16384).")
    private List<Integer> batches = List.of(1, 64, 1024, 16384);

    @Option(names = "--threads", split = ",", paramLabel = "N", description = "Crew sizes (default: 1,2).")
    private List<Integer> threads = List.of(1, 2);

    @Option(
            names = "--backend",
            split = ",",
            paramLabel = "NAME",
            description = "harvest, gtb, custom: race jvm, native, cuda or auto against the JVM.")
    private List<String> backends = List.of();

    @Option(
            names = "--check",
            description = "First hold each backend to the JVM's results, 1,000 steps of 1,024 worlds.")
    private boolean check;

    @Option(names = "--seconds", paramLabel = "S", description = "Seconds a measurement (default: ${DEFAULT-VALUE}).")
    private double seconds = 1;

    @Mixin
    private final Seeding chance = new Seeding();

    @Mixin
    private final Output output = new Output();

    @Option(names = "--out", paramLabel = "FILE", description = "Write the JSON object there too; must be a new file.")
    private @Nullable Path out;

    @Option(names = "--quiet", description = "No progress.")
    private boolean quiet;

    /** The command over these benchmarks. */
    public BenchCommand(List<Benchmark> benchmarks) {
        benchmarks.forEach(benchmark -> this.benchmarks.put(benchmark.name(), benchmark));
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter print = output.print();
        String asked = name;
        if (asked == null) {
            benchmarks.values().forEach(b -> print.printf(Locale.ROOT, "%-10s %s%n", b.name(), b.about()));
            print.flush();
            return 0;
        }
        Benchmark benchmark = benchmarks.get(asked);
        if (benchmark == null) {
            throw new IllegalArgumentException("benchmark (" + asked + ") must be one of "
                    + String.join(", ", benchmarks.keySet()) + ".\nMaybe a letter is off.");
        }
        Path file = out;
        if (file != null && Files.exists(file)) {
            throw new IllegalArgumentException(
                    "out (" + file + ") must be a new file.\nMaybe it holds earlier figures: give another name.");
        }
        List<Backend> raced = backends.stream().map(Backend::of).toList();
        Benchmark.Settings settings = new Benchmark.Settings(batches, threads, seconds, chance.seed(), raced, check);
        if (raced.isEmpty() ? check : benchmark.economies().isEmpty()) {
            throw new IllegalArgumentException("benchmark (" + asked + ") has no backend to race"
                    + (raced.isEmpty() ? "" : ": it runs on the JVM alone") + ".\nMaybe --backend native is missing, or"
                    + " harvest, gtb or custom was meant.");
        }
        List<Map<String, Object>> rows;
        try (Progress progress = progress()) {
            rows = raced.isEmpty()
                    ? benchmark.run(settings, progress)
                    : BackendRace.run(benchmark.economies(), settings, progress);
        }
        Map<String, Object> result = object(asked, rows);
        if (file != null) {
            Files.writeString(file, Json.line(result) + "\n");
        }
        table(rows).forEach(print::println);
        output.end(() -> result);
        return 0;
    }

    private Progress progress() {
        return quiet ? Progress.silent() : new PlainProgress(System.err::println, System::nanoTime, 1, "settings");
    }

    private Map<String, Object> object(String asked, List<Map<String, Object>> rows) {
        RunRecord.Machine machine = RunRecord.Machine.here();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("command", "bench " + asked);
        object.put("version", Version.current());
        object.put("seed", chance.seed());
        object.put("seconds", seconds);
        object.put(
                "machine",
                Json.object(
                        "os",
                        machine.os(),
                        "architecture",
                        machine.architecture(),
                        "cores",
                        machine.cores(),
                        "java",
                        machine.java()));
        object.put("rows", rows);
        return object;
    }

    /** Aligned lines: a header, then a line a row. */
    static List<String> table(List<Map<String, Object>> rows) {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        List<List<String>> cells = new ArrayList<>();
        cells.add(List.copyOf(columns));
        for (Map<String, Object> row : rows) {
            cells.add(columns.stream().map(column -> shown(row.get(column))).collect(Collectors.toList()));
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : cells) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < row.size(); c++) {
                int at = c;
                int width =
                        cells.stream().mapToInt(r -> r.get(at).length()).max().orElse(0);
                line.append(c == 0 ? "" : "  ")
                        .append(" ".repeat(width - row.get(c).length()))
                        .append(row.get(c));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private static String shown(@Nullable Object value) {
        if (value instanceof Double number) {
            return Math.abs(number) >= 1000
                    ? String.format(Locale.ROOT, "%,.0f", number)
                    : String.format(Locale.ROOT, "%.3g", number);
        }
        return value == null ? "" : value.toString();
    }
}
