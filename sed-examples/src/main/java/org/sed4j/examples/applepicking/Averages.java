package org.sed4j.examples.applepicking;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The results of a run: figures averaged over its last rounds. */
final class Averages {
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

    private final long last;
    private final Deque<Map<String, Double>> rows = new ArrayDeque<>();

    /** Averages over that many last rounds. */
    Averages(long last) {
        this.last = last;
    }

    void add(Map<String, Double> row) {
        rows.addLast(row);
        if (rows.size() > last) {
            rows.removeFirst();
        }
    }

    Map<String, Double> figures() {
        Map<String, Double> means = new LinkedHashMap<>();
        for (String figure : FIGURES) {
            double mean = rows.stream()
                    .filter(row -> row.containsKey(figure))
                    .mapToDouble(row -> row.get(figure))
                    .average()
                    .orElse(Double.NaN);
            if (!Double.isNaN(mean)) {
                means.put(figure, mean);
            }
        }
        return means;
    }
}
