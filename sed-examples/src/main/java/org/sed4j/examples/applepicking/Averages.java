package org.sed4j.examples.applepicking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The results of a run: columns of its metrics averaged over its last rounds, read back so that a resumed run agrees. */
final class Averages {
    /** The share of the rounds that results are averaged over. */
    private static final double LAST_SHARE = 0.1;

    private static final List<String> FIGURES = List.of(
            "eta",
            "welfare",
            "apples_total",
            "apples_min",
            "income_min",
            "gini",
            "gini_income",
            "apples_left",
            "tax_rate_0",
            "tax_rate_1",
            "tax_rate_2",
            "player_return_mean",
            "principal_return");

    private Averages() {}

    static Map<String, Double> of(Path metrics, int roundsPerEpisode) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(metrics));
        List<String> columns = Arrays.asList(lines.remove(0).split(",", -1));
        int episodes = (int) Math.max(1, Math.ceil(LAST_SHARE * lines.size() / roundsPerEpisode));
        int last = episodes * roundsPerEpisode; // rounds of one episode differ: the commons wears out in it
        List<String> rows = lines.subList(Math.max(0, lines.size() - last), lines.size());
        Map<String, Double> means = new LinkedHashMap<>();
        for (String figure : FIGURES) {
            int column = columns.indexOf(figure);
            double mean = column < 0
                    ? Double.NaN
                    : rows.stream()
                            .mapToDouble(row -> number(row.split(",", -1)[column]))
                            .average()
                            .orElse(Double.NaN);
            if (!Double.isNaN(mean)) {
                means.put(figure, mean);
            }
        }
        return means;
    }

    private static double number(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }
}
