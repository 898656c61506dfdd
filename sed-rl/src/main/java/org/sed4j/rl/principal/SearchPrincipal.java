package org.sed4j.rl.principal;

import java.util.List;
import org.apache.commons.math3.analysis.MultivariateFunction;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.MultivariateOptimizer;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.apache.commons.math3.random.RandomGenerator;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.Government;
import org.sed4j.core.game.Mandate;
import org.sed4j.core.game.Objective;
import org.sed4j.core.game.Outcome;
import org.sed4j.core.game.Principal;
import org.sed4j.core.game.Reparameterization;
import org.sed4j.core.game.Reparameterizations;
import org.sed4j.core.game.Require;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.run.Rng;

/**
 * A principal that searches for one design a round by trials: what would follow from each candidate on forks of the
 * economy, and the best one found is enacted.
 *
 * <p>Candidates are R(ξ) for free parameters ξ, so that every one is feasible. Takes {@code trials} trials a round; for few
 * evaluations of few numbers. The incumbent is always tried, so a round's design is never worse than it on the trials.
 *
 * @param method how candidates are proposed
 * @param trials most trials a round, at least 2
 */
public record SearchPrincipal(Method method, int trials) implements Principal<Pomg> {
    private static final double FIRST_STEP = 1; // of ξ: about a quarter of a sigmoid's range
    private static final double NO_GOAL = 0; // Commons Math's word for "stop at no value"
    private static final double FAR = 8; // R is saturated to 3e-4 of its range beyond

    public SearchPrincipal {
        Require.atLeast(trials, 2, "trials a round");
    }

    /** A black-box optimiser of Commons Math. */
    public enum Method {
        /** Covariance matrix adaptation (Hansen and Ostermeier 2001): robust to noise. */
        CMA_ES,
        /** Powell's (2009) quadratic models: few evaluations of a smooth objective; needs at least 2 parameters. */
        BOBYQA
    }

    @Override
    public Government<Pomg> govern(Mandate mandate) {
        Reparameterization map = Reparameterizations.of(mandate.feasible());
        Require.that(
                method == Method.CMA_ES || map.dimension() > 1,
                "free parameters of a design",
                map.dimension(),
                "must be at least 2 for BOBYQA",
                "CMA_ES was meant");
        Best best = new Best(mandate, map);
        double[] start = map.inverse(mandate.feasible().pull(mandate.incumbent()));
        for (int j = 0; j < start.length; j++) {
            start[j] = Math.min(Math.max(start[j], 1 - FAR), FAR - 1);
        }
        best.tryDesign(mandate.feasible().pull(mandate.incumbent()));
        try {
            search(best, start, mandate);
        } catch (TooManyEvaluationsException spent) {
            return Government.fixed(best.design()); // the budget is the usual end of a search
        }
        return Government.fixed(best.design());
    }

    private void search(Best best, double[] start, Mandate mandate) {
        int n = start.length;
        double[] low = new double[n];
        double[] high = new double[n];
        double[] sigma = new double[n];
        java.util.Arrays.fill(low, -FAR);
        java.util.Arrays.fill(high, FAR);
        java.util.Arrays.fill(sigma, FIRST_STEP);
        ObjectiveFunction objective = new ObjectiveFunction(best);
        MaxEval budget = new MaxEval(Math.max(1, trials - 1));
        SimpleBounds bounds = new SimpleBounds(low, high);
        InitialGuess guess = new InitialGuess(start);
        if (method == Method.CMA_ES) {
            int population = 4 + (int) (3 * Math.log(n)); // Hansen's default
            MultivariateOptimizer optimizer = new CMAESOptimizer(
                    trials, NO_GOAL, true, 0, 0, new Chance(mandate.seed().rng()), false, null);
            optimizer.optimize(
                    objective,
                    GoalType.MAXIMIZE,
                    budget,
                    bounds,
                    guess,
                    new CMAESOptimizer.Sigma(sigma),
                    new CMAESOptimizer.PopulationSize(population));
        } else {
            new BOBYQAOptimizer(2 * n + 1, FIRST_STEP, 1e-3)
                    .optimize(objective, GoalType.MAXIMIZE, budget, bounds, guess);
        }
    }

    /** Tries candidates and remembers the best. */
    private static final class Best implements MultivariateFunction {
        private final Mandate mandate;
        private final Reparameterization map;
        private Design design;
        private double value = Double.NEGATIVE_INFINITY;

        Best(Mandate mandate, Reparameterization map) {
            this.mandate = mandate;
            this.map = map;
            this.design = mandate.incumbent();
        }

        Design design() {
            return design;
        }

        @Override
        public double value(double[] xi) {
            return tryDesign(map.apply(xi));
        }

        double tryDesign(Design candidate) {
            Objective objective = mandate.objective();
            Outcome outcome = mandate.trials().outcomes(List.of(candidate)).get(0);
            double found = objective.value(outcome);
            if (found > value) {
                value = found;
                design = candidate;
            }
            return found;
        }
    }

    /** Our stream as Commons Math's generator. */
    private static final class Chance implements RandomGenerator {
        private final Rng rng;

        Chance(Rng rng) {
            this.rng = rng;
        }

        @Override
        public void setSeed(int seed) {}

        @Override
        public void setSeed(int[] seed) {}

        @Override
        public void setSeed(long seed) {}

        @Override
        public void nextBytes(byte[] bytes) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) rng.nextLong();
            }
        }

        @Override
        public int nextInt() {
            return (int) (rng.nextLong() >>> 32);
        }

        @Override
        public int nextInt(int n) {
            return rng.below(n);
        }

        @Override
        public long nextLong() {
            return rng.nextLong();
        }

        @Override
        public boolean nextBoolean() {
            return rng.nextLong() < 0;
        }

        @Override
        public float nextFloat() {
            return rng.unit();
        }

        @Override
        public double nextDouble() {
            return rng.uniform();
        }

        @Override
        public double nextGaussian() {
            return rng.gaussian();
        }
    }
}
