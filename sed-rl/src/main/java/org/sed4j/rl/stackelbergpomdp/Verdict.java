package org.sed4j.rl.stackelbergpomdp;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.stackelberg.Arithmetic;
import org.sed4j.core.stackelberg.BayesianGame;
import org.sed4j.core.stackelberg.Certificate;
import org.sed4j.core.stackelberg.Certificates;
import org.sed4j.core.stackelberg.Equilibria;
import org.sed4j.core.stackelberg.InducedGame;
import org.sed4j.core.stackelberg.Interval;
import org.sed4j.core.stackelberg.Response;

/**
 * What a leader is worth, exactly: its likeliest action at every observation, the game that this induces among the followers,
 * and what it gets there. Nothing is sampled.
 *
 * @param value what the leader gets, in the game's units, from followers whose multiplicative weights have converged under
 *     exact expectations and who play the best action of each type; with one follower, a best response
 * @param certificate how far that response is from a Bayesian coarse correlated equilibrium, in the game's units
 * @param interval what the leader gets over all such equilibria, at least and at most
 * @param induced the game among the followers
 * @param response the response
 */
public record Verdict(
        double value, Certificate certificate, Interval interval, InducedGame induced, Response response) {

    /** Judges the greedy leader of a policy. */
    public static Verdict of(LeaderGame game, LeaderPolicy policy) {
        InducedGame induced = induce(game, policy);
        Response response = ConvergedResponse.of(induced.followers(), game.range());
        return new Verdict(
                induced.leader(response),
                Certificates.bcce(induced.followers(), response),
                Equilibria.bcce(induced, Arithmetic.FLOATING),
                induced,
                response);
    }

    /** What the greedy leader of a policy gets from followers that have converged: {@link #value} alone. */
    public static double value(LeaderGame game, LeaderPolicy policy) {
        InducedGame induced = induce(game, policy);
        return induced.leader(ConvergedResponse.of(induced.followers(), game.range()));
    }

    /** The game that the greedy leader of a policy induces, by playing every profile under every type profile. */
    public static InducedGame induce(LeaderGame game, LeaderPolicy policy) {
        BayesianGame shape = game.followers();
        int n = shape.players();
        int types = shape.typeProfiles().count();
        int profiles = shape.profiles().count();
        double[][] leader = new double[types][profiles];
        double[][][] payoffs = new double[n][types][profiles];
        Plays plays = new Plays(game, policy);
        for (int t = 0; t < types; t++) {
            for (int a = 0; a < profiles; a++) {
                double[] paid = plays.greedy(t, a);
                leader[t][a] = paid[0];
                for (int i = 0; i < n; i++) {
                    payoffs[i][t][a] = paid[i + 1];
                }
            }
        }
        List<List<String>> typeNames = new ArrayList<>();
        List<List<String>> actionNames = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            typeNames.add(shape.types(i));
            actionNames.add(shape.actions(i));
        }
        return InducedGame.of(BayesianGame.of(typeNames, shape.prior(), actionNames, payoffs), leader);
    }
}
