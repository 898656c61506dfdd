package org.sed4j.core.sweep;

import java.util.HashSet;
import java.util.List;
import org.sed4j.core.game.Require;
import org.sed4j.core.run.Rng;

/** What one key takes in a sweep: values of a grid, or draws. */
public sealed interface Axis {

    /** The key, such as {@code principal.learning_rate}. */
    String key();

    /** How many values a grid has of it: 1 where it is drawn. */
    int size();

    /** One of its values: of a grid the one of that index, else a draw. */
    String value(int index, Rng rng);

    /**
     * Every value in turn.
     *
     * @param values as they would be typed, at least one, no two alike
     */
    record Grid(String key, List<String> values) implements Axis {
        public Grid {
            values = List.copyOf(values);
            Require.atLeast(values.size(), 1, "values of axis " + key);
            Require.that(
                    new HashSet<>(values).size() == values.size(),
                    "values of axis " + key,
                    values,
                    "must differ",
                    "one was typed twice");
        }

        @Override
        public int size() {
            return values.size();
        }

        @Override
        public String value(int index, Rng rng) {
            return values.get(index);
        }
    }

    /**
     * Numbers drawn uniformly, or uniformly in their logarithm.
     *
     * @param low least, above 0 if in the logarithm
     * @param high greatest, above {@code low}
     */
    record Range(String key, double low, double high, boolean logarithmic) implements Axis {
        public Range {
            Require.finite(low, "low end of axis " + key);
            Require.finite(high, "high end of axis " + key);
            Require.that(
                    high > low,
                    "high end of axis " + key,
                    high,
                    "must be above the low end, " + low,
                    "the two were swapped");
            Require.that(
                    !logarithmic || low > 0,
                    "low end of axis " + key,
                    low,
                    "must be above 0 where logarithms are drawn",
                    "uniform was meant");
        }

        @Override
        public int size() {
            return 1;
        }

        @Override
        public String value(int index, Rng rng) {
            double u = rng.uniform();
            double drawn = logarithmic ? low * Math.exp(u * Math.log(high / low)) : low + u * (high - low);
            return Double.toString(Math.min(drawn, high));
        }
    }

    /**
     * Values drawn, as likely each.
     *
     * @param values at least one
     */
    record Choice(String key, List<String> values) implements Axis {
        public Choice {
            values = List.copyOf(values);
            Require.atLeast(values.size(), 1, "values of axis " + key);
        }

        @Override
        public int size() {
            return 1;
        }

        @Override
        public String value(int index, Rng rng) {
            return values.get(rng.below(values.size()));
        }
    }
}
