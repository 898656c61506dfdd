package org.sed4j.core.stackelberg.lp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A two-phase simplex in doubles for dense programs of some hundreds of rows, many of which may bind at once.
 *
 * <p>Bounds are loosened by tiny different amounts, so that no step is degenerate; the true bounds are put back at the
 * optimum, and the few steps that this may cost are made by the dual simplex. The tableau is worked out anew from the
 * program's own numbers every {@link #REFRESH} pivots and at the end, so errors do not grow. The answer is checked for
 * feasibility and for optimality (reduced costs).
 */
final class DenseSimplex implements LpSolver {
    private static final int REFRESH = 100;

    /** Programs of so many coefficients are solved exactly where doubles fail. */
    private static final int SMALL = 2_500;

    private static final double PIVOT = 1e-9;
    private static final double COST = 1e-9;
    private static final double FEASIBLE = 1e-9;
    private static final double LOOSENING = 1e-6;

    @Override
    public LpResult solve(LinearProgram program) {
        Optional<LpResult> result = attempt(program);
        if (result.isEmpty() && program.variables() * program.constraints() <= SMALL) {
            return new RationalSimplex().solve(program);
        }
        return result.orElseThrow(() -> new IllegalStateException(
                "A linear program of " + program.variables() + " variables and " + program.constraints()
                        + " constraints could not be solved to " + FEASIBLE
                        + ".\nMaybe its coefficients differ by many orders of magnitude; scale the payoffs."));
    }

    /**
     * The checked result, or nothing if pivoting did not get there. That nothing is feasible is believed of the loosened
     * program, which has room to be wrong by; of the true one it is asked anew, by a run that loosens nothing.
     */
    Optional<LpResult> attempt(LinearProgram program) {
        return new Run(program, LOOSENING).result().or(() -> new Run(program, 0).result());
    }

    private enum End {
        OPTIMAL,
        UNBOUNDED,
        LOST
    }

    private static final class Run {
        private final LinearProgram program;
        private final SimplexTableau tableau;
        private int pivots;

        Run(LinearProgram program, double loosening) {
            this.program = program;
            this.tableau = new SimplexTableau(program, loosening);
        }

        Optional<LpResult> result() {
            if (tableau.hasArtificials()) {
                tableau.minimiseArtificials();
                if (primal() != End.OPTIMAL) {
                    return Optional.empty();
                }
                if (tableau.artificialSum() > FEASIBLE) {
                    return Optional.of(new LpResult.Infeasible());
                }
                tableau.dropArtificials(PIVOT);
            }
            tableau.maximiseObjective();
            End end = primal();
            for (int attempt = 0; attempt < 5 && end == End.OPTIMAL; attempt++) {
                tableau.tighten();
                end = dual();
                if (end == End.OPTIMAL && tableau.entering(COST) < 0) {
                    return checked();
                }
                end = end == End.OPTIMAL ? primal() : end;
            }
            return end == End.UNBOUNDED ? Optional.of(new LpResult.Unbounded()) : Optional.empty();
        }

        private Optional<LpResult> checked() {
            double[] x = tableau.point();
            if (!(program.violation(x) <= FEASIBLE)) {
                return Optional.empty();
            }
            List<Double> point = new ArrayList<>();
            for (double entry : x) {
                point.add(Math.max(entry, 0));
            }
            return Optional.of(new LpResult.Optimum(program.value(x), point, Optional.empty()));
        }

        private End primal() {
            while (withinBudget()) {
                int entering = tableau.entering(COST);
                if (entering < 0) {
                    return End.OPTIMAL;
                }
                int leaving = tableau.leaving(entering, PIVOT);
                if (leaving < 0) {
                    return End.UNBOUNDED;
                }
                pivot(leaving, entering);
            }
            return End.LOST;
        }

        private End dual() {
            while (withinBudget()) {
                int leaving = tableau.broken(FEASIBLE * 1e-2);
                if (leaving < 0) {
                    return End.OPTIMAL;
                }
                int entering = tableau.dualEntering(leaving, PIVOT);
                if (entering < 0) {
                    return End.LOST;
                }
                pivot(leaving, entering);
            }
            return End.LOST;
        }

        private void pivot(int leaving, int entering) {
            tableau.pivot(leaving, entering);
            pivots++;
            if (pivots % REFRESH == 0) {
                tableau.refresh();
            }
        }

        private boolean withinBudget() {
            return pivots < 1000 + 50 * (program.variables() + program.constraints());
        }
    }
}
