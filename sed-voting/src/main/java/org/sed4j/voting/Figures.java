package org.sed4j.voting;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sed4j.voting.ballot.TypeProfile;
import org.sed4j.voting.continuous.ContinuousRule;
import org.sed4j.voting.continuous.ContinuousRules;

/** The numbers about reports that every round logs. */
final class Figures {
    private static final ContinuousRule MEAN = ContinuousRules.mean();
    private static final ContinuousRule LOW_MEDIAN = ContinuousRules.median();
    private static final ContinuousRule HIGH_MEDIAN = ContinuousRules.upperMedian();
    private static final ContinuousRule MIN = ContinuousRules.min();
    private static final ContinuousRule MAX = ContinuousRules.max();

    private Figures() {}

    /** Mean, median, lowest, highest and spread (highest less lowest) of every reported column. */
    static Map<String, Double> of(TypeProfile reports) {
        double[] mean = MEAN.choose(reports);
        double[] low = LOW_MEDIAN.choose(reports);
        double[] high = HIGH_MEDIAN.choose(reports);
        double[] min = MIN.choose(reports);
        double[] max = MAX.choose(reports);
        Map<String, Double> figures = new LinkedHashMap<>();
        for (int j = 0; j < mean.length; j++) {
            String name = reports.names().get(j);
            figures.put("mean_" + name, mean[j]);
            figures.put("median_" + name, (low[j] + high[j]) / 2);
            figures.put("min_" + name, min[j]);
            figures.put("max_" + name, max[j]);
            figures.put("spread_" + name, max[j] - min[j]);
        }
        figures.put("voters", (double) reports.voters());
        return figures;
    }
}
