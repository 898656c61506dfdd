package org.sed4j.envs.gtb;

import java.util.Arrays;
import org.sed4j.envs.tax.Levy;

/**
 * The periodic bracket tax: when rates are set, who earned what in the period, who paid what.
 *
 * <p>A part of a world. The design in force is what incomes are taxed at. A period's income is the change of wealth, coin in
 * escrow included, since the last tax day; below 0 it is not taxed. What is due is paid from the purse, as far as it holds; escrow is
 * not touched. Revenue is handed out evenly in the same step.
 */
final class Treasury {
    private final Levy levy;
    private final int period;

    /** Steps into the period, counted from 1: the number of the coming step. */
    private int position;
    /** Wealth at the last tax day. */
    private final double[] base;
    /** Income of the last period that closed. */
    private final double[] income;
    /** Marginal rate on it. */
    private final double[] marginal;
    /** Tax paid in the last step. */
    private final double[] paid;
    /** What everybody was handed in the last step. */
    private double share;
    /** Whether the last step was a tax day. */
    private boolean taxDay;
    /** Incomes over the period's length in ascending order, as they are shown. */
    private final float[] sorted;

    Treasury(int players, Levy levy, int period) {
        this.levy = levy;
        this.period = period;
        this.base = new double[players];
        this.income = new double[players];
        this.marginal = new double[players];
        this.paid = new double[players];
        this.sorted = new float[players];
    }

    void reset(Holdings holdings) {
        position = 1;
        for (int i = 0; i < base.length; i++) {
            base[i] = holdings.wealth(i);
        }
        Arrays.fill(income, 0);
        Arrays.fill(marginal, 0);
        Arrays.fill(paid, 0);
        Arrays.fill(sorted, 0);
        share = 0;
        taxDay = false;
    }

    /** At the end of a step: collects and hands out if the period closes. */
    void step(float[] rates, Holdings holdings) {
        if (taxDay) {
            Arrays.fill(paid, 0);
            share = 0;
        }
        taxDay = position >= period;
        if (taxDay) {
            collect(rates, holdings);
            position = 0;
        }
        position++;
    }

    private void collect(float[] rates, Holdings holdings) {
        double revenue = 0;
        for (int i = 0; i < base.length; i++) {
            income[i] = holdings.wealth(i) - base[i];
            marginal[i] = levy.marginal(income[i], rates);
            paid[i] = Math.max(0, Math.min(levy.due(income[i], rates), holdings.coin(i)));
            holdings.earn(i, -paid[i]);
            revenue += paid[i];
        }
        share = revenue / base.length;
        for (int i = 0; i < base.length; i++) {
            holdings.earn(i, share);
            base[i] = holdings.wealth(i);
            insert(i, (float) (income[i] / period));
        }
    }

    /** Keeps the first {@code count} incomes sorted as one more comes. */
    private void insert(int count, float value) {
        int at = count;
        while (at > 0 && sorted[at - 1] > value) {
            sorted[at] = sorted[at - 1];
            at--;
        }
        sorted[at] = value;
    }

    /** Whether rates are set before the coming step. */
    boolean opens() {
        return position == 1;
    }

    /** Whether taxes are taken in the coming step. */
    boolean closes() {
        return position >= period;
    }

    /** How far the period is, the coming step included. */
    float phase() {
        return (float) position / period;
    }

    /** Whether the last step was a tax day. */
    boolean wasTaxDay() {
        return taxDay;
    }

    double income(int i) {
        return income[i];
    }

    double marginal(int i) {
        return marginal[i];
    }

    double paid(int i) {
        return paid[i];
    }

    double share() {
        return share;
    }

    /** The marginal rate on what a player earned in the period so far. */
    double marginalNow(int i, float[] rates, Holdings holdings) {
        return levy.marginal(holdings.wealth(i) - base[i], rates);
    }

    /** A period's income as it is shown. */
    float shownIncome(int i) {
        return (float) (income[i] / period);
    }

    /** Writes the last incomes in ascending order. */
    void sorted(float[] out, int at) {
        System.arraycopy(sorted, 0, out, at, sorted.length);
    }
}
