package org.sed4j.core.stackelberg;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.game.Require;

/**
 * A joint randomised strategy profile σ: T → Δ(A): for each type profile, from which joint distribution the players' actions
 * are drawn. Correlated in general; a product if players mix on their own.
 *
 * @param byType for each type profile a distribution over action profiles
 * @paper 003, Definition 3.2 (σ)
 */
public record Response(List<Distribution> byType) {
    public Response {
        byType = List.copyOf(byType);
    }

    /** The same joint distribution whatever the types; for a game of complete information. */
    public static Response of(Distribution joint) {
        return new Response(List.of(joint));
    }

    /**
     * Everybody mixes on their own, seeing their own type.
     *
     * @param strategies [n][|T_i|], player i's mixed strategy as each type
     */
    public static Response independent(BayesianGame game, List<List<Distribution>> strategies) {
        Profiles types = game.typeProfiles();
        Require.that(
                strategies.size() == game.players(),
                "players with strategies",
                strategies.size(),
                "must be " + game.players(),
                "the leader was given one");
        for (int i = 0; i < game.players(); i++) {
            int given = strategies.get(i).size();
            Require.that(
                    given == types.size(i),
                    "strategies of player " + i,
                    given,
                    "must be one for each of " + types.size(i) + " types",
                    "strategies are by type, then by action");
        }
        List<Distribution> byType = new ArrayList<>();
        for (int t = 0; t < types.count(); t++) {
            NormalFormGame.fitting(asTypes(game, strategies, t), game.profiles());
            double[] joint = new double[game.profiles().count()];
            for (int a = 0; a < joint.length; a++) {
                joint[a] = 1;
                for (int i = 0; i < game.players(); i++) {
                    int type = types.choice(t, i);
                    joint[a] *= strategies.get(i).get(type).get(game.profiles().choice(a, i));
                }
            }
            byType.add(Distribution.of(joint));
        }
        return new Response(byType);
    }

    private static List<Distribution> asTypes(BayesianGame game, List<List<Distribution>> strategies, int t) {
        List<Distribution> played = new ArrayList<>();
        for (int i = 0; i < game.players(); i++) {
            played.add(strategies.get(i).get(game.typeProfiles().choice(t, i)));
        }
        return played;
    }
}
