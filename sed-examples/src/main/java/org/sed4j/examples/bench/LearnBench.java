package org.sed4j.examples.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sed4j.core.run.NativeThreads;
import org.sed4j.core.run.Progress;

/**
 * {@code sed bench learn}: shipped presets on one thread, as whoever types them gets them: agent steps a second as a whole, and
 * what playing and learning alone would come to; what the arithmetic of that is, and its share of what the core can do.
 *
 * <p>Each preset runs in a JVM of its own. Another build's class path in the system property {@value #AGAINST} is run turn about
 * with this one's, and the ratio is the median over the turns.
 */
public final class LearnBench implements Benchmark {
    private static final String AGAINST = "sed.bench.against";
    private static final int TURNS = 3;

    /** The benchmark. */
    public LearnBench() {}

    @Override
    public String name() {
        return "learn";
    }

    @Override
    public String about() {
        return "Training of shipped presets on one thread; -Dsed.bench.against=CLASSPATH runs another build turn about.";
    }

    @Override
    public List<Map<String, Object>> run(Settings settings, Progress progress) {
        NativeThreads.single();
        List<Map<String, Object>> table = new ArrayList<>();
        List<LearnPreset> presets = LearnPreset.shipped();
        for (LearnPreset preset : presets) {
            try {
                table.add(line(preset, MachinePeak.measure(), settings.seed()));
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return table;
            }
            progress.report(table.size(), presets.size(), preset.name(), Map.of());
        }
        return table;
    }

    /** How fast it was, and which share of that was playing. */
    private record Speed(double whole, double playing) {}

    private static Map<String, Object> line(LearnPreset preset, MachinePeak peak, long seed)
            throws IOException, InterruptedException {
        String other = System.getProperty(AGAINST, "");
        List<Speed> own = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        List<Double> others = new ArrayList<>();
        for (int turn = 0; turn < (other.isEmpty() ? 1 : TURNS); turn++) {
            Speed speed = run(preset, System.getProperty("java.class.path"), LearnProbe.class.getName(), seed);
            own.add(speed);
            if (!other.isEmpty()) {
                double before =
                        run(preset, other, "org.sed4j.examples.Sed", seed).whole();
                others.add(before);
                ratios.add(speed.whole() / before);
            }
        }
        own.sort(Comparator.comparingDouble(Speed::whole));
        Speed median = own.get(own.size() / 2);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("preset", preset.name());
        line.put("agent_steps_per_second", median.whole());
        line.put("playing", median.whole() / median.playing());
        line.put("learning", median.whole() / (1 - median.playing()));
        LearnCost cost = preset.cost();
        if (cost != null) {
            line.put("flops_a_step", cost.flops());
            line.put("bytes_a_step", cost.bytes());
            line.put("share_of_product", cost.flops() * median.whole() / peak.flops());
            line.put("share_of_copy", cost.bytes() * median.whole() / peak.bytes());
        }
        line.put("core_gflops", peak.flops() * 1e-9);
        line.put("core_gbytes", peak.bytes() * 1e-9);
        if (!other.isEmpty()) {
            line.put("before", middle(others));
            line.put("ratio", middle(ratios));
        }
        return line;
    }

    private static double middle(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static Speed run(LearnPreset preset, String classPath, String main, long seed)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("sed-bench-learn");
        try {
            Path shares = folder.resolve("shares.txt");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-D" + LearnProbe.FILE + "=" + shares,
                    "-cp",
                    classPath,
                    main));
            command.addAll(preset.command());
            command.addAll(List.of("--threads", "1", "--seed", Long.toString(seed), "--quiet"));
            command.addAll(List.of("--out", folder.resolve("run").toString()));
            File log = folder.resolve("log.txt").toFile();
            int status = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log)
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("run of " + preset.name() + " (status " + status + ") must end well.\n"
                        + Files.readString(log.toPath()));
            }
            double playing = Files.exists(shares)
                    ? Double.parseDouble(Files.readAllLines(shares).get(0))
                    : 1;
            return new Speed(whole(folder.resolve("run").resolve("timing.csv"), preset.steps()), playing);
        } finally {
            delete(folder);
        }
    }

    /** Agent steps a second over the second half of the rows: the first is compiled on the way. */
    static double whole(Path timing, double stepsOfARow) throws IOException {
        List<String> lines = Files.readAllLines(timing);
        int column = List.of(lines.get(0).split(",")).indexOf("seconds");
        double seconds = 0;
        int rows = 0;
        for (String line : lines.subList(1 + lines.size() / 2, lines.size())) {
            seconds += Double.parseDouble(line.split(",")[column]);
            rows++;
        }
        return rows * stepsOfARow / seconds;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
