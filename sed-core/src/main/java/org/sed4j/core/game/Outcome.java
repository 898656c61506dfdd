package org.sed4j.core.game;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What followed when players lived under a government for some steps: what each got, by world and by measure. A measure that
 * is a flow is summed over the steps; one that is a stock is what players had at the end.
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
     * @param amounts by measure, [B][n]: sums over the steps, or stocks at the end. Must hold {@link #REWARD}
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

    /** What each player of world b got of a measure over the round, or has at its end: n numbers. A copy. */
    public double[] amounts(String measure, int b) {
        return found(measure)[b].clone();
    }

    private double[][] found(String measure) {
        double[][] worlds = amounts.get(measure);
        if (worlds == null) {
            throw new IllegalArgumentException("measure (" + measure + ") must be one of " + amounts.keySet()
                    + ".\nMaybe the objective was made for another economy.");
        }
        return worlds;
    }

    /** What a gauge of world b showed at the end. */
    public double gauge(String name, int b) {
        double[] worlds = gauges.get(name);
        if (worlds == null) {
            throw new IllegalArgumentException("gauge (" + name + ") must be one of " + gauges.keySet()
                    + ".\nMaybe the objective was made for another economy.");
        }
        return worlds[b];
    }

    /** World b as an objective sees it. */
    public Account account(int b) {
        return new Account() {
            @Override
            public double[] amounts(String measure) {
                return Outcome.this.amounts(measure, b);
            }

            @Override
            public double gauge(String name) {
                return Outcome.this.gauge(name, b);
            }
        };
    }

    /**
     * What an objective is worth: the mean of it over the worlds, each with the design that was in force there; NaN if it is
     * undefined in one of them.
     */
    public double value(Objective objective) {
        double sum = 0;
        for (int b = 0; b < worlds(); b++) {
            sum += objective.value(designs.get(b), account(b));
        }
        return sum / worlds();
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
        double sum = 0;
        for (int b = 0; b < worlds(); b++) {
            sum += gauge(name, b);
        }
        return sum / worlds();
    }

    /** The mean over worlds and steps of the designs that were in force. */
    public Design meanDesign() {
        double[] mean = designs.get(0).toArray();
        for (int b = 1; b < worlds(); b++) {
            for (int j = 0; j < mean.length; j++) {
                mean[j] += designs.get(b).get(j);
            }
        }
        for (int j = 0; j < mean.length; j++) {
            mean[j] /= worlds();
        }
        return Design.of(mean);
    }

    /** Writes it, for a part that remembers what followed; {@link #load} reads it. */
    public void save(DataOutput out) throws IOException {
        out.writeInt(steps);
        out.writeInt(worlds());
        for (Design design : designs) {
            Numbers.write(out, design.toArray());
        }
        out.writeInt(amounts.size());
        for (Map.Entry<String, double[][]> measure : amounts.entrySet()) {
            out.writeUTF(measure.getKey());
            for (double[] world : measure.getValue()) {
                Numbers.write(out, world);
            }
        }
        out.writeInt(gauges.size());
        for (Map.Entry<String, double[]> gauge : gauges.entrySet()) {
            out.writeUTF(gauge.getKey());
            Numbers.write(out, gauge.getValue());
        }
    }

    /**
     * Reads one that was saved.
     *
     * @throws IOException if it ends early
     */
    public static Outcome load(DataInput in) throws IOException {
        int steps = in.readInt();
        int worlds = in.readInt();
        List<Design> designs = new ArrayList<>();
        for (int b = 0; b < worlds; b++) {
            designs.add(Design.of(Numbers.read(in)));
        }
        Map<String, double[][]> amounts = new LinkedHashMap<>();
        int measures = in.readInt();
        for (int m = 0; m < measures; m++) {
            String name = in.readUTF();
            double[][] rows = new double[worlds][];
            for (int b = 0; b < worlds; b++) {
                rows[b] = Numbers.read(in);
            }
            amounts.put(name, rows);
        }
        Map<String, double[]> gauges = new LinkedHashMap<>();
        int readings = in.readInt();
        for (int g = 0; g < readings; g++) {
            gauges.put(in.readUTF(), Numbers.read(in));
        }
        return of(steps, designs, amounts, gauges);
    }
}
