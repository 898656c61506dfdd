package org.sed4j.core.stackelberg.markov;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealVector;
import org.sed4j.core.game.Require;

/**
 * What players get from a finite game under memoryless policies, exactly: expected returns, and the whole distribution of
 * returns over a few steps.
 *
 * @paper 002, Definition 2.3 (u_i = E Σ γ^t r_i)
 */
public final class Returns {
    private Returns() {}

    /**
     * J_i for each player: by solving (I - γP) J = r where the game never ends, by backward induction where it does.
     *
     * @param policies one for each player
     */
    public static double[] of(FinitePomg game, List<MemorylessPolicy> policies) {
        return of(game, new Situations(game), policies);
    }

    static double[] of(FinitePomg game, Situations situations, List<MemorylessPolicy> policies) {
        fitting(game, policies);
        int nodes = situations.count();
        double[][] chain = new double[nodes][nodes];
        double[][] rewards = new double[game.players()][nodes];
        for (int node = 0; node < nodes; node++) {
            double[] row = chain[node];
            for (int a = 0; a < game.actionProfiles().count(); a++) {
                double chance = situations.chance(policies, node, a, -1);
                if (chance > 0) {
                    situations.follow(node, a, (next, then) -> row[next] += chance * then);
                    for (int i = 0; i < rewards.length; i++) {
                        rewards[i][node] += chance * game.reward(i, situations.state(node), a);
                    }
                }
            }
        }
        double[] returns = new double[rewards.length];
        for (int i = 0; i < returns.length; i++) {
            double[] values =
                    game.horizon().isPresent() ? backward(game, chain, rewards[i]) : solved(game, chain, rewards[i]);
            returns[i] = situations.atStart(values);
        }
        return returns;
    }

    private static double[] backward(FinitePomg game, double[][] chain, double[] rewards) {
        double[] values = new double[rewards.length];
        for (int step = 0; step < game.horizon().orElseThrow(); step++) {
            double[] before = rewards.clone();
            for (int node = 0; node < before.length; node++) {
                for (int next = 0; next < before.length; next++) {
                    before[node] += game.discount() * chain[node][next] * values[next];
                }
            }
            values = before;
        }
        return values;
    }

    private static double[] solved(FinitePomg game, double[][] chain, double[] rewards) {
        double[][] system = new double[rewards.length][rewards.length];
        for (int node = 0; node < system.length; node++) {
            for (int next = 0; next < system.length; next++) {
                system[node][next] = (node == next ? 1 : 0) - game.discount() * chain[node][next];
            }
        }
        RealVector values = new LUDecomposition(new Array2DRowRealMatrix(system, false))
                .getSolver()
                .solve(new ArrayRealVector(rewards, false));
        return values.toArray();
    }

    static void fitting(FinitePomg game, List<MemorylessPolicy> policies) {
        Require.that(
                policies.size() == game.players(),
                "policies",
                policies.size(),
                "must be one for each of " + game.players() + " players",
                "the leader was given one");
        for (int i = 0; i < policies.size(); i++) {
            int observations = policies.get(i).byObservation().size();
            Require.that(
                    observations == game.observationProfiles().size(i)
                            && actsAmong(policies.get(i), game.actionProfiles().size(i)),
                    "observations of the policy of player " + i,
                    observations,
                    "must be " + game.observationProfiles().size(i) + ", over "
                            + game.actionProfiles().size(i) + " actions",
                    "it was made for another game");
        }
    }

    private static boolean actsAmong(MemorylessPolicy policy, int actions) {
        return policy.byObservation().stream().allMatch(mixture -> mixture.size() == actions);
    }

    /**
     * The distribution of the players' discounted returns over a number of steps, by following every course the game may
     * take: from the vector of returns (to 1e-9) to its probability.
     *
     * <p>Exponential in the steps.
     */
    public static Map<List<Double>, Double> distribution(FinitePomg game, List<MemorylessPolicy> policies, int steps) {
        fitting(game, policies);
        Situations situations = new Situations(game);
        Map<List<Double>, Double> distribution = new HashMap<>();
        Courses courses = new Courses(game, situations, policies, distribution);
        situations
                .initial()
                .forEach((node, chance) -> courses.from(node, chance, new double[game.players()], steps, 1));
        return distribution;
    }

    /** Adds a course of the game to a distribution of returns, returns rounded to 1e-9. */
    public static void add(Map<List<Double>, Double> distribution, double[] returns, double chance) {
        List<Double> rounded = new ArrayList<>();
        for (double value : returns) {
            rounded.add(Math.rint(value * 1e9) / 1e9 + 0.0);
        }
        distribution.merge(rounded, chance, Double::sum);
    }

    private record Courses(
            FinitePomg game,
            Situations situations,
            List<MemorylessPolicy> policies,
            Map<List<Double>, Double> distribution) {

        void from(int node, double chance, double[] returns, int left, double weight) {
            if (left == 0) {
                add(distribution, returns, chance);
                return;
            }
            for (int a = 0; a < game.actionProfiles().count(); a++) {
                double played = chance * situations.chance(policies, node, a, -1);
                if (played > 0) {
                    double[] paid = returns.clone();
                    for (int i = 0; i < paid.length; i++) {
                        paid[i] += weight * game.reward(i, situations.state(node), a);
                    }
                    situations.follow(
                            node,
                            a,
                            (next, then) -> from(next, played * then, paid, left - 1, weight * game.discount()));
                }
            }
        }
    }
}
