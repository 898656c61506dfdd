package org.sed4j.envs.matrix;

import java.util.List;
import org.sed4j.core.game.Require;
import org.sed4j.core.stackelberg.BayesianGame;
import org.sed4j.core.stackelberg.InducedGame;

/** Games as tables of primitives, which worlds play from. */
final class Tables {
    /** Most entries of a table of payoffs: 2^26 floats are 256 MiB. */
    private static final long LARGEST = 1 << 26;

    private Tables() {}

    /** Who plays a game. */
    static Seats seats(BayesianGame game) {
        int n = game.players();
        Require.atLeast(n, 1, "followers of a game");
        int[] actions = new int[n];
        int[] types = new int[n];
        for (int i = 0; i < n; i++) {
            actions[i] = game.profiles().size(i);
            types[i] = game.typeProfiles().size(i);
            Require.that(
                    types[i] <= Byte.MAX_VALUE,
                    "types of follower " + i,
                    types[i],
                    "must be at most " + Byte.MAX_VALUE + ", since a type is shown as a symbol",
                    "the game is too large for an economy");
        }
        double[] until = game.prior().toArray();
        for (int t = 1; t < until.length; t++) {
            until[t] += until[t - 1];
        }
        return new Seats(actions, types, until);
    }

    /**
     * What is paid.
     *
     * @param slopes for each entry of a design the payoffs that it is a weight of
     * @param base one game, which slopes are counted from; or none
     */
    static PayoffTable payoffs(BayesianGame players, List<InducedGame> slopes, List<InducedGame> base) {
        int types = players.typeProfiles().count();
        int profiles = players.profiles().count();
        int k = slopes.size();
        long cells = (players.players() + 1L) * types * profiles;
        Require.that(
                cells * (k + 1) <= LARGEST,
                "payoffs of the game",
                cells * (k + 1),
                "must be at most " + LARGEST + " to be held as a table",
                "the leader has too many actions: a subset of them, or levers, would do");
        float[] flat = new float[(int) cells];
        float[] slope = new float[(int) cells * k];
        int cell = 0;
        for (int payee = 0; payee <= players.players(); payee++) {
            for (int t = 0; t < types; t++) {
                for (int a = 0; a < profiles; a++, cell++) {
                    double none = base.isEmpty() ? 0 : payoff(base.get(0), payee, t, a);
                    flat[cell] = (float) none;
                    for (int j = 0; j < k; j++) {
                        slope[cell * k + j] = (float) (payoff(slopes.get(j), payee, t, a) - none);
                    }
                }
            }
        }
        return new PayoffTable(types, profiles, k, flat, slope);
    }

    private static double payoff(InducedGame game, int payee, int type, int profile) {
        return payee == 0 ? game.leader(type, profile) : game.followers().payoff(payee - 1, type, profile);
    }
}
