package org.sed4j.core.stackelberg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;
import org.sed4j.core.stackelberg.lp.LinearProgram;
import org.sed4j.core.stackelberg.lp.LinearProgram.Relation;
import org.sed4j.core.stackelberg.lp.LpResult;
import org.sed4j.core.stackelberg.lp.LpSolver;

/**
 * The linear programs behind a mixed commitment: for each profile s of the followers' pure strategies, the best mixture x
 * for the leader among those to which s is an equilibrium.
 */
final class MixedProgram {
    private final Terms terms;
    private final Profiles strategies;
    private final LpSolver solver;
    private final double delta;

    MixedProgram(Terms terms) {
        this(terms, 0);
    }

    /**
     * @param delta by how much a follower's payoff, as any type, may fall short of a best response; in floating terms
     */
    MixedProgram(Terms terms, double delta) {
        this.terms = terms;
        this.delta = delta;
        this.strategies = terms.shape.strategies();
        this.solver = terms.arithmetic.solver();
    }

    /**
     * @param strategies the followers' pure strategies, by number
     */
    record Solution(Distribution leader, Value value, int strategies) {}

    /** The best over all responses, the most promising first; a response that cannot beat the incumbent is passed over. */
    Optional<Solution> optimistic() {
        double[][] objectives = new double[strategies.count()][];
        double[] bounds = new double[strategies.count()];
        List<Integer> order = new ArrayList<>();
        for (int s = 0; s < strategies.count(); s++) {
            objectives[s] = objective(s);
            bounds[s] = Arrays.stream(objectives[s]).max().orElseThrow();
            order.add(s);
        }
        order.sort(Comparator.comparingDouble(s -> -bounds[s]));
        LpResult.Optimum best = null;
        int bestStrategies = -1;
        for (int s : order) {
            if (best != null && bounds[s] <= best.value()) {
                break; // the others promise no more
            }
            Optional<LpResult.Optimum> optimum =
                    solver.solve(equilibrium(s, objectives[s])).optimum();
            if (optimum.isPresent() && (best == null || optimum.get().value() > best.value())) {
                best = optimum.get();
                bestStrategies = s;
            }
        }
        return best == null ? Optional.empty() : Optional.of(solution(best, bestStrategies));
    }

    private Solution solution(LpResult.Optimum optimum, int s) {
        double[] x = Arrays.copyOf(optimum.toArray(), terms.leaderActions);
        double value = optimum.value();
        return new Solution(
                Distribution.proportional(x), optimum.exact().map(terms::value).orElseGet(() -> terms.value(value)), s);
    }

    /** For each leader action what the leader gets from it when s is played. */
    private double[] objective(int s) {
        double[] objective = new double[terms.leaderActions];
        for (int t = 0; t < terms.weight.length; t++) {
            int played = terms.shape.play(strategies, s, t);
            for (int l = 0; l < objective.length; l++) {
                objective[l] += terms.weight[t] * terms.leader[l][t][played];
            }
        }
        return objective;
    }

    private LinearProgram equilibrium(int s, double[] objective) {
        LinearProgram program = LinearProgram.maximise(objective);
        double[] ones = new double[objective.length];
        Arrays.fill(ones, 1);
        program.subjectTo(ones, Relation.EQUAL, 1);
        for (int i = 0; i < terms.follower.length; i++) {
            for (int type = 0; type < terms.shape.typeProfiles().size(i); type++) {
                for (int b = 0; b < terms.shape.profiles().size(i); b++) {
                    double[] gains = gains(s, i, type, b);
                    if (Arrays.stream(gains).anyMatch(gain -> gain > 0)) {
                        program.subjectTo(gains, Relation.AT_MOST, delta * weight(i, type));
                    }
                }
            }
        }
        return program;
    }

    private double weight(int i, int type) {
        double sum = 0;
        for (int t = 0; t < terms.weight.length; t++) {
            sum += terms.shape.typeProfiles().choice(t, i) == type ? terms.weight[t] : 0;
        }
        return sum;
    }

    /** For each leader action what player i gains as that type by playing b, times the type's weight. */
    private double[] gains(int s, int i, int type, int b) {
        double[] gains = new double[terms.leaderActions];
        for (int t = 0; t < terms.weight.length; t++) {
            if (terms.weight[t] > 0 && terms.shape.typeProfiles().choice(t, i) == type) {
                int played = terms.shape.play(strategies, s, t);
                int deviating = terms.shape.profiles().with(played, i, b);
                for (int l = 0; l < gains.length; l++) {
                    double[] payoffs = terms.follower[i][l][t];
                    gains[l] += terms.weight[t] * (payoffs[deviating] - payoffs[played]);
                }
            }
        }
        return gains;
    }

    /**
     * The supremum of what the worst best response of a single follower leaves. It is reached over the strategies that are
     * the only best response somewhere, up to equivalents that the follower never tells apart: inside that region the
     * leader must reckon with the worst equivalent, on its edge it can come as near as it likes.
     */
    Solution pessimistic() {
        LpResult.Optimum best = null;
        int bestStrategy = -1;
        for (int s = 0; s < strategies.count(); s++) {
            if (isInducible(s)) {
                Optional<LpResult.Optimum> optimum =
                        solver.solve(withWorstEquivalent(s)).optimum();
                if (optimum.isPresent() && (best == null || optimum.get().value() > best.value())) {
                    best = optimum.get();
                    bestStrategy = s;
                }
            }
        }
        if (best == null) {
            throw new IllegalStateException("The follower has no best response anywhere.\n"
                    + "Maybe the payoffs differ by many orders of magnitude; try exact arithmetic.");
        }
        double shift = shift();
        LpResult.Optimum found = best;
        Solution shifted = solution(best, bestStrategy);
        Value value = found.exact()
                .map(exact -> terms.value(exact.subtract(new BigFraction(shift))))
                .orElseGet(() -> terms.value(found.value() - shift));
        return new Solution(shifted.leader(), value, bestStrategy);
    }

    /** Whether s is the only best response, equivalents aside, to some commitment: max margin > 0. */
    private boolean isInducible(int s) {
        double[] objective = new double[terms.leaderActions + 1];
        objective[terms.leaderActions] = 1;
        LinearProgram program = simplex(objective);
        double[] bounded = new double[objective.length];
        bounded[terms.leaderActions] = 1;
        program.subjectTo(bounded, Relation.AT_MOST, 1); // the margin, bounded where nothing else bounds it
        double range = 0;
        for (int type = 0; type < terms.shape.typeProfiles().size(0); type++) {
            for (int b = 0; b < terms.shape.profiles().size(0); b++) {
                double[] gains = gains(s, 0, type, b);
                double most = Arrays.stream(gains).map(Math::abs).max().orElse(0);
                if (most > 0) {
                    range = Math.max(range, most);
                    double[] row = Arrays.copyOf(gains, gains.length + 1);
                    row[gains.length] = 1;
                    program.subjectTo(row, Relation.AT_MOST, 0);
                }
            }
        }
        double strict = terms.arithmetic == Arithmetic.EXACT ? 0 : 1e-9 * range;
        return solver.solve(program).optimum().filter(o -> o.value() > strict).isPresent() || range == 0;
    }

    private LinearProgram simplex(double[] objective) {
        LinearProgram program = LinearProgram.maximise(objective);
        double[] ones = new double[objective.length];
        Arrays.fill(ones, 0, terms.leaderActions, 1);
        return program.subjectTo(ones, Relation.EQUAL, 1);
    }

    /** Maximises Σ_t v_t, v_t being what the worst equivalent of s leaves as type t, over x to which s is a best response. */
    private LinearProgram withWorstEquivalent(int s) {
        int types = terms.weight.length;
        double[] objective = new double[terms.leaderActions + types];
        Arrays.fill(objective, terms.leaderActions, objective.length, 1);
        LinearProgram program = simplex(objective);
        double each = shift() / types;
        for (int type = 0; type < types; type++) { // one follower: type profiles are its types
            for (int b = 0; b < terms.shape.profiles().size(0); b++) {
                double[] gains = gains(s, 0, type, b);
                double[] row = Arrays.copyOf(gains, objective.length);
                if (Arrays.stream(gains).anyMatch(gain -> gain > 0)) {
                    program.subjectTo(row, Relation.AT_MOST, 0);
                }
                if (Arrays.stream(gains).allMatch(gain -> gain == 0)) {
                    for (int l = 0; l < terms.leaderActions; l++) {
                        row[l] = -terms.weight[type] * terms.leader[l][type][b];
                    }
                    row[terms.leaderActions + type] = 1;
                    program.subjectTo(row, Relation.AT_MOST, each);
                }
            }
        }
        return program;
    }

    /** Lifts the leader's payoffs above 0, since variables of a program cannot be negative. An integer multiple of types. */
    private double shift() {
        double least = 0;
        for (double[][] byType : terms.leader) {
            for (int t = 0; t < byType.length; t++) {
                for (double payoff : byType[t]) {
                    least = Math.min(least, terms.weight[t] * payoff);
                }
            }
        }
        return Math.ceil(-least) * terms.weight.length;
    }
}
