package org.sed4j.core.stackelberg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sed4j.core.stackelberg.lp.LinearProgram;
import org.sed4j.core.stackelberg.lp.LinearProgram.Relation;
import org.sed4j.core.stackelberg.lp.LpResult;
import org.sed4j.core.stackelberg.lp.LpSolver;

/**
 * A linear program with many rows ⟨a, x⟩ ≤ b of which few bind: it is solved with a few of them, those that its optimum breaks
 * are added, and so on until none is broken (Kelley 1960, "The cutting-plane method for solving convex programs", Journal of
 * the SIAM 8(4), 703-712).
 *
 * <p>Every step is a bound on the optimum, so a program that cannot beat an incumbent is given up early. In exact arithmetic a
 * row counts as kept where it is kept by more than doubles can err; rows nearer than that are added too, so the last optimum is
 * that of the whole program.
 */
final class RowsOnDemand {
    /** Of the size of what is summed in a row: far more than doubles err by. */
    private static final double NEAR = 1e-10;

    /** How many rows are added at a time. */
    private static final int AT_ONCE = 8;

    private final List<double[]> coefficients = new ArrayList<>();
    private final List<Double> bounds = new ArrayList<>();

    void add(double[] row, double bound) {
        coefficients.add(row);
        bounds.add(bound);
    }

    /** Adds every row, for programs that need them all; returns the program. */
    LinearProgram addTo(LinearProgram program) {
        for (int r = 0; r < coefficients.size(); r++) {
            program.subjectTo(coefficients.get(r), Relation.AT_MOST, bounds.get(r));
        }
        return program;
    }

    /**
     * The optimum, unless there is none or it is not above {@code floor}.
     *
     * @param program the rows that always count, at least one of which bounds the objective; rows are added to it
     */
    Optional<LpResult.Optimum> solve(LpSolver solver, Arithmetic arithmetic, LinearProgram program, double floor) {
        boolean[] added = new boolean[coefficients.size()];
        while (true) {
            Optional<LpResult.Optimum> optimum = solver.solve(program).optimum();
            if (optimum.isEmpty() || optimum.get().value() <= floor) {
                return Optional.empty();
            }
            if (!addBroken(program, optimum.get().toArray(), added, arithmetic)) {
                return optimum;
            }
        }
    }

    /** Adds the rows that are broken most; whether there were any. */
    private boolean addBroken(LinearProgram program, double[] x, boolean[] added, Arithmetic arithmetic) {
        double tolerance = arithmetic == Arithmetic.EXACT ? -NEAR : NEAR;
        boolean any = false;
        for (int k = 0; k < AT_ONCE; k++) {
            int worst = -1;
            double most = tolerance;
            for (int r = 0; r < added.length; r++) {
                double excess = added[r] ? Double.NEGATIVE_INFINITY : excess(coefficients.get(r), bounds.get(r), x);
                if (excess > most) {
                    most = excess;
                    worst = r;
                }
            }
            if (worst < 0) {
                return any;
            }
            added[worst] = true;
            any = true;
            program.subjectTo(coefficients.get(worst), Relation.AT_MOST, bounds.get(worst));
        }
        return any;
    }

    /** By how much x breaks a row, against the size of what is summed in it; negative if it keeps it. */
    private static double excess(double[] row, double bound, double[] x) {
        double sum = 0;
        double scale = Math.max(1, Math.abs(bound));
        for (int j = 0; j < row.length; j++) {
            double term = row[j] * x[j];
            sum += term;
            scale = Math.max(scale, Math.abs(term));
        }
        return (sum - bound) / scale;
    }
}
