package org.sed4j.rl.noregret;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.sed4j.core.game.Require;

/**
 * No swap regret, from multiplicative weights: one copy of weights for each action b that may be regretted, and a mixture
 * that leaves them as they are, p = pQ, where row b of Q is what copy b would play. Copy b learns from p_b g.
 *
 * <p>Players that all follow it play towards a correlated equilibrium, where no recommendation is worth disobeying. The
 * stationary mixture is solved for directly, O(|A|³) an update.
 *
 * <p>Source: Blum and Mansour (2007), "From external to internal regret", Journal of Machine Learning Research 8,
 * 1307-1324.
 *
 * @paper 003, section 6 (convergence to correlated equilibria under no swap regret)
 */
public final class SwapRegret extends TableRule {
    private final double logBase;
    private final double[] copies; // [type, copy, action], sums of gains
    private final transient double[] mixture;
    private final transient double[] row;
    private final transient double[] matrix;

    /**
     * The rule of one player.
     *
     * @param epsilon ε of every copy, above 0 and finite
     */
    public SwapRegret(int types, int actions, double epsilon) {
        super(types, actions);
        Require.that(
                epsilon > 0 && Double.isFinite(epsilon),
                "epsilon of no swap regret",
                epsilon,
                "must be positive and finite",
                "the base 1 + epsilon was meant, or a sign was lost");
        this.logBase = Math.log1p(epsilon);
        this.copies = new double[types * actions * actions];
        this.mixture = new double[actions];
        this.row = new double[actions];
        this.matrix = new double[actions * actions];
    }

    @Override
    public void reset() {
        Arrays.fill(copies, 0);
        super.reset();
    }

    @Override
    public void rescale(double factor) {
        super.rescale(factor);
        times(copies, factor);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        super.save(out);
        write(copies, out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        super.load(in);
        read(copies, in);
    }

    @Override
    public void strategy(int type, double[] out) {
        for (int b = 0; b < actions; b++) {
            Weights.mixture(copies, (type * actions + b) * actions, actions, logBase, row);
            for (int a = 0; a < actions; a++) {
                matrix[a * actions + b] = row[a] - (a == b ? 1 : 0); // (Qᵀ - I) p = 0
            }
        }
        for (int a = 0; a < actions; a++) {
            matrix[(actions - 1) * actions + a] = 1; // in place of one of the dependent rows: Σ p = 1
            out[a] = a == actions - 1 ? 1 : 0;
        }
        solve(matrix, out, actions);
        double total = 0;
        for (int a = 0; a < actions; a++) {
            out[a] = Math.max(0, out[a]);
            total += out[a];
        }
        for (int a = 0; a < actions; a++) {
            out[a] /= total;
        }
    }

    /** Gaussian elimination with partial pivoting, in place; Q is positive, so the matrix is regular. */
    private static void solve(double[] m, double[] x, int n) {
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                pivot = Math.abs(m[i * n + k]) > Math.abs(m[pivot * n + k]) ? i : pivot;
            }
            for (int j = 0; j < n; j++) {
                double held = m[k * n + j];
                m[k * n + j] = m[pivot * n + j];
                m[pivot * n + j] = held;
            }
            double held = x[k];
            x[k] = x[pivot];
            x[pivot] = held;
            for (int i = 0; i < n; i++) {
                double factor = i == k ? 0 : m[i * n + k] / m[k * n + k];
                for (int j = k; j < n; j++) {
                    m[i * n + j] -= factor * m[k * n + j];
                }
                x[i] -= factor * x[k];
            }
        }
        for (int k = 0; k < n; k++) {
            x[k] /= m[k * n + k];
        }
    }

    @Override
    public void learn(int type, double[] gains, int played) {
        strategy(type, mixture);
        for (int b = 0; b < actions; b++) {
            for (int a = 0; a < actions; a++) {
                copies[(type * actions + b) * actions + a] += mixture[b] * gains[a];
            }
        }
        add(type, gains);
    }

    @Override
    public void show(int type, float[] out, int at) {
        show(type, mixture, out, at);
    }
}
