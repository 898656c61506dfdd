package org.sed4j.voting.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sed4j.core.run.Rng;

/** Orders of candidates that {@link Cultures} draw, best first. */
final class Orders {
    private Orders() {}

    /** 0, 1, ..., m-1. */
    static int[] identity(int m) {
        int[] order = new int[m];
        Arrays.setAll(order, c -> c);
        return order;
    }

    /** Every order alike. */
    static int[] uniform(int m, Rng rng) {
        int[] order = identity(m);
        rng.shuffle(order);
        return order;
    }

    /** Places filled from the top, each remaining candidate with a probability in proportion to its worth. */
    static int[] fromTheTop(double[] worth, Rng rng) {
        int m = worth.length;
        int[] order = new int[m];
        boolean[] taken = new boolean[m];
        for (int place = 0; place < m; place++) {
            double total = 0;
            for (int c = 0; c < m; c++) {
                total += taken[c] ? 0 : worth[c];
            }
            double point = rng.uniform() * total;
            int last = -1;
            for (int c = 0; c < m && (last < 0 || point >= 0); c++) {
                if (!taken[c]) {
                    last = c;
                    point -= worth[c];
                }
            }
            order[place] = last;
            taken[last] = true;
        }
        return order;
    }

    /** A random path from the identity to its reverse that swaps neighbours one pair at a time. */
    static List<int[]> crossings(int m, Rng walk) {
        List<int[]> path = new ArrayList<>();
        int[] order = identity(m);
        path.add(order.clone());
        while (true) {
            List<Integer> ascents = new ArrayList<>();
            for (int place = 0; place + 1 < m; place++) {
                if (order[place] < order[place + 1]) {
                    ascents.add(place);
                }
            }
            if (ascents.isEmpty()) {
                break;
            }
            int place = ascents.get(walk.below(ascents.size()));
            int swap = order[place];
            order[place] = order[place + 1];
            order[place + 1] = swap;
            path.add(order.clone());
        }
        return path;
    }
}
