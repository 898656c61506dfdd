package org.sed4j.core.stackelberg.lp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NoFeasibleSolutionException;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.PivotSelectionRule;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.linear.UnboundedSolutionException;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/**
 * Commons Math's simplex, its answers checked for feasibility; Bland's rule is tried where Dantzig's fails.
 *
 * <p>A second opinion, not the default: in version 3.6.1 it takes some vertices for optimal that are not (a program of nine
 * variables and four rows is in this package's tests), and loses feasibility in large degenerate programs.
 */
final class CommonsSimplex implements LpSolver {
    /** How far an optimum may break a row, against the size of what is summed in it. */
    private static final double FEASIBLE = 1e-7;

    private static final int PIVOTS = 20_000;

    @Override
    public LpResult solve(LinearProgram program) {
        return attempt(program, PivotSelectionRule.DANTZIG)
                .or(() -> attempt(program, PivotSelectionRule.BLAND))
                .orElseThrow(() -> new IllegalStateException("A linear program of " + program.variables()
                        + " variables and " + program.constraints() + " constraints could not be solved to "
                        + FEASIBLE + " in " + PIVOTS
                        + " pivots.\nMaybe its coefficients differ by many orders of magnitude; scale the payoffs."));
    }

    /** The result, or nothing if it took too long or its optimum is not feasible. */
    private static Optional<LpResult> attempt(LinearProgram program, PivotSelectionRule rule) {
        List<LinearConstraint> constraints = new ArrayList<>();
        for (LinearProgram.Row row : program.rows()) {
            constraints.add(new LinearConstraint(row.coefficients, relationship(row.relation), row.bound));
        }
        try {
            PointValuePair best = new SimplexSolver()
                    .optimize(
                            new LinearObjectiveFunction(program.objective(), 0),
                            new LinearConstraintSet(constraints),
                            GoalType.MAXIMIZE,
                            new NonNegativeConstraint(true),
                            new MaxIter(PIVOTS),
                            rule);
            return checked(program, best.getPointRef());
        } catch (NoFeasibleSolutionException e) {
            return Optional.of(new LpResult.Infeasible());
        } catch (UnboundedSolutionException e) {
            return Optional.of(new LpResult.Unbounded());
        } catch (MathIllegalStateException e) {
            return Optional.empty();
        }
    }

    private static Optional<LpResult> checked(LinearProgram program, double[] x) {
        if (!(program.violation(x) <= FEASIBLE)) {
            return Optional.empty();
        }
        List<Double> point = new ArrayList<>();
        for (double entry : x) {
            point.add(Math.max(entry, 0));
        }
        return Optional.of(new LpResult.Optimum(program.value(x), point, Optional.empty()));
    }

    private static Relationship relationship(LinearProgram.Relation relation) {
        return switch (relation) {
            case AT_MOST -> Relationship.LEQ;
            case EQUAL -> Relationship.EQ;
            case AT_LEAST -> Relationship.GEQ;
        };
    }
}
