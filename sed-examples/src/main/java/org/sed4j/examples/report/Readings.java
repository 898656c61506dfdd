package org.sed4j.examples.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sed4j.core.run.RunFolder;
import org.sed4j.examples.config.ConfigReader;

/** What the runs of a report measured: their tables, and the curves drawn from them. */
final class Readings {
    /** Points of a line on the page; longer runs are averaged to fewer, and the page says so. */
    private static final int MOST_POINTS = 600;

    /** The folder that is reported. */
    final RunFolder folder;
    /** The runs in it. */
    final List<RunFolder> members;
    /** Values by key, as texts. */
    final Map<String, List<String>> config;
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
        this.unit = Labels.of(folder, members).getOrDefault(Labels.ROUND, Labels.ROUND);
        this.config = ConfigReader.texts(folder.record().config());
        this.episode = episodeLength();
        int least = Math.max(1, (rows + MOST_POINTS - 1) / MOST_POINTS);
        this.bucket = least == 1 ? 1 : Curve.multiple(least, episode);
        double[] numbers = roundNumbers(rows);
        this.played = Math.max(rows, rows == 0 ? 0 : (long) numbers[rows - 1]); // not every round need have a row
        this.rounds = Curve.bucketed(numbers, bucket);
        this.episodes = bucket == 1 && episode > 1 && rows > episode ? Curve.bucketed(numbers, episode) : new double[0];
    }

    private int episodeLength() {
        String length = String.join("", config.getOrDefault("run.rounds_per_episode", List.of("1")));
        return length.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(length) : 1;
    }

    private double[] roundNumbers(int rows) {
        for (Table table : metrics) {
            if (table.rows() == rows && table.columns().contains(Labels.ROUND)) {
                return table.column(Labels.ROUND);
            }
        }
        double[] numbers = new double[rows];
        for (int i = 0; i < rows; i++) {
            numbers[i] = i;
        }
        return numbers;
    }

    /** The panels of the page with their curves, one point a bucket. */
    Map<Panels.Panel, List<Curve>> panels() throws IOException {
        Map<Panels.Panel, List<Curve>> panels = new LinkedHashMap<>();
        for (Panels.Panel panel : Panels.of(columns(metrics), columns(timing), labels())) {
            panels.put(panel, curves(panel, bucket));
        }
        return panels;
    }

    /** A panel's curves with one point for so many rounds. */
    List<Curve> curves(Panels.Panel panel, int points) {
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
        columns.remove(Labels.ROUND);
        return columns;
    }

    /** Labels that the run gives itself ({@code labels.json}), and brackets by their cut points. */
    Map<String, String> labels() throws IOException {
        Map<String, String> labels = new LinkedHashMap<>();
        List<String> cuts = config.getOrDefault("tax.brackets", List.of());
        for (int b = 0; b + 1 < cuts.size(); b++) {
            String range = b + 2 == cuts.size() ? "over " + cuts.get(b) : cuts.get(b) + " to " + cuts.get(b + 1);
            labels.put("tax_rate_" + b, range + " apples");
        }
        labels.putAll(Labels.of(folder, members));
        return labels;
    }
}
