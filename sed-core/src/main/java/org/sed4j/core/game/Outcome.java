package org.sed4j.core.game;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What followed when players lived under a government for some steps: what each got, by world and by measure.
 *
 * <p>Immutable. Axes: B worlds, n players, k entries of the design.
 */
public final class Outcome {
    /** The measure that every economy has: the sum of rewards, J(π_i). */
    public static final String REWARD = "reward";

    private final int steps;
    private final List<Design> designs;
    private final Map<String, double[][]> amounts;
    private final Map<String, double[]> gauges;

    private Outcome(int steps, List<Design> designs, Map<String, double[][]> amounts, Map<String, double[]> gauges) {
        this.steps = steps;
        this.designs = List.copyOf(designs);
        this.amounts = amounts;
        this.gauges = gauges;
    }

    /**
     * The outcome with these figures.
     *
     * @param steps how many steps were lived
     * @param designs for each of B worlds the design that was in force, averaged over the steps
     * @param amounts by measure, [B][n]: sums over the steps. Must hold {@link #REWARD}
     * @param gauges by name, [B]: what the worlds' gauges showed at the end
     */
    public static Outcome of(
            int steps, List<Design> designs, Map<String, double[][]> amounts, Map<String, double[]> gauges) {
        Require.atLeast(designs.size(), 1, "worlds in an outcome");
        Require.that(
                amounts.containsKey(REWARD),
                "measures of an outcome",
                amounts.keySet(),
                "must hold \"" + REWARD + "\"",
                "the followers did not tally their rewards");
        Map<String, double[][]> sums = new LinkedHashMap<>();
        amounts.forEach((name, worlds) -> sums.put(name, rows(name, worlds, designs.size())));
        Map<String, double[]> readings = new LinkedHashMap<>();
        gauges.forEach((name, worlds) -> readings.put(name, worlds.clone()));
        return new Outcome(steps, designs, Collections.unmodifiableMap(sums), Collections.unmodifiableMap(readings));
    }

    private static double[][] rows(String name, double[][] worlds, int batch) {
        Require.that(
                worlds.length == batch,
                "worlds of measure " + name,
                worlds.length,
                "must be " + batch,
                "measures come from two economies");
        double[][] copy = new double[batch][];
        for (int b = 0; b < batch; b++) {
            copy[b] = worlds[b].clone();
        }
        return copy;
    }

    /** How many steps were lived. */
    public int steps() {
        return steps;
    }

    /** B. */
    public int worlds() {
        return designs.size();
    }

    /** The design in force in world b, averaged over the steps. */
    public Design design(int b) {
        return designs.get(b);
    }

    /** The names of the measures, {@link #REWARD} among them. */
    public Iterable<String> measures() {
        return amounts.keySet();
    }

    /** What each player of world b got of a measure over the round, n numbers. A copy. */
    public double[] amounts(String measure, int b) {
        double[][] worlds = amounts.get(measure);
        if (worlds == null) {
            throw new IllegalArgumentException("measure (" + measure + ") must be one of " + amounts.keySet()
                    + ".\nMaybe the objective was made for another economy.");
        }
        return worlds[b].clone();
    }

    /**
     * The outcome in some of the worlds, in the order given.
     *
     * @param worlds numbers from 0 to B-1, at least one
     */
    public Outcome in(int... worlds) {
        List<Design> chosen = new ArrayList<>();
        for (int b : worlds) {
            chosen.add(designs.get(b));
        }
        Map<String, double[][]> sums = new LinkedHashMap<>();
        amounts.forEach((name, all) -> {
            double[][] rows = new double[worlds.length][];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = all[worlds[i]];
            }
            sums.put(name, rows);
        });
        Map<String, double[]> readings = new LinkedHashMap<>();
        gauges.forEach((name, all) -> {
            double[] values = new double[worlds.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = all[worlds[i]];
            }
            readings.put(name, values);
        });
        return of(steps, chosen, sums, readings);
    }

    /** What each player got of a measure, averaged over the worlds. */
    public double[] meanAmounts(String measure) {
        double[] mean = amounts(measure, 0);
        for (int b = 1; b < worlds(); b++) {
            double[] world = amounts(measure, b);
            for (int i = 0; i < mean.length; i++) {
                mean[i] += world[i];
            }
        }
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= worlds();
        }
        return mean;
    }

    /** The names of the gauges. */
    public Iterable<String> gauges() {
        return gauges.keySet();
    }

    /** What a gauge showed at the end, averaged over the worlds. */
    public double meanGauge(String name) {
        double[] worlds = gauges.get(name);
        if (worlds == null) {
            throw new IllegalArgumentException("gauge (" + name + ") must be one of " + gauges.keySet() + ".");
        }
        double sum = 0;
        for (double reading : worlds) {
            sum += reading;
        }
        return sum / worlds.length;
    }
}
