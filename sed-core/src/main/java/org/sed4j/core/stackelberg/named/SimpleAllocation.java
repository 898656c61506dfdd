package org.sed4j.core.stackelberg.named;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.sed4j.core.game.Require;
import org.sed4j.core.stackelberg.BayesianGame;
import org.sed4j.core.stackelberg.Distribution;
import org.sed4j.core.stackelberg.InducedGame;
import org.sed4j.core.stackelberg.Profiles;
import org.sed4j.core.stackelberg.StackelbergGame;

/**
 * Simple allocation: one follower wants one of k items, each as likely, and sends one of m messages; the leader allocates an
 * item by the message. Both get 1 if it is the one wanted, else 0. Optimum min(m, k) / k, mixed or not.
 *
 * @paper 003, sections 4 and 7.3 (k = 3, m = 1, 2, 3)
 */
public final class SimpleAllocation {
    private SimpleAllocation() {}

    /**
     * The game with k items and m messages. Its leader actions are the k^m maps from messages to items.
     *
     * @throws IllegalArgumentException with the count and the limit if there are too many maps
     */
    public static StackelbergGame of(int k, int m) {
        Require.atLeast(k, 1, "items k");
        Require.atLeast(m, 1, "messages m");
        int[] sizes = new int[m];
        Arrays.fill(sizes, k);
        Profiles maps = Profiles.of(sizes);
        List<String> names = new ArrayList<>();
        List<InducedGame> induced = new ArrayList<>();
        for (int map = 0; map < maps.count(); map++) {
            double[][] match = new double[k][m]; // by type wanted and message sent
            StringBuilder name = new StringBuilder();
            for (int message = 0; message < m; message++) {
                int item = maps.choice(map, message);
                match[item][message] = 1;
                name.append(message == 0 ? "" : " ")
                        .append(message)
                        .append("->")
                        .append(item);
            }
            BayesianGame follower = BayesianGame.of(
                    List.of(named("wants ", k)), Distribution.uniform(k), List.of(named("says ", m)), new double[][][] {
                        match
                    });
            names.add(name.toString());
            induced.add(InducedGame.of(follower, match));
        }
        return StackelbergGame.of(names, induced);
    }

    private static List<String> named(String stem, int count) {
        List<String> names = new ArrayList<>(Collections.nCopies(count, stem));
        for (int j = 0; j < count; j++) {
            names.set(j, stem + j);
        }
        return names;
    }
}
