package org.sed4j.envs.gtb;

import java.util.Arrays;
import org.sed4j.envs.tax.Levy;

/**
 * What a step is worth to each player: rewards as a function of a ledger and the rates, and its gradient in the rates.
 *
 * <p>With z_i the income that is taxed in this step (0 if it is no tax day), p_i the purse and C_i the wealth before the tax,
 * C'_i the wealth before the step and c_i the cost of the step's labour:
 * <pre>
 *   t_i = min(T(z_i), p_i),   C_i(φ) = C_i - t_i + (1/n) Σ_j t_j,   r_i = U(C_i(φ)) - U(C'_i) - c_i
 * </pre>
 * Where coin is evened out, C_i(φ) is the mean. Rewards telescope: over an episode they sum to the change of utility. The
 * gradient is that of the formula wherever it has one; where T(z_i) = p_i the purse counts as not binding.
 *
 * <p>The ledger is 5n numbers: z, p, C, C', c. A part of a world.
 *
 * @paper 004, section on the economy's meta-gradient; utility as in the AI Economist
 */
final class Bill {
    static final int COLUMNS = 5;

    private final int players;
    private final Levy levy;
    private final Preferences preferences;
    private final boolean evens;

    private final float[] ledger;
    private final double[] labor;

    private final transient double[] due;
    private final transient double[] after;

    Bill(int players, Levy levy, Preferences preferences, boolean evens) {
        this.players = players;
        this.levy = levy;
        this.preferences = preferences;
        this.evens = evens;
        this.ledger = new float[COLUMNS * players];
        this.labor = new double[players];
        this.due = new double[players];
        this.after = new double[players];
    }

    void reset() {
        Arrays.fill(ledger, 0);
        Arrays.fill(labor, 0);
    }

    float[] ledger() {
        return ledger;
    }

    /** Writes a player's entries, as of a day without taxes. */
    void write(int i, double purse, double wealth, double before, double cost) {
        ledger[i] = 0;
        ledger[players + i] = (float) purse;
        ledger[2 * players + i] = (float) wealth;
        ledger[3 * players + i] = (float) before;
        ledger[4 * players + i] = (float) cost;
        labor[i] = cost;
    }

    /** Enters an income that is taxed in this step. */
    void tax(int i, double income) {
        ledger[i] = (float) income;
    }

    /** The cost of the step's labour, in doubles. */
    double labor(int i) {
        return labor[i];
    }

    /** r at any rates, from any ledger. */
    void rewards(float[] past, float[] rates, float[] out) {
        settle(past, rates);
        for (int i = 0; i < players; i++) {
            float before = past[3 * players + i];
            double gain = (float) after[i] == before ? 0 : preferences.ofCoin(after[i]) - preferences.ofCoin(before);
            out[i] = (float) (gain - past[4 * players + i]);
        }
    }

    /** The same in doubles: for checks of the gradient. */
    double reward(float[] past, float[] rates, int i) {
        settle(past, rates);
        return preferences.ofCoin(after[i]) - preferences.ofCoin(past[3 * players + i]) - past[4 * players + i];
    }

    private void settle(float[] past, float[] rates) {
        double revenue = 0;
        double total = 0;
        for (int i = 0; i < players; i++) {
            double tax = past[i] > 0 ? levy.due(past[i], rates) : 0;
            due[i] = Math.max(0, Math.min(tax, past[players + i]));
            revenue += due[i];
            total += past[2 * players + i];
        }
        for (int i = 0; i < players; i++) {
            after[i] = evens ? total / players : past[2 * players + i] - due[i] + revenue / players;
        }
    }

    /** gradient_b += Σ_i cotangent_i · U'(C_i(φ)) · (mean_j s_jb - s_ib), s_ib the slice of z_i where the purse does not bind. */
    void pullback(float[] past, float[] rates, float[] cotangent, float[] gradient) {
        if (evens) {
            return;
        }
        settle(past, rates);
        double weight = 0;
        for (int i = 0; i < players; i++) {
            after[i] = cotangent[i] * preferences.slope(after[i]);
            weight += after[i] / players;
        }
        for (int i = 0; i < players; i++) {
            boolean pays = past[i] > 0 && levy.due(past[i], rates) <= past[players + i];
            for (int b = 0; pays && b < levy.count(); b++) {
                gradient[b] += (float) ((weight - after[i]) * levy.slice(b, past[i]));
            }
        }
    }
}
