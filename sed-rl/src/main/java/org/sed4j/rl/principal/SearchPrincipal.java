package org.sed4j.rl.principal;

import java.util.List;
import org.apache.commons.math3.analysis.MultivariateFunction;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
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

/**
 * A principal that searches for one design a round by trials: what would follow from each candidate on forks of the
 * economy, and the best one found is enacted.
 *
 * <p>Candidates are R(ξ) for free parameters ξ, so that every one is feasible. Takes {@code trials} trials a round; for few
 * evaluations of few numbers. The incumbent is always tried, so a round's design is never worse than it on the trials; the
 * search begins near it, but away from the edge of Φ. Where all trials are worth the same, the incumbent stays: so it is with an
 * objective that a design moves only through what players learn. That shows only as far as a trial lasts: {@link LiveSearch}
 * waits longer.
 *
 * @param method how candidates are proposed
 * @param trials most trials a round, at least 2
 */
public record SearchPrincipal(Method method, int trials) implements Principal<Pomg> {
    public SearchPrincipal {
        Require.atLeast(trials, 2, "trials a round");
    }

    /** A black-box optimiser of Commons Math. */
    public enum Method {
        /** Covariance matrix adaptation (Hansen and Ostermeier 2001): robust to noise. */
        CMA_ES,
        /** Powell's (2009) quadratic models: few evaluations of a smooth objective. */
        BOBYQA
    }

    @Override
    public SearchPrincipal frozen() {
        return this;
    }

    @Override
    public Government<Pomg> govern(Mandate mandate) {
        Reparameterization map = Reparameterizations.of(mandate.feasible());
        Best best = new Best(mandate, map);
        double[] start = BlackBox.inner(map.inverse(mandate.feasible().pull(mandate.incumbent())));
        best.tryDesign(mandate.feasible().pull(mandate.incumbent()));
        try {
            int left = Math.max(1, trials - 1);
            switch (method) {
                case CMA_ES -> BlackBox.adapt(best, start, left, mandate.seed().rng());
                case BOBYQA -> BlackBox.model(best, start, left);
            }
        } catch (TooManyEvaluationsException spent) {
            return Government.fixed(best.design()); // the budget is the usual end of a search
        }
        return Government.fixed(best.design());
    }

    /** Tries candidates and remembers the best. */
    private static final class Best implements MultivariateFunction {
        private final Mandate mandate;
        private final Reparameterization map;
        private Design design;
        private double value = Double.NEGATIVE_INFINITY;
        private double worst = Double.POSITIVE_INFINITY;

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
            double found = outcome.value(objective);
            if (Double.isNaN(found)) {
                return worst == Double.POSITIVE_INFINITY ? 0 : worst; // undefined is no better than what was found
            }
            if (found > value) {
                value = found;
                design = candidate;
            }
            worst = Math.min(worst, found);
            return found;
        }
    }
}
