package org.sed4j.rl.noregret;

import org.sed4j.core.game.Require;

/**
 * Multiplicative weights: w_a ← w_a · (1 + ε)^{g_a}, played in proportion to w.
 *
 * <p>Kept as g-table, since w = (1 + ε)^{sum of gains}: nothing overflows however long it runs. Average external regret over T
 * updates of one type is at most ε/2 + ln|A| / (ε T) ({@link RegretBound}).
 *
 * @paper 003, section 3.1 and Algorithm 2. ε is unstated there; the published code has 0.01
 */
public final class MultiplicativeWeights extends TableRule {
    private final double logBase;

    /**
     * The rule of one player.
     *
     * @param epsilon ε, above 0: how fast it learns
     */
    public MultiplicativeWeights(int types, int actions, double epsilon) {
        super(types, actions);
        Require.that(
                epsilon > 0 && Double.isFinite(epsilon),
                "epsilon of multiplicative weights",
                epsilon,
                "must be positive and finite",
                "the base 1 + epsilon was meant, or a sign was lost");
        this.logBase = Math.log1p(epsilon);
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
    public void strategy(int type, double[] mixture) {
        Weights.mixture(table, type * actions, actions, logBase, mixture);
    }

    @Override
    public void learn(int type, double[] gains, int played) {
        add(type, gains);
    }

    /** w_a as that type. */
    public double weight(int type, int action) {
        return Math.exp(logBase * table[type * actions + action]);
    }

    @Override
    public void show(int type, float[] out, int at) {
        double most = table[type * actions + best(type)];
        for (int a = 0; a < actions; a++) {
            out[at + a] = (float) Math.exp(logBase * (table[type * actions + a] - most));
        }
    }
}
