package org.sed4j.rl.noregret;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Regret matching: plays each action in proportion to how much it would have gained over what was played, where that is
 * positive; uniformly if nothing would have.
 *
 * <p>The regret of action a grows by g_a - Σ_b p_b g_b. Average external regret is at most √(|A| / T).
 *
 * <p>Source: Hart and Mas-Colell (2000), "A simple adaptive procedure leading to correlated equilibrium", Econometrica
 * 68(5), 1127-1150, the variant by external regrets (their section 4, after Blackwell 1956).
 */
public final class RegretMatching extends TableRule {
    private final double[] regrets;
    private final transient double[] mixture;

    /** The rule of one player. */
    public RegretMatching(int types, int actions) {
        super(types, actions);
        this.regrets = new double[types * actions];
        this.mixture = new double[actions];
    }

    @Override
    public void reset() {
        Arrays.fill(regrets, 0);
        super.reset();
    }

    @Override
    public void rescale(double factor) {
        super.rescale(factor);
        times(regrets, factor);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        super.save(out);
        write(regrets, out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        super.load(in);
        read(regrets, in);
    }

    @Override
    public void strategy(int type, double[] out) {
        double total = 0;
        for (int a = 0; a < actions; a++) {
            total += Math.max(0, regrets[type * actions + a]);
        }
        for (int a = 0; a < actions; a++) {
            out[a] = total > 0 ? Math.max(0, regrets[type * actions + a]) / total : 1.0 / actions;
        }
    }

    @Override
    public void learn(int type, double[] gains, int played) {
        strategy(type, mixture);
        double mean = 0;
        for (int a = 0; a < actions; a++) {
            mean += mixture[a] * gains[a];
        }
        for (int a = 0; a < actions; a++) {
            regrets[type * actions + a] += gains[a] - mean;
        }
        add(type, gains);
    }

    @Override
    public void show(int type, float[] out, int at) {
        show(type, mixture, out, at);
    }
}
