package org.sed4j.examples.compare;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.config.Nearest;
import org.sed4j.core.report.Axis;
import org.sed4j.core.report.Comparison;
import org.sed4j.core.report.Json;
import org.sed4j.core.report.Painter;
import org.sed4j.core.report.Summary;
import org.sed4j.core.run.Column;
import org.sed4j.core.run.RunFolder;
import org.sed4j.core.run.RunRecord;
import org.sed4j.core.run.Shown;
import org.sed4j.examples.options.Output;
import org.sed4j.examples.report.Figures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sed compare}: several runs in one figure a column, and one table. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Draws what several runs measured into one figure a column, with bands over seeds, and tables their ends.")
public final class CompareCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "[LABEL=]RUN",
            description = "Run folders, each with a label for its line (default: the folder's name). "
                    + "Several of one label are seeds of one line.")
    private List<String> runs = List.of();

    @Option(
            names = "--columns",
            split = ",",
            paramLabel = "C",
            description = "Columns of metrics.csv to compare (default: all).")
    private List<String> only = List.of();

    @Option(
            names = "--across",
            paramLabel = "[LABEL=]C",
            description = "Column along the horizontal axis, and what it is called there (default: ${DEFAULT-VALUE}).")
    private String across = "round";

    @Option(
            names = "--points",
            paramLabel = "N",
            description = "About so many points a line (default: ${DEFAULT-VALUE}).")
    private int points = 100;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the figures and table.md go.")
    private @Nullable Path out;

    @Mixin
    private final Output output = new Output();

    /** The command. */
    public CompareCommand() {}

    @Override
    public Integer call() throws IOException {
        if (points < 1) {
            throw new IllegalArgumentException(
                    "--points (" + points + ") must be at least 1.\nMaybe all points were meant: give a large number.");
        }
        Axis axis = Axis.parse(across);
        Comparison comparison = Comparison.of(folders(), axis, points);
        Set<String> columns = chosen(comparison.columns());
        List<String> lines =
                new ArrayList<>(List.of("| column | run | first tenth | last tenth |", "|---|---|---|---|"));
        Map<String, Object> object = new LinkedHashMap<>();
        for (String column : columns) {
            Map<String, Object> members = new LinkedHashMap<>();
            comparison.ends(column).forEach((label, ends) -> {
                lines.add("| " + column + " | " + Shown.line(label) + " | "
                        + ends.first().text() + " | " + ends.last().text() + " |");
                members.put(label, Json.object("first", shown(ends.first()), "last", shown(ends.last())));
            });
            object.put(column, members);
        }
        PrintWriter print = output.print();
        lines.forEach(print::println);
        Path folder = out;
        if (folder != null) {
            Files.createDirectories(folder);
            Painter figures = new Figures();
            for (String column : columns) {
                Painter.Plot plot = comparison.plot(column);
                if (!plot.traces().isEmpty()) {
                    Files.write(folder.resolve(Column.file(column) + ".png"), figures.png(plot));
                }
            }
            Files.write(folder.resolve("table.md"), lines);
        }
        output.end(() -> Json.object("command", "compare", "across", axis.column(), "columns", object));
        return 0;
    }

    private static Map<String, Object> shown(Summary summary) {
        return Json.object("mean", summary.mean(), "confidence_95", summary.halfWidth(), "seeds", summary.count());
    }

    /** By label; folders that were given one label are seeds of one run. */
    private Map<String, List<RunFolder>> folders() throws IOException {
        Map<String, List<RunFolder>> folders = new LinkedHashMap<>();
        for (String run : runs) {
            int equals = run.indexOf('=');
            Path path = Path.of(run.substring(equals + 1));
            Path name = path.toAbsolutePath().normalize().getFileName();
            String label = equals < 0 ? String.valueOf(name) : run.substring(0, equals);
            List<RunFolder> members = folders.computeIfAbsent(label, l -> new ArrayList<>());
            RunFolder folder = RunFolder.open(path);
            for (RunFolder other : members) {
                if (overlap(folder.record(), other.record())) {
                    throw new IllegalArgumentException(
                            "seed (" + folder.record().seed() + ") of label " + label
                                    + " must be that of one run.\nMaybe folders of one name were given: write LABEL="
                                    + path + ".");
                }
            }
            members.add(folder);
        }
        return folders;
    }

    private static boolean overlap(RunRecord a, RunRecord b) {
        return a.seed() < b.seed() + b.seeds() && b.seed() < a.seed() + a.seeds();
    }

    private Set<String> chosen(Set<String> columns) {
        for (String column : only) {
            if (!columns.contains(column)) {
                throw new IllegalArgumentException(
                        "--columns (" + column + ") must be a column of a run.\nMaybe you meant "
                                + Nearest.to(column, List.copyOf(columns)) + ".");
            }
        }
        return only.isEmpty() ? columns : new LinkedHashSet<>(only);
    }
}
