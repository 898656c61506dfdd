package org.sed4j.core.stackelberg.lp;

import java.util.Arrays;

/**
 * The rows, costs and basis of a simplex in doubles. Columns: variables, a slack per row, an artificial for each row that no
 * slack can start in, then the bound.
 */
final class SimplexTableau {
    private final LinearProgram program;
    private final int variables;
    private final int height;
    private final int firstArtificial;
    private final int bound;
    private final double[][] original;
    private final double[] loosened;
    private final double[] objective;
    private final int[] basis;
    private double[][] rows;
    private double[] costs;
    private boolean loose = true;

    /**
     * @param loosening by about how much, of a row's size, inequalities are loosened at first
     */
    SimplexTableau(LinearProgram program, double loosening) {
        CanonicalRows canonical = new CanonicalRows(program, loosening);
        this.program = program;
        this.variables = program.variables();
        this.height = program.constraints();
        this.firstArtificial = variables + height;
        this.bound = canonical.bound;
        this.original = canonical.rows;
        this.loosened = canonical.loosened;
        this.basis = canonical.basis;
        this.objective = new double[bound + 1];
        this.rows = new double[0][];
        this.costs = new double[0];
        refresh();
    }

    boolean hasArtificials() {
        return Arrays.stream(basis).anyMatch(column -> column >= firstArtificial);
    }

    void minimiseArtificials() {
        Arrays.fill(objective, 0);
        Arrays.fill(objective, firstArtificial, bound, -1);
        price();
    }

    double artificialSum() {
        refresh();
        double sum = 0;
        for (int i = 0; i < height; i++) {
            sum += basis[i] >= firstArtificial ? Math.max(rows[i][bound], 0) : 0;
        }
        return sum;
    }

    /** Pivots artificials out of the basis; a row that has no other column is redundant, and stays. */
    void dropArtificials(double tolerance) {
        for (int i = 0; i < height; i++) {
            if (basis[i] >= firstArtificial) {
                int best = -1;
                for (int j = 0; j < firstArtificial; j++) {
                    boolean better = best < 0 || Math.abs(rows[i][j]) > Math.abs(rows[i][best]);
                    best = Math.abs(rows[i][j]) > tolerance && better ? j : best;
                }
                if (best >= 0) {
                    pivot(i, best);
                }
            }
        }
    }

    void maximiseObjective() {
        Arrays.fill(objective, 0);
        System.arraycopy(program.objective(), 0, objective, 0, variables);
        double size = Arrays.stream(objective).map(Math::abs).max().orElse(0);
        for (int j = 0; j < variables && size > 0; j++) {
            objective[j] /= size;
        }
        refresh();
    }

    /** Puts the true bounds back. */
    void tighten() {
        loose = false;
        refresh();
    }

    /** The column whose entering helps most; -1 at an optimum. Artificials never enter. */
    int entering(double tolerance) {
        int best = -1;
        for (int j = 0; j < firstArtificial; j++) {
            if (costs[j] < -tolerance && (best < 0 || costs[j] < costs[best])) {
                best = j;
            }
        }
        return best;
    }

    /** The row that limits the entering column, the largest pivot among those that limit it within a hair (Harris). */
    int leaving(int entering, double tolerance) {
        double limit = Double.POSITIVE_INFINITY;
        for (int i = 0; i < height; i++) {
            if (rows[i][entering] > tolerance) {
                limit = Math.min(limit, (Math.max(rows[i][bound], 0) + tolerance) / rows[i][entering]);
            }
        }
        int best = -1;
        for (int i = 0; i < height; i++) {
            boolean limits = rows[i][entering] > tolerance && rows[i][bound] / rows[i][entering] <= limit;
            if (limits && (best < 0 || rows[i][entering] > rows[best][entering])) {
                best = i;
            }
        }
        return best;
    }

    /** The row that is broken most; -1 if none is. */
    int broken(double tolerance) {
        int worst = -1;
        for (int i = 0; i < height; i++) {
            if (rows[i][bound] < -tolerance && (worst < 0 || rows[i][bound] < rows[worst][bound])) {
                worst = i;
            }
        }
        return worst;
    }

    /** The column that mends a broken row at the least cost; -1 if none can. */
    int dualEntering(int leaving, double tolerance) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < firstArtificial; j++) {
            double ratio = rows[leaving][j] < -tolerance ? Math.max(costs[j], 0) / -rows[leaving][j] : least;
            if (ratio < least || (best >= 0 && ratio == least && rows[leaving][j] < rows[leaving][best])) {
                best = j;
                least = ratio;
            }
        }
        return best;
    }

    void pivot(int row, int column) {
        scale(rows[row], 1 / rows[row][column]);
        for (int i = 0; i < height; i++) {
            if (i != row) {
                subtract(rows[i], rows[row], column);
            }
        }
        subtract(costs, rows[row], column);
        basis[row] = column;
    }

    private static void scale(double[] row, double factor) {
        for (int j = 0; j < row.length; j++) {
            row[j] *= factor;
        }
    }

    private static void subtract(double[] target, double[] source, int column) {
        double factor = target[column];
        if (factor != 0) {
            for (int j = 0; j < target.length; j++) {
                target[j] -= factor * source[j];
            }
            target[column] = 0;
        }
    }

    /** Works the tableau out from the program's own numbers, by Gauss-Jordan on the basic columns. */
    void refresh() {
        rows = new double[height][];
        for (int i = 0; i < height; i++) {
            rows[i] = original[i].clone();
            rows[i][bound] += loose ? loosened[i] : 0;
        }
        int[] columns = basis.clone();
        boolean[] placed = new boolean[height];
        for (int column : columns) {
            int best = -1;
            for (int i = 0; i < height; i++) {
                boolean better = best < 0 || Math.abs(rows[i][column]) > Math.abs(rows[best][column]);
                best = !placed[i] && better ? i : best;
            }
            placed[best] = true;
            basis[best] = column;
            scale(rows[best], 1 / rows[best][column]);
            for (int i = 0; i < height; i++) {
                if (i != best) {
                    subtract(rows[i], rows[best], column);
                }
            }
        }
        price();
    }

    private void price() {
        costs = new double[bound + 1];
        for (int j = 0; j < bound; j++) {
            costs[j] = -objective[j];
        }
        for (int i = 0; i < height; i++) {
            double weight = objective[basis[i]];
            for (int j = 0; j <= bound && weight != 0; j++) {
                costs[j] += weight * rows[i][j];
            }
        }
        for (int column : basis) {
            costs[column] = 0;
        }
    }

    double[] point() {
        refresh();
        double[] x = new double[variables];
        for (int i = 0; i < height; i++) {
            if (basis[i] < variables) {
                x[basis[i]] = rows[i][bound];
            }
        }
        return x;
    }
}
