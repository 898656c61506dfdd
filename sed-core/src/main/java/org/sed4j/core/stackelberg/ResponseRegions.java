package org.sed4j.core.stackelberg;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.game.Require;
import org.sed4j.core.stackelberg.lp.LinearProgram;
import org.sed4j.core.stackelberg.lp.LinearProgram.Relation;
import org.sed4j.core.stackelberg.lp.LpResult;

/**
 * For each profile s of the followers' pure strategies, the mixtures x of the leader to which s is an equilibrium, as rows
 * of a linear program whose first variables are x, and what the leader gets there.
 */
final class ResponseRegions {
    /** The most profiles of pure strategies that a linear program each is spent on. */
    static final int LIMIT = 100_000;

    /** Two values of one size that are nearer than this are one, as far as doubles tell. */
    private static final double ROUNDING = 1e-12;

    final Terms terms;
    final Profiles strategies;
    private final double delta;
    private final Set<Integer> binding = new HashSet<>();

    /**
     * @param delta by how much a follower's payoff, as any type, may fall short of a best response
     */
    ResponseRegions(Terms terms, double delta) {
        this.terms = terms;
        this.delta = delta;
        this.strategies = terms.shape.strategies();
        Require.that(
                strategies.count() <= LIMIT,
                "profiles of the followers' pure strategies",
                strategies.count(),
                "must be at most " + LIMIT + ", one linear program each",
                "the game is too large for a mixed commitment; a pure one may be found");
    }

    /** A program over mixtures, which are its first variables. */
    LinearProgram simplex(double[] objective) {
        LinearProgram program = LinearProgram.maximise(objective);
        double[] ones = new double[objective.length];
        Arrays.fill(ones, 0, terms.leaderActions, 1);
        return program.subjectTo(ones, Relation.EQUAL, 1);
    }

    /** For each leader action what the leader gets from it when s is played. */
    double[] objective(int s) {
        double[] objective = new double[terms.leaderActions];
        for (int t = 0; t < terms.weight.length; t++) {
            int played = terms.shape.play(strategies, s, t);
            for (int l = 0; l < objective.length; l++) {
                objective[l] += terms.weight[t] * terms.leader[l][t][played];
            }
        }
        return objective;
    }

    /** For each s the most that the leader can hope for. */
    double[] bounds() {
        double[] bounds = new double[strategies.count()];
        for (int s = 0; s < bounds.length; s++) {
            bounds[s] = Arrays.stream(objective(s)).max().orElseThrow();
        }
        return bounds;
    }

    /** What a response must promise more than, to be worth looking into: in doubles by more than rounding. */
    double floor(LpResult.@Nullable Optimum best) {
        if (best == null) {
            return Double.NEGATIVE_INFINITY;
        }
        double rounding = terms.arithmetic == Arithmetic.EXACT ? 0 : ROUNDING * Math.max(1, Math.abs(best.value()));
        return best.value() + rounding;
    }

    /** The places of numbers, the greatest first. */
    static int[] descending(double[] numbers) {
        return IntStream.range(0, numbers.length)
                .boxed()
                .sorted(Comparator.comparingDouble(s -> -numbers[s]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Adds that s is an equilibrium. */
    LinearProgram within(LinearProgram program, int s) {
        return within(program.variables(), s).addTo(program);
    }

    /**
     * The rows that say that s is an equilibrium.
     *
     * @param variables of the program; the mixture is the first of them
     */
    RowsOnDemand within(int variables, int s) {
        RowsOnDemand rows = new RowsOnDemand(binding);
        int name = 0;
        for (int i = 0; i < terms.follower.length; i++) {
            for (int type = 0; type < terms.shape.typeProfiles().size(i); type++) {
                for (int b = 0; b < terms.shape.profiles().size(i); b++) {
                    double[] gains = gains(s, i, type, b);
                    name++;
                    if (anyPositive(gains)) {
                        double slack = terms.difference(i, delta) * weight(i, type);
                        rows.add(name, Arrays.copyOf(gains, variables), slack);
                    }
                }
            }
        }
        return rows;
    }

    private static boolean anyPositive(double[] gains) {
        for (double gain : gains) {
            if (gain > 0) {
                return true;
            }
        }
        return false;
    }

    /** The weight of a type, summed over the others' types. */
    double weight(int i, int type) {
        double sum = 0;
        for (int t = 0; t < terms.weight.length; t++) {
            sum += terms.shape.typeProfiles().choice(t, i) == type ? terms.weight[t] : 0;
        }
        return sum;
    }

    /** For each leader action what player i gains as that type by playing b, times the type's weight. */
    double[] gains(int s, int i, int type, int b) {
        double[] gains = new double[terms.leaderActions];
        for (int t = 0; t < terms.weight.length; t++) {
            if (terms.weight[t] > 0 && terms.shape.typeProfiles().choice(t, i) == type) {
                int played = terms.shape.play(strategies, s, t);
                int deviating = terms.shape.profiles().with(played, i, b);
                for (int l = 0; l < gains.length; l++) {
                    double[] payoffs = terms.follower[i][l][t];
                    double gain = payoffs[deviating] - payoffs[played];
                    gains[l] += Math.abs(gain) > terms.tie() ? terms.weight[t] * gain : 0;
                }
            }
        }
        return gains;
    }
}
