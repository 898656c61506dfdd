package org.sed4j.examples.vote;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.sed4j.core.report.Json;

/**
 * A setting of the vote study and what was measured in it: means and half-widths of 95 % intervals.
 *
 * @param rule by its name
 * @param polarisation in [0, 1]
 * @param strategists share of voters who vote strategically
 * @param measures as {@link Camps#MEASURES}
 */
record StudyRow(String rule, double polarisation, double strategists, List<SummaryStatistics> measures) {
    private static final double CONFIDENCE = 0.95;

    /** The setting as a row of a Markdown table. */
    String line() {
        StringBuilder line = new StringBuilder("| " + rule + " | " + polarisation + " | " + strategists + " |");
        for (SummaryStatistics measure : measures) {
            line.append(String.format(Locale.ROOT, " %.3f ± %.3f |", measure.getMean(), half(measure)));
        }
        return line.toString();
    }

    Map<String, Object> json() {
        Map<String, Object> row = Json.object("rule", rule, "polarisation", polarisation, "strategic", strategists);
        for (int j = 0; j < measures.size(); j++) {
            String name = Camps.MEASURES.get(j);
            row.put(name, measures.get(j).getMean());
            row.put(name + "_half_width", half(measures.get(j)));
        }
        return row;
    }

    private static double half(SummaryStatistics measure) {
        long n = measure.getN();
        return n < 2
                ? 0
                : new TDistribution(n - 1.0).inverseCumulativeProbability((1 + CONFIDENCE) / 2)
                        * measure.getStandardDeviation()
                        / Math.sqrt((double) n);
    }
}
