package org.sed4j.core.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sed4j.core.run.RunFolder;
import org.sed4j.core.run.Table;

/**
 * Several runs side by side, each with its seeds: one figure a column, every run a line with its 95 % band, and the means of
 * the first and the last tenth of each.
 *
 * <p>Runs need not be as long as each other, nor of one study: a column is compared between the runs that have it.
 */
public final class Comparison {
    private final Axis across;
    private final int points;
    private final Legend legend;
    private final Map<String, List<Table>> runs;

    private Comparison(Axis across, int points, Legend legend, Map<String, List<Table>> runs) {
        this.across = across;
        this.points = points;
        this.legend = legend;
        this.runs = runs;
    }

    /**
     * The runs in these folders.
     *
     * @param runs folders by the label that their lines get; several of one label are seeds of one line
     * @param across the horizontal axis of figures; it is called as all runs call its column, unless it has a label
     * @param points about how many points a line has; neighbouring rows are averaged
     * @throws IOException if a table cannot be read
     * @throws IllegalArgumentException if a run has measured nothing, or lacks the axis's column
     */
    public static Comparison of(Map<String, List<RunFolder>> runs, Axis across, int points) throws IOException {
        Map<String, List<Table>> tables = new LinkedHashMap<>();
        Set<String> called = new LinkedHashSet<>();
        Legend first = Legend.NONE;
        for (Map.Entry<String, List<RunFolder>> line : runs.entrySet()) {
            List<Table> seeds = new ArrayList<>();
            for (RunFolder run : line.getValue()) {
                List<RunFolder> members = members(run);
                seeds.addAll(tables(run, members, across));
                Legend legend = LegendFile.of(run, members);
                called.add(legend.labels().getOrDefault(across.column(), across.label()));
                first = first.panels().isEmpty() ? legend : first;
            }
            tables.put(line.getKey(), seeds);
        }
        return new Comparison(across.called(called), points, first, tables);
    }

    private static List<Table> tables(RunFolder run, List<RunFolder> members, Axis across) throws IOException {
        List<Table> tables = new ArrayList<>();
        for (RunFolder member : members) {
            if (Files.isRegularFile(member.metrics())) {
                tables.add(Table.read(member.metrics()));
            }
        }
        boolean there = tables.stream().allMatch(t -> t.columns().contains(across.column()));
        if (tables.isEmpty() || !there) {
            throw new IllegalArgumentException("run (" + run + ") must have the column " + across.column()
                    + (tables.isEmpty() ? ", and has measured nothing." : ".")
                    + "\nMaybe it was stopped before its first round, or the column has another name.");
        }
        return tables;
    }

    private static List<RunFolder> members(RunFolder folder) throws IOException {
        if (folder.record().seeds() == 1) {
            return List.of(folder);
        }
        List<RunFolder> members = new ArrayList<>();
        for (int i = 0; i < folder.record().seeds(); i++) {
            Path member = folder.member(folder.record().seed() + i);
            if (Files.isDirectory(member)) {
                members.add(RunFolder.open(member));
            }
        }
        return members;
    }

    /** Columns that at least one run has, but for the one that figures have along their axis. */
    public Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        runs.values().forEach(seeds -> seeds.forEach(table -> columns.addAll(table.columns())));
        columns.remove(across.column());
        return columns;
    }

    /** The runs that have a column: its mean over the first and over the last tenth of the rows, over seeds. */
    public Map<String, Ends> ends(String column) {
        Map<String, Ends> ends = new LinkedHashMap<>();
        curves(column).forEach((label, line) -> ends.put(label, new Ends(line.curve.first, line.curve.last)));
        return ends;
    }

    /**
     * How a column began and ended in one run.
     *
     * @param first over the first tenth of the rows
     * @param last over the last tenth
     */
    public record Ends(Summary first, Summary last) {}

    /** A column of all runs that have it, to be drawn. */
    public Painter.Plot plot(String column) {
        Map<String, Line> lines = curves(column);
        Legend.Panel usual = Panels.of(legend, Set.of(column), Set.of()).get(0);
        boolean alone = usual.lines().size() == 1 && usual.id().equals(column);
        String title = alone ? usual.title() : Panels.words(usual.lines().getOrDefault(column, column));
        return Painter.Plot.of(
                new Legend.Panel(usual.section(), column, title, usual.unit(), usual.about(), Map.of()),
                across.label(),
                lines.values().stream().map(Line::at).toList(),
                lines.values().stream().map(Line::curve).toList());
    }

    private record Line(double[] at, Curve curve) {}

    private Map<String, Line> curves(String column) {
        Map<String, Line> curves = new LinkedHashMap<>();
        runs.forEach((label, seeds) -> {
            List<Table> having =
                    seeds.stream().filter(t -> t.columns().contains(column)).toList();
            if (!having.isEmpty()) {
                int rows = having.stream().mapToInt(Table::rows).max().orElse(0);
                int bucket = Math.max(1, (rows + points - 1) / points);
                Curve at = curve(across.label(), having, across.column(), bucket);
                curves.put(label, new Line(at.mean, curve(label, having, column, bucket)));
            }
        });
        return curves;
    }

    private static Curve curve(String label, List<Table> seeds, String column, int bucket) {
        return Curve.of(label, seeds.stream().map(t -> t.column(column)).toList(), bucket, 1);
    }
}
