package org.sed4j.rl.principal;

import java.util.Arrays;
import org.apache.commons.math3.analysis.MultivariateFunction;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.sed4j.core.run.Rng;

/** Commons Math's black-box optimisers, set up for free parameters ξ of a design. */
final class BlackBox {
    private static final double FIRST_STEP = 1; // of ξ: about a quarter of a sigmoid's range
    private static final double NO_GOAL = 0; // Commons Math's word for "stop at no value"
    private static final double INNER = 2; // a sigmoid's 12th and 88th hundredth
    /** R is saturated to 3e-4 of its range beyond. */
    static final double FAR = 8;

    private BlackBox() {}

    /** A start away from the edge of Φ, where R is so flat that no candidate near it differs. */
    static double[] inner(double[] xi) {
        return Arrays.stream(xi).map(x -> Math.min(Math.max(x, -INNER), INNER)).toArray();
    }

    /** A start within bounds. */
    static double[] start(double[] xi) {
        return Arrays.stream(xi)
                .map(x -> Math.min(Math.max(x, 1 - FAR), FAR - 1))
                .toArray();
    }

    /** How many candidates of covariance matrix adaptation make a generation: Hansen's default. */
    static int generation(int parameters) {
        return 4 + (int) (3 * Math.log(parameters));
    }

    /**
     * Maximises by covariance matrix adaptation.
     *
     * @throws org.apache.commons.math3.exception.TooManyEvaluationsException when the budget is spent: the usual end
     */
    static void adapt(MultivariateFunction function, double[] start, int evaluations, Rng rng) {
        double[] sigma = new double[start.length];
        Arrays.fill(sigma, FIRST_STEP);
        new CMAESOptimizer(evaluations + 1, NO_GOAL, true, 0, 0, new Chance(rng), false, null)
                .optimize(
                        new ObjectiveFunction(function),
                        GoalType.MAXIMIZE,
                        new MaxEval(evaluations),
                        bounds(start.length),
                        new InitialGuess(start),
                        new CMAESOptimizer.Sigma(sigma),
                        new CMAESOptimizer.PopulationSize(generation(start.length)));
    }

    /**
     * Maximises by Powell's quadratic models. They need two parameters: a single one is given another beside it that does nothing.
     *
     * @throws org.apache.commons.math3.exception.TooManyEvaluationsException when the budget is spent
     */
    static void model(MultivariateFunction function, double[] start, int evaluations) {
        if (start.length == 1) {
            model(both -> function.value(new double[] {both[0]}), new double[] {start[0], 0}, evaluations);
            return;
        }
        new BOBYQAOptimizer(2 * start.length + 1, FIRST_STEP, 1e-3)
                .optimize(
                        new ObjectiveFunction(function),
                        GoalType.MAXIMIZE,
                        new MaxEval(evaluations),
                        bounds(start.length),
                        new InitialGuess(start));
    }

    private static SimpleBounds bounds(int n) {
        double[] low = new double[n];
        double[] high = new double[n];
        Arrays.fill(low, -FAR);
        Arrays.fill(high, FAR);
        return new SimpleBounds(low, high);
    }
}
