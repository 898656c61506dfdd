package org.sed4j.examples.applepicking;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.run.Table;

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
        Table table = Table.read(metrics);
        int episodes = (int) Math.max(1, Math.ceil(LAST_SHARE * table.rows() / roundsPerEpisode));
        int last = episodes * roundsPerEpisode; // rounds of one episode differ: the commons wears out in it
        Map<String, Double> means = new LinkedHashMap<>();
        for (String figure : FIGURES) {
            double mean = Arrays.stream(table.column(figure))
                    .skip(Math.max(0, table.rows() - last))
                    .average()
                    .orElse(Double.NaN);
            if (!Double.isNaN(mean)) {
                means.put(figure, mean);
            }
        }
        return means;
    }
}
