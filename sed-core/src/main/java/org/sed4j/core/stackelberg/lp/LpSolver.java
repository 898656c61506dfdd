package org.sed4j.core.stackelberg.lp;

/** Solves linear programs. That a program is infeasible or unbounded is a result. */
@FunctionalInterface
public interface LpSolver {

    /**
     * The optimum, or why there is none.
     *
     * @throws IllegalStateException if the solver fails or its answer does not stand up to being checked
     */
    LpResult solve(LinearProgram program);

    /**
     * In floating point: a dense simplex whose optima are checked for feasibility and optimality to 1e-9, and, for small
     * programs in which it loses its way, the exact one.
     */
    static LpSolver floating() {
        return new DenseSimplex();
    }

    /**
     * In floating point, by Commons Math 3.6.1, every optimum checked for feasibility. A second opinion only: it is known
     * to stop at vertices that are not optimal.
     */
    static LpSolver commonsMath() {
        return new CommonsSimplex();
    }

    /**
     * In rational arithmetic, exactly; for small programs. A double is read as the simplest fraction that rounds to it, so
     * 0.1 is 1/10 and 0.3333333333333333 is 1/3.
     */
    static LpSolver exact() {
        return new RationalSimplex();
    }
}
