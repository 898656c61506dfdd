package org.sed4j.core.stackelberg;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.sed4j.core.game.Require;

/**
 * Logit quantal response equilibria: everybody answers everybody's mixture by a logit rule of precision λ.
 *
 * <p>There may be several. The one found lies on the principal branch, which begins at uniform play at λ = 0 and leads, as
 * λ grows, to a Nash equilibrium of almost every game; where the branch turns back it is followed, and the first point of
 * that λ is taken.
 *
 * <p>Source: McKelvey and Palfrey (1995), "Quantal response equilibria for normal form games", Games and Economic Behavior
 * 10, and (1998) for agents with types.
 */
public final class LogitEquilibrium {
    private LogitEquilibrium() {}

    /**
     * The equilibrium at λ on the principal branch, to 1e-10 of each probability.
     *
     * <p>O(n² · |A|) a step of the path, some hundred steps.
     *
     * @param precision λ ≥ 0, finite
     * @return a mixed strategy for each player
     * @throws IllegalStateException if the path cannot be followed that far, saying to where it was
     */
    public static List<Distribution> of(NormalFormGame game, double precision) {
        LogitResponse.precise(precision);
        Require.finite(precision, "precision λ");
        return new LogitPath(game).to(precision);
    }

    /**
     * The equilibrium of a Bayesian game, each type of each player an agent that answers on its own.
     *
     * @param precision λ ≥ 0, finite
     * @return [n][|T_i|], a mixed strategy for each type of each player
     * @throws IllegalArgumentException if a type has probability 0, or there are too many strategies to enumerate
     */
    public static List<List<Distribution>> of(BayesianGame game, double precision) {
        List<Distribution> agents = of(agents(game), precision);
        List<List<Distribution>> strategies = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < game.players(); i++) {
            int types = game.typeProfiles().size(i);
            strategies.add(List.copyOf(agents.subList(next, next + types)));
            next += types;
        }
        return strategies;
    }

    /** How far mixtures are from logit answers to each other: the greatest difference of a probability. */
    public static double gap(NormalFormGame game, List<Distribution> strategies, double precision) {
        LogitResponse.precise(precision);
        NormalFormGame.fitting(strategies, game.profiles());
        double gap = 0;
        for (int i = 0; i < game.players(); i++) {
            Distribution answer = LogitResponse.of(precision, LogitResponse.payoffs(game, i, strategies));
            for (int a = 0; a < answer.size(); a++) {
                gap = Math.max(gap, Math.abs(answer.get(a) - strategies.get(i).get(a)));
            }
        }
        return gap;
    }

    /** The game among agents, one for each type of each player, paid what that type expects. */
    static NormalFormGame agents(BayesianGame game) {
        Profiles types = game.typeProfiles();
        List<Integer> sizes = new ArrayList<>();
        int[] first = new int[game.players()];
        for (int i = 0; i < game.players(); i++) {
            first[i] = sizes.size();
            sizes.addAll(Collections.nCopies(types.size(i), game.profiles().size(i)));
        }
        int[] choices = sizes.stream().mapToInt(Integer::intValue).toArray();
        Profiles plans = Profiles.of(choices);
        double[][] payoffs = new double[choices.length][plans.count()];
        double[] chances = new double[choices.length];
        for (int t = 0; t < types.count(); t++) {
            double chance = game.prior().get(t);
            for (int i = 0; i < game.players(); i++) {
                chances[first[i] + types.choice(t, i)] += chance;
            }
            int[] acts = new int[game.players()];
            for (int plan = 0; plan < plans.count() && chance > 0; plan++) {
                for (int i = 0; i < acts.length; i++) {
                    acts[i] = plans.choice(plan, first[i] + types.choice(t, i));
                }
                int profile = game.profiles().index(acts);
                for (int i = 0; i < acts.length; i++) {
                    payoffs[first[i] + types.choice(t, i)][plan] += chance * game.payoff(i, t, profile);
                }
            }
        }
        for (int agent = 0; agent < choices.length; agent++) {
            Require.that(
                    chances[agent] > 0,
                    "probability of type agent " + agent,
                    chances[agent],
                    "must be positive",
                    "a type that never occurs can be left out");
            for (int plan = 0; plan < plans.count(); plan++) {
                payoffs[agent][plan] /= chances[agent];
            }
        }
        return NormalFormGame.of(choices, payoffs);
    }
}
