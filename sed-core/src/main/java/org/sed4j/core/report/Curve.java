package org.sed4j.core.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One line of a plot: a mean over seeds for each point, with half the width of its 95 % confidence interval.
 *
 * <p>A carrier for the page: identity equality, arrays are not copied.
 */
final class Curve {
    private static final int TENTHS = 10;

    final String label;
    final double[] mean;
    final double[] half;
    /** Over the first tenth of the rounds: one mean a seed. */
    final Summary first;
    /** Over the last tenth of the rounds. */
    final Summary last;

    private Curve(String label, double[] mean, double[] half, Summary first, Summary last) {
        this.label = label;
        this.mean = mean;
        this.half = half;
        this.first = first;
        this.last = last;
    }

    /**
     * The curve over seeds.
     *
     * @param values one array a seed; they may differ in length, and the curve is as long as the longest
     * @param bucket how many rounds become one point, their mean
     * @param episode rounds an episode: a tenth of the rounds is rounded up to whole ones, for within an episode rounds differ
     */
    static Curve of(String label, List<double[]> values, int bucket, int episode) {
        List<double[]> coarse = new ArrayList<>();
        int points = 0;
        for (double[] seed : values) {
            double[] means = bucketed(seed, bucket);
            coarse.add(means);
            points = Math.max(points, means.length);
        }
        double[] mean = new double[points];
        double[] half = new double[points];
        for (int p = 0; p < points; p++) {
            List<Double> at = new ArrayList<>();
            for (double[] seed : coarse) {
                if (p < seed.length) {
                    at.add(seed[p]);
                }
            }
            Summary summary = Summary.of(at);
            mean[p] = summary.mean();
            half[p] = summary.halfWidth();
        }
        return new Curve(label, mean, half, tenth(values, true, episode), tenth(values, false, episode));
    }

    private static Summary tenth(List<double[]> values, boolean first, int episode) {
        List<Double> means = new ArrayList<>();
        for (double[] seed : values) {
            int size = Math.min(seed.length, multiple(Math.max(1, (seed.length + TENTHS - 1) / TENTHS), episode));
            double[] part =
                    first ? Arrays.copyOf(seed, size) : Arrays.copyOfRange(seed, seed.length - size, seed.length);
            means.add(size == 0 ? Double.NaN : bucketed(part, size)[0]);
        }
        return Summary.of(means);
    }

    /** The least multiple of {@code unit} that is at least {@code size}. */
    static int multiple(int size, int unit) {
        return (size + unit - 1) / unit * unit;
    }

    /** The least, the mean and the greatest of many columns, each then over seeds. */
    static List<Curve> extremes(List<List<double[]>> columns, int bucket, int episode) {
        int seeds = columns.get(0).size();
        List<double[]> least = new ArrayList<>();
        List<double[]> middle = new ArrayList<>();
        List<double[]> most = new ArrayList<>();
        for (int s = 0; s < seeds; s++) {
            int rows = columns.get(0).get(s).length;
            double[] low = new double[rows];
            double[] mean = new double[rows];
            double[] high = new double[rows];
            for (int row = 0; row < rows; row++) {
                low[row] = Double.POSITIVE_INFINITY;
                high[row] = Double.NEGATIVE_INFINITY;
                for (List<double[]> column : columns) {
                    double value = column.get(s)[row];
                    low[row] = Math.min(low[row], value);
                    high[row] = Math.max(high[row], value);
                    mean[row] += value / columns.size();
                }
            }
            least.add(low);
            middle.add(mean);
            most.add(high);
        }
        return List.of(
                of("greatest", most, bucket, episode),
                of("mean", middle, bucket, episode),
                of("least", least, bucket, episode));
    }

    static double[] bucketed(double[] values, int bucket) {
        double[] means = new double[(values.length + bucket - 1) / bucket];
        for (int p = 0; p < means.length; p++) {
            double sum = 0;
            int count = 0;
            for (int i = p * bucket; i < Math.min(values.length, (p + 1) * bucket); i++) {
                if (!Double.isNaN(values[i])) {
                    sum += values[i];
                    count++;
                }
            }
            means[p] = count == 0 ? Double.NaN : sum / count;
        }
        return means;
    }
}
