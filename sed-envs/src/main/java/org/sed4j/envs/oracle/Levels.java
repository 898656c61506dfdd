package org.sed4j.envs.oracle;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.game.Require;

/**
 * A continuous choice laid out as finitely many: action k stands for the k-th value.
 *
 * @param values at least two, finite, strictly rising
 */
public record Levels(List<Double> values) {

    public Levels {
        values = List.copyOf(values);
        Require.atLeast(values.size(), 2, "levels of a choice");
        for (int k = 0; k < values.size(); k++) {
            Require.finite(values.get(k), "level " + k);
            Require.that(
                    k == 0 || values.get(k) > values.get(k - 1),
                    "level " + k,
                    values.get(k),
                    "must be above the one before",
                    "levels are not sorted, or one stands twice");
        }
    }

    /** Levels at even distances from {@code low} to {@code high}, both included. */
    public static Levels even(double low, double high, int count) {
        Require.atLeast(count, 2, "levels of a choice");
        List<Double> values = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            values.add(k == count - 1 ? high : low + (high - low) * k / (count - 1));
        }
        return new Levels(values);
    }

    /** The levels given, rising. */
    public static Levels of(double... values) {
        List<Double> list = new ArrayList<>();
        for (double value : values) {
            list.add(value);
        }
        return new Levels(list);
    }

    /** How many there are. */
    public int count() {
        return values.size();
    }

    /** The value of action k. */
    public double at(int k) {
        return values.get(k);
    }

    /** The least value. */
    public double low() {
        return values.get(0);
    }

    /** The greatest value. */
    public double high() {
        return values.get(values.size() - 1);
    }

    /** The action whose value is nearest, the lower of two. */
    public int nearest(double value) {
        int best = 0;
        for (int k = 1; k < values.size(); k++) {
            best = Math.abs(values.get(k) - value) < Math.abs(values.get(best) - value) ? k : best;
        }
        return best;
    }

    /** The values rounded to float, as worlds hold them. */
    public float[] floats() {
        float[] floats = new float[values.size()];
        for (int k = 0; k < floats.length; k++) {
            floats[k] = values.get(k).floatValue();
        }
        return floats;
    }

    /** Requires that all values lie in [low, high]. */
    public Levels within(double low, double high, String name) {
        Require.within(low(), low, high, "least level of " + name);
        Require.within(high(), low, high, "greatest level of " + name);
        return this;
    }
}
