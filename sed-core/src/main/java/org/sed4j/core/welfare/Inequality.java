package org.sed4j.core.welfare;

import java.util.Arrays;
import org.sed4j.core.game.Require;

/**
 * Measures of how unequally amounts are spread over n players.
 *
 * <p>Of amounts one of which is negative or not finite they are undefined: NaN, which a table shows as an empty cell. Rewards can
 * be negative; apples and incomes before tax cannot. Where nobody has anything, nobody has more than another: Gini 0, equality 1.
 */
public final class Inequality {
    /** A negative amount this small against the largest one is what floats leave behind, and counts as 0. */
    private static final double ROUNDING = 1e-6;

    /** Above this, sums of many amounts might overflow. */
    private static final double LARGE = 0x1p900;

    private Inequality() {}

    /**
     * The Gini coefficient Σ_ij |x_i - x_j| / (2 n Σ x), in [0, (n-1)/n]: 0 if all are equal, (n-1)/n if one has all.
     *
     * <p>O(n log n) by sorting. Source: Gini (1912), "Variabilità e mutabilità".
     *
     * @return NaN if an amount is negative or not finite
     * @throws IllegalArgumentException if there is none
     */
    public static double gini(double[] amounts) {
        Require.atLeast(amounts.length, 1, "amounts to take the Gini coefficient of");
        double[] sorted = amounts.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double most = sorted[n - 1]; // NaN is sorted behind all others
        if (!Double.isFinite(most) || sorted[0] < -ROUNDING * Math.max(most, 0)) {
            return Double.NaN;
        }
        double unit = most > LARGE ? 1 / LARGE : 1; // a power of two, so that nothing is rounded
        double total = 0;
        double weighted = 0;
        for (int i = 0; i < n; i++) {
            double amount = Math.max(sorted[i], 0) * unit;
            total += amount;
            weighted += (2.0 * i - n + 1) * amount; // the pairs below i minus the pairs above it
        }
        return total == 0 ? 0 : Math.max(weighted / (n * total), 0);
    }

    /**
     * Equality, 1 - Gini · n/(n-1), in [0, 1]: 1 if all are equal, 0 if one has all; 1 for a single player. NaN where Gini is.
     *
     * <p>Source: Zheng et al. (2022), "The AI Economist", Science Advances 8(18), eabk2607.
     */
    public static double equality(double[] amounts) {
        int n = amounts.length;
        return n == 1 ? 1 : Math.max(1 - gini(amounts) * n / (n - 1), 0);
    }
}
