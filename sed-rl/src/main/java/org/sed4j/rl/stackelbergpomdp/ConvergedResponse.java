package org.sed4j.rl.stackelbergpomdp;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.stackelberg.BayesianGame;
import org.sed4j.core.stackelberg.Certificates;
import org.sed4j.core.stackelberg.Distribution;
import org.sed4j.core.stackelberg.Response;
import org.sed4j.rl.noregret.MultiplicativeWeights;
import org.sed4j.rl.noregret.PayoffRange;

/**
 * What followers play once multiplicative weights have settled, without the noise of sampling: every type of every follower
 * learns at once from the exact expectation of its gains against the others' mixtures.
 *
 * <p>It stops when the best actions are a pure Bayes-Nash equilibrium; if they never are, after a fixed number of updates, and
 * the certificate of the result says how far off it is. With one follower the first update suffices.
 */
final class ConvergedResponse {
    private static final double EPSILON = 0.05;
    private static final int MOST_UPDATES = 4000;
    private static final int CHECK_EVERY = 50;
    /** Gaps below this share of the payoffs' range are rounding of designs to floats. */
    private static final double TOLERANCE = 1e-6;

    private final BayesianGame game;
    private final PayoffRange range;
    private final List<MultiplicativeWeights> rules = new ArrayList<>();
    private final double[][][] mixtures;

    private ConvergedResponse(BayesianGame game, PayoffRange range) {
        this.game = game;
        this.range = range;
        this.mixtures = new double[game.players()][][];
        for (int i = 0; i < game.players(); i++) {
            int types = game.typeProfiles().size(i);
            int actions = game.profiles().size(i);
            rules.add(new MultiplicativeWeights(types, actions, EPSILON));
            mixtures[i] = new double[types][actions];
        }
    }

    static Response of(BayesianGame game, PayoffRange range) {
        ConvergedResponse followers = new ConvergedResponse(game, range);
        Response response = followers.best();
        for (int update = 1; update <= MOST_UPDATES; update++) {
            followers.update();
            if (update == 1 || update % CHECK_EVERY == 0) {
                response = followers.best();
                boolean settled = game.players() == 1
                        || (update > 1 && Certificates.bcce(game, response).gap() <= TOLERANCE * range.width());
                if (settled) {
                    return response;
                }
            }
        }
        return response;
    }

    private void update() {
        for (int i = 0; i < mixtures.length; i++) {
            for (int t = 0; t < mixtures[i].length; t++) {
                rules.get(i).strategy(t, mixtures[i][t]);
            }
        }
        for (int i = 0; i < mixtures.length; i++) {
            double[] marginal = game.marginal(i);
            for (int t = 0; t < marginal.length; t++) {
                if (marginal[t] > 0) {
                    rules.get(i).learn(t, expected(i, t, marginal[t]), 0);
                }
            }
        }
    }

    /** E of the gain of each action of player i as type t, against the others' mixtures. */
    private double[] expected(int i, int type, double marginal) {
        double[] gains = new double[game.profiles().size(i)];
        for (int t = 0; t < game.typeProfiles().count(); t++) {
            if (game.typeProfiles().choice(t, i) == type) {
                for (int a = 0; a < game.profiles().count(); a++) {
                    double weight = game.prior().get(t) / marginal;
                    for (int j = 0; j < mixtures.length; j++) {
                        weight *= j == i
                                ? 1
                                : mixtures[j][game.typeProfiles().choice(t, j)][
                                        game.profiles().choice(a, j)];
                    }
                    gains[game.profiles().choice(a, i)] += weight * range.gain(game.payoff(i, t, a), i);
                }
            }
        }
        return gains;
    }

    private Response best() {
        List<Distribution> byType = new ArrayList<>();
        for (int t = 0; t < game.typeProfiles().count(); t++) {
            int[] profile = new int[rules.size()];
            for (int i = 0; i < profile.length; i++) {
                profile[i] = rules.get(i).best(game.typeProfiles().choice(t, i));
            }
            byType.add(
                    Distribution.pure(game.profiles().count(), game.profiles().index(profile)));
        }
        return new Response(byType);
    }
}
