package org.sed4j.core.stackelberg;

import java.util.Arrays;
import java.util.Optional;
import org.sed4j.core.stackelberg.lp.LpResult;

/**
 * The best mixed commitment where followers play pure equilibria and ties are broken for the leader: one linear program for
 * each profile s of their strategies, over the mixtures to which s is an equilibrium.
 */
final class MixedProgram {
    private final ResponseRegions regions;

    MixedProgram(Terms terms) {
        this(terms, 0);
    }

    /**
     * @param delta by how much a follower's payoff, as any type, may fall short of a best response
     */
    MixedProgram(Terms terms, double delta) {
        this.regions = new ResponseRegions(terms, delta);
    }

    /**
     * @param strategies the followers' pure strategies, by number
     */
    record Solution(Distribution leader, Value value, int strategies) {
        /** The mixture is the first variables of the optimum, and its value the leader's. */
        static Solution of(Terms terms, LpResult.Optimum optimum, int strategies) {
            double[] x = Arrays.copyOf(optimum.toArray(), terms.leaderActions);
            Value value = optimum.exact().map(terms::value).orElseGet(() -> terms.value(optimum.value()));
            return new Solution(Distribution.proportional(x), value, strategies);
        }

        /** The same in a game of L actions of which the mixture's are these. */
        Solution among(int[] actions, int leaderActions) {
            double[] x = new double[leaderActions];
            for (int k = 0; k < actions.length; k++) {
                x[actions[k]] = leader.get(k);
            }
            return new Solution(Distribution.of(x), value, strategies);
        }
    }

    /** The best over all responses, the most promising first; a response that cannot beat the incumbent is passed over. */
    Optional<Solution> optimistic() {
        Terms terms = regions.terms;
        double[] bounds = regions.bounds();
        LpResult.Optimum best = null;
        int bestStrategies = -1;
        for (int s : ResponseRegions.descending(bounds)) {
            if (bounds[s] <= regions.floor(best)) {
                break; // the others promise no more
            }
            double floor = regions.floor(best);
            Optional<LpResult.Optimum> optimum = regions.within(terms.leaderActions, s)
                    .solve(terms.arithmetic.solver(), terms.arithmetic, regions.simplex(regions.objective(s)), floor);
            if (optimum.isPresent()) {
                best = optimum.get();
                bestStrategies = s;
            }
        }
        return best == null ? Optional.empty() : Optional.of(Solution.of(terms, best, bestStrategies));
    }
}
