package org.sed4j.envs.harvest;

import java.util.Arrays;
import org.sed4j.envs.tax.BracketTable;

/**
 * Who earned what, who paid what, and the ledger from which rewards are computed.
 *
 * <p>A part of a world. The ledger of a step is 5n numbers: what each player earned by itself (a_i), what visible others
 * earned (S_i), on the last step of a tax period its total in it (w_i), else 0, and its type then (σ_i, β_i). With them
 * <pre>
 *   r_i = β_i · ext_i + (1 - β_i) · (σ_i · a_i + (1 - σ_i) · S_i)
 *   ext_i = a_i - T(w_i) + (1/n) Σ_j T(w_j)
 * </pre>
 * T(0) = 0, so one formula serves every step. Revenue is handed out in the same step: Σ_i (ext_i - a_i) = 0.
 */
final class Purse {
    /** Numbers of the ledger for each player. */
    static final int ENTRIES = 5;

    private final int players;
    private final BracketTable brackets;

    /** Own earnings, social reward, settled totals, σ, β: n each. */
    private final float[] ledger;
    /** What is taxable so far in this tax period. */
    private final float[] total;
    /** Extrinsic income in the period that runs, or has just closed. */
    private final float[] income;
    /** Tax paid in the last step. */
    private final float[] tax;
    /** What everybody was handed in the last step. */
    private float share;

    Purse(int players, BracketTable brackets) {
        this.players = players;
        this.brackets = brackets;
        this.ledger = new float[ENTRIES * players];
        this.total = new float[players];
        this.income = new float[players];
        this.tax = new float[players];
    }

    /** A player's type from now on. */
    void adopt(int i, float sigma, float beta) {
        ledger[3 * players + i] = sigma;
        ledger[4 * players + i] = beta;
    }

    /** σ. */
    float sigma(int i) {
        return ledger[3 * players + i];
    }

    /** β. */
    float beta(int i) {
        return ledger[4 * players + i];
    }

    void reset() {
        Arrays.fill(ledger, 0, 3 * players, 0);
        Arrays.fill(total, 0);
        Arrays.fill(income, 0);
        Arrays.fill(tax, 0);
        share = 0;
    }

    /** At the beginning of a step; {@code opens} a tax period. */
    void open(boolean opens) {
        if (opens) {
            Arrays.fill(income, 0);
            Arrays.fill(ledger, 2 * players, 3 * players, 0);
            Arrays.fill(tax, 0);
            share = 0;
        }
        Arrays.fill(ledger, players, 2 * players, 0);
    }

    /** What a player earned in this step: apples, which are taxed, and other pleasures and pains, which are not. */
    void earn(int i, float apples, float other) {
        ledger[i] = apples + other;
        total[i] += apples;
    }

    /** Adds what a visible other earned. */
    void share(int i, float amount) {
        ledger[players + i] += amount;
    }

    /** The social reward so far. */
    float shared(int i) {
        return ledger[players + i];
    }

    /** Replaces the social reward. */
    void setShared(int i, float amount) {
        ledger[players + i] = amount;
    }

    /** At the end of a step; {@code closes} the tax period at these rates. */
    void close(boolean closes, float[] rates) {
        if (closes) {
            float revenue = 0;
            for (int i = 0; i < players; i++) {
                ledger[2 * players + i] = total[i];
                tax[i] = brackets.tax(total[i], rates);
                revenue += tax[i];
                total[i] = 0;
            }
            share = revenue / players;
        }
        for (int i = 0; i < players; i++) {
            income[i] += extrinsic(i);
        }
    }

    /** Income of the last step after tax and with what was handed out. */
    float extrinsic(int i) {
        return ledger[i] - tax[i] + share;
    }

    /** Tax paid in the last step. */
    float tax(int i) {
        return tax[i];
    }

    /** What everybody was handed in the last step. */
    float share() {
        return share;
    }

    /** What is taxable so far in this tax period. */
    float total(int i) {
        return total[i];
    }

    /** Extrinsic income in the tax period that runs; between periods, in the one just closed. */
    float income(int i) {
        return income[i];
    }

    float[] ledger() {
        return ledger;
    }

    /** r at any rates, from any ledger. */
    void rewards(float[] past, float[] rates, float[] out) {
        int n = players;
        float revenue = 0;
        for (int i = 0; i < n; i++) {
            float due = past[2 * n + i] > 0 ? brackets.tax(past[2 * n + i], rates) : 0;
            out[i] = due;
            revenue += due;
        }
        float each = revenue / n;
        for (int i = 0; i < n; i++) {
            float extrinsic = past[i] - out[i] + each;
            float sigma = past[3 * n + i];
            float beta = past[4 * n + i];
            float intrinsic = sigma * past[i] + (1 - sigma) * past[n + i];
            out[i] = beta * extrinsic + (1 - beta) * intrinsic;
        }
    }

    /** gradient_b += Σ_i cotangent_i · β_i · (mean_j slice_b(w_j) - slice_b(w_i)). */
    void pullback(float[] past, float[] cotangent, float[] gradient) {
        int n = players;
        for (int b = 0; b < brackets.count(); b++) {
            float mean = 0;
            for (int j = 0; j < n; j++) {
                mean += brackets.slice(b, past[2 * n + j]);
            }
            mean /= n;
            float sum = 0;
            for (int i = 0; i < n; i++) {
                sum += cotangent[i] * past[4 * n + i] * (mean - brackets.slice(b, past[2 * n + i]));
            }
            gradient[b] += sum;
        }
    }
}
