package org.sed4j.core.stackelberg;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.Require;

/**
 * A finite Stackelberg game: the leader commits to one of finitely many actions ℓ, or to a mixture of them; the followers
 * then play an equilibrium of the game it induces.
 *
 * <p>As a Stackelberg-Nash game its X is the simplex over the leader's actions, and payoffs are linear in x. Immutable.
 *
 * @paper 003, section 2
 */
public final class StackelbergGame implements StackelbergNashGame {
    private final List<String> leaderActions;
    private final List<InducedGame> induced;

    private StackelbergGame(List<String> leaderActions, List<InducedGame> induced) {
        this.leaderActions = leaderActions;
        this.induced = induced;
    }

    /**
     * The game with those leader actions.
     *
     * @param induced for each leader action the game that it induces; all over the same types, prior and actions
     */
    public static StackelbergGame of(List<String> leaderActions, List<InducedGame> induced) {
        Require.atLeast(leaderActions.size(), 1, "actions of the leader");
        Require.that(
                induced.size() == leaderActions.size(),
                "induced games",
                induced.size(),
                "must be one for each of the " + leaderActions.size() + " leader actions",
                "a leader action was added without its game");
        BayesianGame first = induced.get(0).followers();
        for (int l = 1; l < induced.size(); l++) {
            BayesianGame game = induced.get(l).followers();
            Require.that(
                    game.profiles().equals(first.profiles())
                            && game.typeProfiles().equals(first.typeProfiles())
                            && game.prior().equals(first.prior()),
                    "game induced by leader action " + leaderActions.get(l),
                    game.profiles(),
                    "must have the actions, types and prior of the first " + first.profiles(),
                    "a design changes the action sets; give forbidden actions a bad payoff in place of removing them");
        }
        return new StackelbergGame(List.copyOf(leaderActions), List.copyOf(induced));
    }

    /** The game in which player 0 of a normal-form game leads and all others follow. */
    public static StackelbergGame leading(NormalFormGame game) {
        Require.atLeast(game.players(), 2, "players of a game with a leader");
        int n = game.players() - 1;
        List<List<String>> actions = new ArrayList<>();
        for (int i = 1; i <= n; i++) {
            actions.add(game.actions(i));
        }
        int replies = game.profiles().count() / game.profiles().size(0);
        List<InducedGame> induced = new ArrayList<>();
        for (int l = 0; l < game.profiles().size(0); l++) {
            double[][] payoffs = new double[n + 1][replies];
            for (int i = 0; i <= n; i++) {
                for (int y = 0; y < replies; y++) {
                    payoffs[i][y] = game.payoff(i, l * replies + y); // the leader's choice changes slowest
                }
            }
            double[][] followers = new double[n][];
            System.arraycopy(payoffs, 1, followers, 0, n);
            induced.add(InducedGame.of(NormalFormGame.of(actions, followers), payoffs[0]));
        }
        return of(game.actions(0), induced);
    }

    /** What the leader's actions are called. */
    public List<String> leaderActions() {
        return leaderActions;
    }

    /** The game that leader action ℓ induces. */
    public InducedGame induce(int leaderAction) {
        return induced.get(leaderAction);
    }

    /** The game that a mixture of leader actions induces: payoffs in expectation, none of the rows being drawn. */
    public InducedGame induce(Distribution mixture) {
        Require.that(
                mixture.size() == induced.size(),
                "leader actions of a mixture",
                mixture.size(),
                "must be " + induced.size(),
                "it was made for another game");
        BayesianGame shape = followers();
        int types = shape.typeProfiles().count();
        int profiles = shape.profiles().count();
        double[][] leader = new double[types][profiles];
        double[][][] payoffs = new double[shape.players()][types][profiles];
        for (int l = 0; l < induced.size(); l++) {
            double weight = mixture.get(l);
            for (int t = 0; t < types && weight > 0; t++) {
                for (int a = 0; a < profiles; a++) {
                    leader[t][a] += weight * induced.get(l).leader(t, a);
                    for (int i = 0; i < payoffs.length; i++) {
                        payoffs[i][t][a] += weight * induced.get(l).followers().payoff(i, t, a);
                    }
                }
            }
        }
        List<List<String>> typeNames = new ArrayList<>();
        List<List<String>> actionNames = new ArrayList<>();
        for (int i = 0; i < shape.players(); i++) {
            typeNames.add(shape.types(i));
            actionNames.add(shape.actions(i));
        }
        return InducedGame.of(BayesianGame.of(typeNames, shape.prior(), actionNames, payoffs), leader);
    }

    /** Types, prior and actions of the followers, whatever the leader does; payoffs are those under leader action 0. */
    public BayesianGame followers() {
        return induced.get(0).followers();
    }

    @Override
    public DesignSpace leaderSpace() {
        return new DesignSpace.Simplex(leaderActions);
    }

    @Override
    public InducedGame induce(Design x) {
        return induce(Distribution.proportional(leaderSpace().require(x).toArray()));
    }
}
