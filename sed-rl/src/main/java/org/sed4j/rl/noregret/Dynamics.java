package org.sed4j.rl.noregret;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.game.Require;
import org.sed4j.core.run.Rng;
import org.sed4j.core.stackelberg.BayesianGame;
import org.sed4j.core.stackelberg.Certificate;
import org.sed4j.core.stackelberg.Certificates;
import org.sed4j.core.stackelberg.Response;

/**
 * Followers' dynamics in a game whose payoffs are known: the iterative no-regret dynamics of the theory.
 *
 * @param readout what is taken for the response
 * @param response the response
 * @param certificate its exact gaps from a Bayesian coarse correlated equilibrium, in the game's units
 * @param meters what each follower regrets, in gains
 * @param updates how many were made
 * @param queries how many payoffs were asked for
 * @paper 003, Algorithm 1 and Proposition 3.1
 */
public record Dynamics(
        Readout readout,
        Response response,
        Certificate certificate,
        List<RegretMeter> meters,
        long updates,
        long queries) {

    public Dynamics {
        meters = List.copyOf(meters);
    }

    /**
     * Runs followers from nothing.
     *
     * @param updates T, at least 1
     * @param rng where types and play are drawn from
     * @throws IllegalArgumentException if a payoff is out of range
     */
    public static Dynamics run(
            BayesianGame game, FollowerGroup followers, PayoffRange range, long updates, Readout readout, Rng rng) {
        Require.that(updates >= 1, "updates", updates, "must be at least 1", "the dynamics would not run");
        int n = game.players();
        List<RegretMeter> meters = new ArrayList<>();
        double[][] mixtures = new double[n][];
        for (int i = 0; i < n; i++) {
            meters.add(
                    new RegretMeter(game.typeProfiles().size(i), game.profiles().size(i)));
            mixtures[i] = new double[game.profiles().size(i)];
        }
        double[] payoffs = new double[n];
        followers.reset();
        for (long update = 0; update < updates; update++) {
            followers.draw(rng);
            int types = followers.types();
            for (int i = 0; i < n; i++) {
                followers.rule(i).strategy(game.typeProfiles().choice(types, i), mixtures[i]);
            }
            boolean complete = false;
            while (!complete) {
                int profile = followers.query();
                for (int i = 0; i < n; i++) {
                    payoffs[i] = game.payoff(i, types, profile);
                }
                complete = followers.answer(payoffs, 0, range);
            }
            for (int i = 0; i < n && followers.rule(i).counterfactual(); i++) {
                followers.meter(i, meters.get(i), mixtures[i]);
            }
        }
        Response response = followers.response(readout);
        return new Dynamics(
                readout, response, Certificates.bcce(game, response), meters, followers.updates(), followers.queries());
    }
}
