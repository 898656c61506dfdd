package org.sed4j.core.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sed4j.core.run.RunFolder;
import org.sed4j.core.run.Table;

/** What the runs of a report measured: their tables, and the curves drawn from them. */
final class Readings {
    /** Points of a line on the page; longer runs are averaged to fewer, and the page says so. */
    private static final int MOST_POINTS = 600;

    /** The folder that is reported. */
    final RunFolder folder;
    /** The runs in it. */
    final List<RunFolder> members;
    /** What their numbers mean. */
    final Legend legend;
    /** Rounds an episode. */
    final int episode;
    /** Rounds that make one point of a curve. */
    final int bucket;
    /** The round of each point. */
    final double[] rounds;
    /** The middle of each episode; empty if points are episodes already, or episodes single rounds. */
    final double[] episodes;
    /** Rounds played by the run that played most. */
    final long played;
    /** What rows count: rounds, or what the study calls them. */
    final String unit;

    private final List<Table> metrics = new ArrayList<>();
    private final List<Table> timing = new ArrayList<>();

    Readings(RunFolder folder, List<RunFolder> members) throws IOException {
        this.folder = folder;
        this.members = List.copyOf(members);
        int rows = 0;
        for (RunFolder member : members) {
            Table table = Table.read(member.metrics());
            metrics.add(table);
            timing.add(Table.read(member.timing()));
            rows = Math.max(rows, table.rows());
        }
        this.legend = LegendFile.of(folder, members);
        this.unit = legend.unit();
        this.episode = legend.episode();
        int least = Math.max(1, (rows + MOST_POINTS - 1) / MOST_POINTS);
        this.bucket = least == 1 ? 1 : Curve.multiple(least, episode);
        double[] numbers = roundNumbers(rows);
        this.played = Math.max(rows, rows == 0 ? 0 : (long) numbers[rows - 1]); // not every round need have a row
        this.rounds = Curve.bucketed(numbers, bucket);
        this.episodes = bucket == 1 && episode > 1 && rows > episode ? Curve.bucketed(numbers, episode) : new double[0];
    }

    private double[] roundNumbers(int rows) {
        for (Table table : metrics) {
            if (table.rows() == rows && table.columns().contains(Legend.ROUND)) {
                return table.column(Legend.ROUND);
            }
        }
        double[] numbers = new double[rows];
        for (int i = 0; i < rows; i++) {
            numbers[i] = i;
        }
        return numbers;
    }

    /** The panels of the page with their curves, one point a bucket. */
    Map<Legend.Panel, List<Curve>> panels() {
        Map<Legend.Panel, List<Curve>> panels = new LinkedHashMap<>();
        for (Legend.Panel panel : Panels.of(legend, columns(metrics), columns(timing))) {
            panels.put(panel, curves(panel, bucket));
        }
        return panels;
    }

    /** A panel's curves with one point for so many rounds. */
    List<Curve> curves(Legend.Panel panel, int points) {
        List<Table> tables =
                columns(metrics).contains(panel.lines().keySet().iterator().next()) ? metrics : timing;
        List<List<double[]>> values = new ArrayList<>();
        List<Curve> curves = new ArrayList<>();
        panel.lines().forEach((column, label) -> {
            List<double[]> seed = new ArrayList<>();
            tables.forEach(table -> seed.add(table.column(column)));
            values.add(seed);
            curves.add(Curve.of(label, seed, points, episode));
        });
        return curves.size() > Panels.MOST_LINES ? Curve.extremes(values, points, episode) : curves;
    }

    private static Set<String> columns(List<Table> tables) {
        Set<String> columns = new LinkedHashSet<>();
        tables.forEach(table -> columns.addAll(table.columns()));
        columns.remove(Legend.ROUND);
        return columns;
    }
}
