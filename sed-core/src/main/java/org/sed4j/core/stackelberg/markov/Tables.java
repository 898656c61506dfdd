package org.sed4j.core.stackelberg.markov;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.sed4j.core.game.Require;
import org.sed4j.core.stackelberg.Distribution;
import org.sed4j.core.stackelberg.Profiles;

/** Writes out the functions of a {@link FinitePomg} over states and joint actions, and checks every entry. */
final class Tables {
    private final List<String> states;
    private final Profiles actions;

    Tables(List<String> states, Profiles actions) {
        this.states = states;
        this.actions = actions;
    }

    /** The kernel by state and joint action; its distributions are over {@code size} things. */
    List<List<Sparse>> of(FinitePomg.Kernel kernel, int size, String name) {
        List<List<Sparse>> table = new ArrayList<>();
        for (int s = 0; s < states.size(); s++) {
            List<Sparse> row = new ArrayList<>();
            for (int a = 0; a < actions.count(); a++) {
                String where = "(. | " + states.get(s) + ", " + Arrays.toString(actions.at(a)) + ")";
                row.add(Sparse.of(kernel.at(s, a), size, name + where));
            }
            table.add(row);
        }
        return table;
    }

    /** The kernel by state. */
    List<Sparse> of(IntFunction<Distribution> kernel, int size, String name) {
        List<Sparse> table = new ArrayList<>();
        for (int s = 0; s < states.size(); s++) {
            table.add(Sparse.of(kernel.apply(s), size, name + "(. | " + states.get(s) + ")"));
        }
        return table;
    }

    /** Rewards by state, joint action and player. */
    double[][][] of(FinitePomg.Rewards rewards) {
        double[][][] table = new double[states.size()][actions.count()][];
        for (int s = 0; s < table.length; s++) {
            for (int a = 0; a < table[s].length; a++) {
                table[s][a] = checked(rewards.at(s, a), s, a);
            }
        }
        return table;
    }

    private double[] checked(double[] reward, int s, int a) {
        String where = "r(" + states.get(s) + ", " + Arrays.toString(actions.at(a)) + ")";
        Require.that(
                reward.length == actions.players(),
                "rewards " + where,
                reward.length,
                "must be " + actions.players() + ", one for each player",
                "the leader is counted among the players");
        for (double entry : reward) {
            Require.finite(entry, where);
        }
        return reward.clone();
    }
}
