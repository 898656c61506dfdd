package org.sed4j.core.pomg;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Outcome;

/** Sums what is published, step by step, in doubles and in index order; of stocks it keeps the last reading. */
public final class Tally {
    private final Spaces spaces;
    private final int batch;
    private final double[] rewards;
    private final double[] measures;
    private final double[] designs;
    /** [B, gauges]: as last read. */
    private final float[] gauges;
    /** By measure: whether it is a stock. */
    private final boolean[] stock;

    private int steps;

    /** An empty tally for a batch. */
    public Tally(Spaces spaces, int batch) {
        this.spaces = spaces;
        this.batch = batch;
        this.rewards = new double[batch * spaces.players()];
        this.measures = new double[rewards.length * spaces.measures().size()];
        this.designs = new double[batch * spaces.design().dimension()];
        this.gauges = new float[batch * spaces.gauges().size()];
        this.stock = stocks(spaces);
    }

    /** Adds the step just taken, before ended worlds start anew: of those that end, what counts is what they ended with. */
    public void add(Tensors now) {
        now.gauges().view().get(0, gauges);
        add(rewards, now.rewards());
        for (int j = 0; j < measures.length; j++) {
            float value = now.measures().get(j);
            measures[j] = stock[j % stock.length] ? value : measures[j] + value;
        }
        add(designs, now.design());
        steps++;
    }

    /** Which measures are stocks, in the order of the measures. */
    static boolean[] stocks(Spaces spaces) {
        boolean[] stock = new boolean[spaces.measures().size()];
        for (int m = 0; m < stock.length; m++) {
            stock[m] = spaces.stocks().contains(spaces.measures().get(m));
        }
        return stock;
    }

    private static void add(double[] sums, FloatTensor values) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] += values.get(j);
        }
    }

    /** What was tallied, with stocks and gauges as they stood after the last step. */
    public Outcome outcome() {
        int n = spaces.players();
        int kinds = spaces.measures().size();
        Map<String, double[][]> amounts = new LinkedHashMap<>();
        amounts.put(Outcome.REWARD, worlds(rewards, 1, 0, n));
        for (int m = 0; m < kinds; m++) {
            amounts.put(spaces.measures().get(m), worlds(measures, kinds, m, n));
        }
        int k = spaces.design().dimension();
        List<Design> means = new ArrayList<>();
        for (int b = 0; b < batch; b++) {
            double[] mean = new double[k];
            for (int j = 0; j < k; j++) {
                mean[j] = designs[b * k + j] / Math.max(1, steps);
            }
            means.add(Design.of(mean));
        }
        Map<String, double[]> shown = new LinkedHashMap<>();
        int readings = spaces.gauges().size();
        for (int g = 0; g < readings; g++) {
            double[] values = new double[batch];
            for (int b = 0; b < batch; b++) {
                values[b] = gauges[b * readings + g];
            }
            shown.put(spaces.gauges().get(g), values);
        }
        return Outcome.of(steps, means, amounts, shown);
    }

    private double[][] worlds(double[] sums, int stride, int offset, int n) {
        double[][] worlds = new double[batch][n];
        for (int b = 0; b < batch; b++) {
            for (int i = 0; i < n; i++) {
                worlds[b][i] = sums[(b * n + i) * stride + offset];
            }
        }
        return worlds;
    }
}
