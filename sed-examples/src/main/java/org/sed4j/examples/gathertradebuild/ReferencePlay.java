package org.sed4j.examples.gathertradebuild;

import java.util.List;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * What players who draw uniformly from their masks got in the reference (salesforce/ai-economist a84d5f3), means and standard
 * deviations over its episodes, in the order of {@link RandomPlay#FIGURES}.
 *
 * @param preset the rules
 * @param planner who set the rates
 * @param episodes how many were played there
 * @param means by figure
 * @param deviations by figure; 0 for what was always the same, NaN where none was measured
 */
record ReferencePlay(
        String preset, RandomPlay.Planner planner, int episodes, List<Double> means, List<Double> deviations) {

    static final List<ReferencePlay> ALL = List.of(
            new ReferencePlay(
                    "15x15",
                    RandomPlay.Planner.FREE,
                    300,
                    List.of(67.4, .577, 9.47, 24.0, 1.64, 24.2, 70.7, -11.64, 0.0, 3104.0),
                    List.of(22.0, .147, 3.40, 9.3, 1.31, 6.1, 4.5, 2.16, 0.0, 598.0)),
            new ReferencePlay(
                    "15x15",
                    RandomPlay.Planner.US_FEDERAL,
                    300,
                    List.of(68.9, .615, 10.31, 23.5, 1.71, 24.0, 71.0, -11.41, 6.6, 3197.0),
                    List.of(22.9, .134, 3.42, 9.4, 1.34, 5.8, 4.2, 2.34, 3.1, 559.0)),
            new ReferencePlay(
                    "15x15",
                    RandomPlay.Planner.RANDOM,
                    300,
                    List.of(66.2, .722, 11.91, 23.9, 1.57, 23.9, 70.4, -11.44, 26.0, 3522.0),
                    List.of(21.3, .114, 4.13, 9.5, 1.26, 6.4, 4.4, 2.25, 14.4, 726.0)),
            new ReferencePlay(
                    "25x25",
                    RandomPlay.Planner.FREE,
                    40,
                    List.of(469.2, .515, 59.3, 312.0, 31.4, 71.1, 706.0, -100.7, 0.0, 103480.0),
                    List.of(153.2, .150, 23.7, 67.0, 10.1, 18.4, 18.8, 9.8, 0.0, 39783.0)),
            new ReferencePlay(
                    "25x25",
                    RandomPlay.Planner.US_FEDERAL,
                    40,
                    List.of(437.1, .570, 62.1, 324.0, 29.4, 68.3, 696.0, -100.5, 64.1, 109155.0),
                    List.of(166.3, .139, 28.7, 81.0, 11.3, 18.6, 20.8, 10.9, 26.0, 49984.0)),
            new ReferencePlay(
                    "25x25",
                    RandomPlay.Planner.RANDOM,
                    40,
                    List.of(491.1, .695, 84.5, 361.0, 32.0, 71.9, 694.0, -94.5, 273.7, 148647.0),
                    List.of(167.0, .115, 31.3, 79.0, 10.6, 14.9, 18.3, 11.3, 93.3, 50027.0)));

    ReferencePlay {
        means = List.copyOf(means);
        deviations = List.copyOf(deviations);
    }

    /** The difference of two means in standard errors of a difference; 0 where nothing varies and both agree. */
    double apart(int figure, SummaryStatistics here) {
        double difference = here.getMean() - means.get(figure);
        double variance = here.getVariance() / here.getN() + deviations.get(figure) * deviations.get(figure) / episodes;
        return difference == 0 ? 0 : difference / Math.sqrt(variance);
    }
}
