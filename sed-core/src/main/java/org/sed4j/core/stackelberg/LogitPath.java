package org.sed4j.core.stackelberg;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularMatrixException;

/**
 * The principal branch of logit equilibria, followed from uniform play by predictor and corrector along its own length, so
 * that it may turn in λ.
 *
 * <p>A point is z = (ln p, λ). On the branch ln p_ia - ln p_i0 = λ (u_ia - u_i0) and Σ_a p_ia = 1.
 *
 * <p>Source of the method: Allgower and Georg (1990), "Numerical Continuation Methods"; Turocy (2005) for logit equilibria.
 */
final class LogitPath {
    private static final double FIRST = 0.03;
    private static final double LONGEST = 0.5;
    private static final double SHORTEST = 1e-9;
    private static final double GROWTH = 1.4;
    private static final double TOLERANCE = 1e-12;
    private static final int CORRECTIONS = 12;
    private static final int STEPS = 100_000;

    private final NormalFormGame game;
    private final Profiles profiles;
    private final int[] first;
    private final int size;

    LogitPath(NormalFormGame game) {
        this.game = game;
        this.profiles = game.profiles();
        this.first = new int[game.players()];
        int next = 0;
        for (int i = 0; i < first.length; i++) {
            first[i] = next;
            next += profiles.size(i);
        }
        this.size = next;
    }

    List<Distribution> to(double lambda) {
        double[] z = new double[size + 1];
        for (int i = 0; i < first.length; i++) {
            for (int a = 0; a < profiles.size(i); a++) {
                z[first[i] + a] = -Math.log(profiles.size(i));
            }
        }
        double[] along = new double[size + 1];
        along[size] = 1;
        double step = FIRST;
        for (int s = 0; s < STEPS && z[size] < lambda; s++) {
            double[] tangent = tangent(z, along);
            double[] next = corrected(moved(z, tangent, step), tangent);
            if (next.length == 0) {
                step /= 2;
                if (step < SHORTEST) {
                    break;
                }
                continue;
            }
            if (next[size] >= lambda) {
                double part = (lambda - z[size]) / (next[size] - z[size]);
                double[] between = moved(z, minus(next, z), part);
                between[size] = lambda;
                double[] there = corrected(between, unit());
                if (there.length > 0) {
                    return strategies(there);
                }
                step /= 2;
                continue;
            }
            along = tangent;
            z = next;
            step = Math.min(LONGEST * Math.max(1, z[size]), step * GROWTH);
        }
        if (lambda == 0) {
            return strategies(z);
        }
        throw new IllegalStateException("The branch of logit equilibria could be followed to λ = " + z[size]
                + " only, not to " + lambda + ".\nMaybe payoffs are too large for so high a precision: scale both.");
    }

    private double[] unit() {
        double[] unit = new double[size + 1];
        unit[size] = 1;
        return unit;
    }

    private static double[] minus(double[] a, double[] b) {
        double[] d = a.clone();
        for (int j = 0; j < d.length; j++) {
            d[j] -= b[j];
        }
        return d;
    }

    private static double[] moved(double[] z, double[] direction, double by) {
        double[] moved = z.clone();
        for (int j = 0; j < moved.length; j++) {
            moved[j] += by * direction[j];
        }
        return moved;
    }

    /** The direction of the branch at z that agrees with the last. */
    private double[] tangent(double[] z, double[] along) {
        double[][] rows = system(z, along);
        double[] right = new double[size + 1];
        right[size] = 1;
        RealVector t = solve(rows, right);
        return t.mapDivide(t.getNorm()).toArray();
    }

    private static RealVector solve(double[][] rows, double[] right) {
        return new LUDecomposition(new Array2DRowRealMatrix(rows, false), 0)
                .getSolver()
                .solve(new ArrayRealVector(right, false));
    }

    /** Newton's method on the branch, across a direction; nothing if it does not get there. */
    private double[] corrected(double[] from, double[] across) {
        double[] z = from;
        for (int c = 0; c < CORRECTIONS; c++) {
            RealVector change;
            try {
                change = solve(system(z, across), residual(z, from, across));
            } catch (SingularMatrixException flat) {
                return new double[0];
            }
            z = moved(z, change.toArray(), -1);
            double largest = change.getLInfNorm();
            if (!probable(z)) {
                return new double[0];
            }
            if (largest < TOLERANCE * (1 + Math.abs(z[size]))) {
                return z;
            }
        }
        return new double[0];
    }

    /** Whether these can be logarithms of probabilities, give or take a step that is not yet corrected. */
    private boolean probable(double[] z) {
        for (int j = 0; j < size; j++) {
            if (!(z[j] < 1)) {
                return false;
            }
        }
        return Double.isFinite(z[size]);
    }

    private double[] residual(double[] z, double[] from, double[] across) {
        double[] h = new double[size + 1];
        for (int i = 0; i < first.length; i++) {
            double[] u = LogitResponse.payoffs(game, i, strategies(z));
            double sum = -1;
            for (int a = 0; a < u.length; a++) {
                int row = first[i] + a;
                h[row] = z[row] - z[first[i]] - z[size] * (u[a] - u[0]);
                sum += Math.exp(z[row]);
            }
            h[first[i]] = sum;
        }
        for (int j = 0; j <= size; j++) {
            h[size] += across[j] * (z[j] - from[j]);
        }
        return h;
    }

    /** The Jacobian of the equations, and below it a direction. */
    private double[][] system(double[] z, double[] last) {
        double[][] rows = new double[size + 1][size + 1];
        rows[size] = last.clone();
        double lambda = z[size];
        for (int i = 0; i < first.length; i++) {
            double[][] slopes = slopes(z, i);
            for (int a = 0; a < slopes.length; a++) {
                int row = first[i] + a;
                if (a == 0) {
                    for (int b = 0; b < slopes.length; b++) {
                        rows[row][first[i] + b] = Math.exp(z[first[i] + b]);
                    }
                    continue;
                }
                for (int j = 0; j < size; j++) {
                    rows[row][j] = -lambda * (slopes[a][j] - slopes[0][j]);
                }
                rows[row][row] += 1;
                rows[row][first[i]] -= 1;
                rows[row][size] = -(slopes[a][size] - slopes[0][size]);
            }
        }
        return rows;
    }

    /** By player i's action: derivatives of its payoff by ln p, and in the last column the payoff. */
    private double[][] slopes(double[] z, int i) {
        double[][] slopes = new double[profiles.size(i)][size + 1];
        for (int a = 0; a < profiles.count(); a++) {
            double log = 0;
            for (int j = 0; j < first.length; j++) {
                log += j == i ? 0 : z[first[j] + profiles.choice(a, j)];
            }
            double part = Math.exp(log) * game.payoff(i, a);
            double[] row = slopes[profiles.choice(a, i)];
            row[size] += part;
            for (int j = 0; j < first.length; j++) {
                row[first[j] + profiles.choice(a, j)] += j == i ? 0 : part;
            }
        }
        return slopes;
    }

    private List<Distribution> strategies(double[] z) {
        List<Distribution> strategies = new ArrayList<>();
        for (int i = 0; i < first.length; i++) {
            double[] weights = new double[profiles.size(i)];
            for (int a = 0; a < weights.length; a++) {
                weights[a] = Math.exp(z[first[i] + a]);
            }
            strategies.add(Distribution.proportional(weights));
        }
        return strategies;
    }
}
