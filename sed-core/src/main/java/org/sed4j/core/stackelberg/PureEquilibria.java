package org.sed4j.core.stackelberg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Pure Nash and pure Bayes-Nash equilibria, by trying every profile of pure strategies.
 *
 * <p>O(|S| · Σ_i |T| · |A_i|) time, |S| = ∏_i |A_i|^|T_i| strategy profiles.
 */
public final class PureEquilibria {
    private final BayesianGame shape;
    private final Profiles strategies;
    private final double[] weight;
    private final double[][][] payoffs;
    private final double[] slack;

    /**
     * @param weight [T], proportional to the prior
     * @param payoffs [n][T][A]
     * @param slack by how much, conditional on a type, each player's gain may exceed 0
     */
    private PureEquilibria(BayesianGame shape, double[] weight, double[][][] payoffs, double[] slack) {
        this.shape = shape;
        this.strategies = shape.strategies();
        this.weight = weight;
        this.payoffs = payoffs;
        this.slack = slack;
    }

    /** The pure Nash equilibria, as profile numbers. Only exact ties count as ties. */
    public static List<Integer> of(NormalFormGame game) {
        return of(BayesianGame.of(game), 0); // with one type each, strategies are actions
    }

    /**
     * The pure δ-Bayes-Nash equilibria, as profile numbers of {@link BayesianGame#strategies()}: no player gains more than
     * δ as any type of positive probability, conditional on the type.
     *
     * @throws IllegalArgumentException with the count and the limit if there are too many
     */
    public static List<Integer> of(BayesianGame game, double delta) {
        double[][][] payoffs = new double[game.players()][game.typeProfiles().count()]
                [game.profiles().count()];
        for (int i = 0; i < payoffs.length; i++) {
            for (int t = 0; t < payoffs[i].length; t++) {
                for (int a = 0; a < payoffs[i][t].length; a++) {
                    payoffs[i][t][a] = game.payoff(i, t, a);
                }
            }
        }
        double[] slack = new double[game.players()];
        Arrays.fill(slack, delta);
        return new PureEquilibria(game, game.prior().toArray(), payoffs, slack).all();
    }

    /** The pure equilibria under a leader action, in the terms' arithmetic. */
    static List<Integer> of(Terms terms, int leaderAction) {
        double[][][] payoffs = new double[terms.follower.length][][];
        double[] slack = new double[payoffs.length];
        for (int i = 0; i < payoffs.length; i++) {
            payoffs[i] = terms.follower[i][leaderAction];
            slack[i] = terms.tie();
        }
        return new PureEquilibria(terms.shape, terms.weight, payoffs, slack).all();
    }

    private List<Integer> all() {
        List<Integer> equilibria = new ArrayList<>();
        for (int s = 0; s < strategies.count(); s++) {
            if (isEquilibrium(s)) {
                equilibria.add(s);
            }
        }
        return equilibria;
    }

    private boolean isEquilibrium(int s) {
        for (int i = 0; i < payoffs.length; i++) {
            for (int type = 0; type < shape.typeProfiles().size(i); type++) {
                if (!contented(s, i, type)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean contented(int s, int i, int type) {
        double[] gains = new double[shape.profiles().size(i)];
        double marginal = 0;
        for (int t = 0; t < weight.length; t++) {
            if (weight[t] > 0 && shape.typeProfiles().choice(t, i) == type) {
                marginal += weight[t];
                int played = shape.play(strategies, s, t);
                double payoff = payoffs[i][t][played];
                for (int b = 0; b < gains.length; b++) {
                    gains[b] += weight[t] * (payoffs[i][t][shape.profiles().with(played, i, b)] - payoff);
                }
            }
        }
        for (double gain : gains) {
            if (gain > slack[i] * marginal) {
                return false;
            }
        }
        return true;
    }
}
