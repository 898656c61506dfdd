package org.sed4j.core.stackelberg;

import java.util.Arrays;
import org.sed4j.core.game.Require;

/**
 * What a leader's commitment ℓ leaves to the followers: the game P(ℓ, ·) among them, and what the leader gets from how it
 * is played.
 *
 * <p>Immutable.
 *
 * @paper 003, section 2 (induced payoff function); 002, Definition 2.1
 */
public final class InducedGame {
    private final BayesianGame followers;
    private final double[][] leader;

    private InducedGame(BayesianGame followers, double[][] leader) {
        this.followers = followers;
        this.leader = leader;
    }

    /**
     * The game that a leader's strategy leaves to its followers.
     *
     * @param followers the game among them
     * @param leader [|T|][|A|], P_0(t, ℓ, a)
     */
    public static InducedGame of(BayesianGame followers, double[][] leader) {
        int types = followers.typeProfiles().count();
        Require.that(
                leader.length == types,
                "type profiles of the leader's payoffs",
                leader.length,
                "must be " + types,
                "the payoffs are ragged");
        double[][] copy = new double[types][];
        for (int t = 0; t < types; t++) {
            copy[t] = NormalFormGame.checked(
                    leader[t],
                    followers.profiles(),
                    "the leader under types "
                            + Arrays.toString(followers.typeProfiles().at(t)));
        }
        return new InducedGame(followers, copy);
    }

    /** Complete information. */
    public static InducedGame of(NormalFormGame followers, double[] leader) {
        return of(BayesianGame.of(followers), new double[][] {leader});
    }

    /** The game among the followers. */
    public BayesianGame followers() {
        return followers;
    }

    /** P_0(t, ℓ, a). */
    public double leader(int types, int profile) {
        return leader[types][profile];
    }

    /** E P_0 when types are drawn from the prior and actions from the response. */
    public double leader(Response response) {
        double sum = 0;
        for (int t = 0; t < leader.length; t++) {
            for (int a = 0; a < leader[t].length; a++) {
                sum += followers.prior().get(t) * response.byType().get(t).get(a) * leader[t][a];
            }
        }
        return sum;
    }
}
