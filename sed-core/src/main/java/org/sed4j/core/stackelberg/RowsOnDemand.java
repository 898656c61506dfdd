package org.sed4j.core.stackelberg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
 * that of the whole program. Twice as many rows are added each time, so that a program most of whose rows bind costs little more
 * than to be solved at once; and a program begins with the rows that bound the one before.
 */
final class RowsOnDemand {
    /** Of the size of what is summed in a row: far more than doubles err by. */
    private static final double NEAR = 1e-10;

    /** How many rows are added first. */
    private static final int FIRST = 4;

    /** Which rows bound an optimum, by their names. */
    private final Set<Integer> binding;

    private final List<Integer> names = new ArrayList<>();
    private final List<double[]> coefficients = new ArrayList<>();
    private final List<Double> bounds = new ArrayList<>();

    /**
     * @param binding the names of rows that bound the optimum of a program like this; those that bind this one's take their
     *     place
     */
    RowsOnDemand(Set<Integer> binding) {
        this.binding = binding;
    }

    void add(int name, double[] row, double bound) {
        names.add(name);
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
        for (int r = 0; r < added.length; r++) {
            if (binding.contains(names.get(r))) {
                added[r] = true;
                program.subjectTo(coefficients.get(r), Relation.AT_MOST, bounds.get(r));
            }
        }
        for (int many = FIRST; ; many *= 2) {
            Optional<LpResult.Optimum> optimum = solver.solve(program).optimum();
            if (optimum.isEmpty() || optimum.get().value() <= floor) {
                return Optional.empty();
            }
            double[] x = optimum.get().toArray();
            if (!addBroken(program, x, added, many, arithmetic)) {
                bind(x, added);
                return optimum;
            }
        }
    }

    private void bind(double[] x, boolean[] added) {
        binding.clear();
        for (int r = 0; r < added.length; r++) {
            if (added[r] && excess(coefficients.get(r), bounds.get(r), x) > -NEAR) {
                binding.add(names.get(r));
            }
        }
    }

    /** Adds so many of the rows that are broken most; whether there were any. */
    private boolean addBroken(LinearProgram program, double[] x, boolean[] added, int many, Arithmetic arithmetic) {
        double tolerance = arithmetic == Arithmetic.EXACT ? -NEAR : NEAR;
        double[] excess = new double[added.length];
        for (int r = 0; r < added.length; r++) {
            excess[r] = added[r] ? Double.NEGATIVE_INFINITY : excess(coefficients.get(r), bounds.get(r), x);
        }
        int taken = 0;
        for (int r : ResponseRegions.descending(excess)) {
            if (taken == many || excess[r] <= tolerance) {
                break;
            }
            added[r] = true;
            program.subjectTo(coefficients.get(r), Relation.AT_MOST, bounds.get(r));
            taken++;
        }
        return taken > 0;
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
