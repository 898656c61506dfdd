package org.sed4j.examples.stackelberg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.config.Config;
import org.sed4j.core.config.Nearest;
import org.sed4j.core.report.Json;
import org.sed4j.core.run.PlainProgress;
import org.sed4j.core.run.Progress;
import org.sed4j.core.run.Version;
import org.sed4j.examples.options.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Every row of the acceptance table, every seed of it, as one table; what a stopped table has it keeps. */
@Command(
        name = "stackelberg-table",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "The acceptance table of paper 003: every setting, learned and judged exactly, over seeds.")
public final class TableCommand implements Callable<Integer> {
    @Option(names = "--rows", split = ",", paramLabel = "R", description = "Only these rows (default: all).")
    private List<String> only = List.of();

    @Option(names = "--seeds", paramLabel = "K", description = "Seeds a row (default: 10; 25 for R7).")
    private @Nullable Integer seeds;

    @Option(names = "--seed", paramLabel = "N", description = "First seed (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--preset", paramLabel = "NAME", description = "tuned, code or paper (default: ${DEFAULT-VALUE}).")
    private String preset = "tuned";

    @Option(names = "--threads", paramLabel = "N", description = "Runs at a time (default: ${DEFAULT-VALUE}).")
    private int threads = 2;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Keep runs.csv and table.md there; runs in it are not made again.")
    private @Nullable Path out;

    @Mixin
    private final Output output = new Output();

    @Option(names = "--quiet", description = "No progress.")
    private boolean quiet;

    /** The command. */
    public TableCommand() {}

    @Override
    public Integer call() throws IOException {
        if (threads < 1 || (seeds != null && seeds < 1)) {
            throw new IllegalArgumentException("--threads (" + threads + ") and --seeds (" + seeds
                    + ") must be at least 1.\nMaybe 0 was meant as \"all\".");
        }
        List<TableRow> rows = rows();
        Map<String, List<TableRun>> runs = new LinkedHashMap<>();
        rows.forEach(row -> runs.put(row.id(), new ArrayList<>()));
        for (TableRun kept : kept()) {
            if (runs.containsKey(kept.row())) {
                runs.getOrDefault(kept.row(), List.of()).add(kept);
            }
        }
        make(rows, runs);
        runs.values().forEach(list -> list.sort(Comparator.comparingLong(TableRun::seed)));
        String table = markdown(rows, runs);
        if (out != null) {
            Files.writeString(out.resolve("table.md"), table);
        }
        output.print().print(table);
        output.end(() -> object(rows, runs));
        return 0;
    }

    private List<TableRow> rows() {
        List<String> known = TableRow.all().stream().map(TableRow::id).toList();
        for (String id : only) {
            if (!known.contains(id)) {
                throw new IllegalArgumentException("--rows (" + id + ") must be of " + String.join(", ", known)
                        + ".\nMaybe you meant " + Nearest.to(id, known) + ".");
            }
        }
        return TableRow.all().stream()
                .filter(row -> only.isEmpty() || only.contains(row.id()))
                .toList();
    }

    private int seeds(TableRow row) {
        return seeds == null ? row.seeds() : seeds;
    }

    private List<TableRun> kept() throws IOException {
        if (out == null) {
            return List.of();
        }
        Files.createDirectories(out);
        Path file = out.resolve("runs.csv");
        if (!Files.exists(file)) {
            Files.writeString(file, TableRun.HEADER + "\n");
        }
        return Files.readAllLines(file).stream().skip(1).map(TableRun::parse).toList();
    }

    private void make(List<TableRow> rows, Map<String, List<TableRun>> runs) throws IOException {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try (Progress progress =
                quiet ? Progress.silent() : new PlainProgress(System.err::println, System::nanoTime, 2, "runs")) {
            Map<Future<TableRun>, TableRow> asked = new LinkedHashMap<>();
            for (TableRow row : rows) {
                List<Long> done = runs.getOrDefault(row.id(), List.of()).stream()
                        .map(TableRun::seed)
                        .toList();
                for (long s = seed; s < seed + seeds(row); s++) {
                    if (!done.contains(s)) {
                        Config config = config(row, s);
                        asked.put(workers.submit(() -> TableRun.of(row, config)), row);
                    }
                }
            }
            int ended = 0;
            for (Map.Entry<Future<TableRun>, TableRow> one : asked.entrySet()) {
                TableRun run = result(one.getKey());
                runs.getOrDefault(run.row(), new ArrayList<>()).add(run);
                if (out != null) {
                    Files.writeString(out.resolve("runs.csv"), run.line() + "\n", StandardOpenOption.APPEND);
                }
                ended++;
                progress.report(ended, asked.size(), run.row() + ", seed " + run.seed(), Map.of("exact", run.exact()));
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static TableRun result(Future<TableRun> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The table was interrupted.", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private Config config(TableRow row, long ownSeed) {
        return LeaderSchema.schema()
                .initial()
                .with("game.setting", row.setting())
                .with("game.preset", preset)
                .with("leader.learner", row.learner())
                .with("run.seed", Long.toString(ownSeed));
    }

    private String markdown(List<TableRow> rows, Map<String, List<TableRun>> runs) {
        StringBuilder text = new StringBuilder("""
                | row | setting | learner | target | budget | reached | seeds | passed | seconds a seed |
                |---|---|---|---|---|---|---|---|---|
                """);
        for (TableRow row : rows) {
            List<TableRun> own = runs.getOrDefault(row.id(), List.of());
            TableRow.Judgement judgement = row.judge().apply(own);
            double seconds =
                    own.stream().mapToDouble(TableRun::seconds).average().orElse(Double.NaN);
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %,d | %s | %d | %s | %.1f |%n",
                    row.id(),
                    row.setting(),
                    row.learner(),
                    row.target(),
                    row.budget(),
                    judgement.reached(),
                    own.size(),
                    judgement.passed() ? "yes" : "no",
                    seconds));
        }
        return text.toString();
    }

    private Map<String, Object> object(List<TableRow> rows, Map<String, List<TableRun>> runs) {
        List<Object> list = new ArrayList<>();
        for (TableRow row : rows) {
            List<TableRun> own = runs.getOrDefault(row.id(), List.of());
            TableRow.Judgement judgement = row.judge().apply(own);
            list.add(Json.object(
                    "row",
                    row.id(),
                    "setting",
                    row.setting(),
                    "learner",
                    row.learner(),
                    "budget",
                    row.budget(),
                    "passed",
                    judgement.passed(),
                    "reached",
                    judgement.reached(),
                    "seeds",
                    own.stream().map(TableRun::seed).toList(),
                    "exact_values",
                    own.stream().map(TableRun::exact).toList()));
        }
        return Json.object(
                "command",
                "stackelberg-table",
                "version",
                Version.current(),
                "preset",
                preset,
                "seed",
                seed,
                "rows",
                list);
    }
}
