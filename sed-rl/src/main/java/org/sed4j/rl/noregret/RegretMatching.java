package org.sed4j.rl.noregret;

import java.util.Arrays;
import org.sed4j.core.game.Require;

/**
 * Regret matching: plays each action in proportion to how much it would have gained over what was played, where that is
 * positive; uniformly if nothing would have.
 *
 * <p>The regret of action a grows by g_a - Σ_b p_b g_b. Average external regret is at most √(|A| / T).
 *
 * <p>Source: Hart and Mas-Colell (2000), "A simple adaptive procedure leading to correlated equilibrium", Econometrica
 * 68(5), 1127-1150, the variant by external regrets (their section 4, after Blackwell 1956).
 */
public final class RegretMatching implements FollowerRule {
    private final int types;
    private final int actions;
    private final double[] regrets;
    private final double[] sums;
    private final transient double[] mixture;

    /** The rule of one player. */
    public RegretMatching(int types, int actions) {
        this.types = Require.atLeast(types, 1, "types of a follower");
        this.actions = Require.atLeast(actions, 1, "actions of a follower");
        this.regrets = new double[types * actions];
        this.sums = new double[types * actions];
        this.mixture = new double[actions];
    }

    @Override
    public int types() {
        return types;
    }

    @Override
    public int actions() {
        return actions;
    }

    @Override
    public boolean counterfactual() {
        return true;
    }

    @Override
    public void reset() {
        Arrays.fill(regrets, 0);
        Arrays.fill(sums, 0);
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
    public int best(int type) {
        return Weights.best(sums, type * actions, actions);
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
            sums[type * actions + a] += gains[a];
        }
    }

    @Override
    public void show(int type, float[] out, int at) {
        strategy(type, mixture);
        for (int a = 0; a < actions; a++) {
            out[at + a] = (float) mixture[a];
        }
    }
}
