package org.sed4j.core.stackelberg;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;

/** Seeded small games: with small whole payoffs, full of ties, or with payoffs that never tie. */
final class RandomGames {
    private RandomGames() {}

    static Rng rng(String name, int number) {
        return Seed.of(5).named(name).at(number).rng();
    }

    /** Every second game has whole payoffs from 0 to 3. */
    static NormalFormGame normalForm(Rng rng, boolean ties, int... sizes) {
        double[][] payoffs = new double[sizes.length][Profiles.of(sizes).count()];
        for (double[] own : payoffs) {
            fill(own, rng, ties);
        }
        return NormalFormGame.of(sizes, payoffs);
    }

    private static void fill(double[] payoffs, Rng rng, boolean ties) {
        for (int a = 0; a < payoffs.length; a++) {
            payoffs[a] = ties ? rng.below(4) : (rng.below(2000) - 1000) / 100.0;
        }
    }

    static BayesianGame bayesian(Rng rng, boolean ties, int[] types, int[] actions) {
        Profiles typeProfiles = Profiles.of(types);
        double[] weights = new double[typeProfiles.count()];
        for (int t = 0; t < weights.length; t++) {
            weights[t] = rng.below(4); // correlated, some profiles impossible
        }
        weights[rng.below(weights.length)] += 1;
        double[][][] payoffs =
                new double[types.length][weights.length][Profiles.of(actions).count()];
        for (double[][] own : payoffs) {
            for (double[] row : own) {
                fill(row, rng, ties);
            }
        }
        List<List<String>> typeNames = new ArrayList<>();
        List<List<String>> actionNames = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            typeNames.add(NormalFormGame.numbered(types[i]));
            actionNames.add(NormalFormGame.numbered(actions[i]));
        }
        return BayesianGame.of(typeNames, Distribution.proportional(weights), actionNames, payoffs);
    }

    /** A leader with that many actions over a Bayesian game of followers. */
    static StackelbergGame stackelberg(Rng rng, boolean ties, int leaderActions, int[] types, int[] actions) {
        List<InducedGame> induced = new ArrayList<>();
        BayesianGame shape = bayesian(rng, ties, types, actions);
        for (int l = 0; l < leaderActions; l++) {
            BayesianGame other = bayesian(rng, ties, types, actions);
            double[][][] payoffs = new double[types.length][shape.typeProfiles().count()]
                    [shape.profiles().count()];
            double[][] leader =
                    new double[shape.typeProfiles().count()][shape.profiles().count()];
            for (int t = 0; t < leader.length; t++) {
                fill(leader[t], rng, ties);
                for (int i = 0; i < types.length; i++) {
                    for (int a = 0; a < leader[t].length; a++) {
                        payoffs[i][t][a] = other.payoff(i, t, a);
                    }
                }
            }
            induced.add(InducedGame.of(withPayoffs(shape, payoffs), leader));
        }
        return StackelbergGame.of(NormalFormGame.numbered(leaderActions), induced);
    }

    private static BayesianGame withPayoffs(BayesianGame shape, double[][][] payoffs) {
        List<List<String>> types = new ArrayList<>();
        List<List<String>> actions = new ArrayList<>();
        for (int i = 0; i < shape.players(); i++) {
            types.add(shape.types(i));
            actions.add(shape.actions(i));
        }
        return BayesianGame.of(types, shape.prior(), actions, payoffs);
    }

    static Distribution mixture(Rng rng, int size) {
        double[] weights = new double[size];
        for (int j = 0; j < size; j++) {
            weights[j] = -Math.log(1 - rng.uniform());
        }
        return Distribution.proportional(weights);
    }
}
