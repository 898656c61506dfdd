package org.sed4j.rl.noregret;

import java.util.Arrays;
import org.sed4j.core.game.Require;

/**
 * Multiplicative weights: w_a ← w_a · (1 + ε)^{g_a}, played in proportion to w.
 *
 * <p>Kept as g-sums, since w = (1 + ε)^{sum of gains}: nothing overflows however long it runs. Average external regret over T
 * updates of one type is at most ε/2 + ln|A| / (ε T) ({@link RegretBound}).
 *
 * @paper 003, section 3.1 and Algorithm 2. ε is unstated there; the published code has 0.01
 */
public final class MultiplicativeWeights implements FollowerRule {
    private final int types;
    private final int actions;
    private final double logBase;
    private final double[] sums;

    /**
     * The rule of one player.
     *
     * @param epsilon ε, above 0: how fast it learns
     */
    public MultiplicativeWeights(int types, int actions, double epsilon) {
        this.types = Require.atLeast(types, 1, "types of a follower");
        this.actions = Require.atLeast(actions, 1, "actions of a follower");
        Require.that(
                epsilon > 0 && Double.isFinite(epsilon),
                "epsilon of multiplicative weights",
                epsilon,
                "must be positive and finite",
                "the base 1 + epsilon was meant, or a sign was lost");
        this.logBase = Math.log1p(epsilon);
        this.sums = new double[types * actions];
    }

    /**
     * The ε for gains in [0, 1] that moves weights as {@code epsilon} does payoffs in units of {@code unit}: 1 + ε' =
     * (1 + ε)^(width / unit), where {@code width} is what a gain of 1 is worth.
     *
     * <p>The published code divides payoffs by the largest entry of the game, without asking whether designs raise them
     * above it; this is the same dynamics on gains that are in range.
     */
    public static double rescaled(double epsilon, double unit, PayoffRange range) {
        return Math.expm1(Math.log1p(epsilon) * range.width() / unit);
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
        Arrays.fill(sums, 0);
    }

    @Override
    public void strategy(int type, double[] mixture) {
        Weights.mixture(sums, type * actions, actions, logBase, mixture);
    }

    @Override
    public int best(int type) {
        return Weights.best(sums, type * actions, actions);
    }

    @Override
    public void learn(int type, double[] gains, int played) {
        for (int a = 0; a < actions; a++) {
            sums[type * actions + a] += gains[a];
        }
    }

    /** w_a as that type. */
    public double weight(int type, int action) {
        return Math.exp(logBase * sums[type * actions + action]);
    }

    @Override
    public void show(int type, float[] out, int at) {
        double most = sums[type * actions + best(type)];
        for (int a = 0; a < actions; a++) {
            out[at + a] = (float) Math.exp(logBase * (sums[type * actions + a] - most));
        }
    }
}
