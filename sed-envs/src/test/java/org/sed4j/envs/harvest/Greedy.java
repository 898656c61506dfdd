package org.sed4j.envs.harvest;

import java.util.ArrayDeque;
import java.util.Arrays;

/** A player who walks the shortest way to the nearest apple; for worlds with absolute moves. */
final class Greedy {
    /** FORWARD, BACKWARD, STEP_LEFT, STEP_RIGHT on the map. */
    private static final int[][] STEPS = {{-1, 0}, {1, 0}, {0, -1}, {0, 1}};

    private Greedy() {}

    /** What player 0 does next. */
    static int action(Solo solo) {
        int columns = solo.rules.map().columns();
        int[] first = new int[solo.rules.map().size()];
        Arrays.fill(first, -1);
        ArrayDeque<Integer> open = new ArrayDeque<>();
        int start = solo.avatars().cell(0);
        first[start] = HarvestAction.NOOP.number();
        open.add(start);
        while (!open.isEmpty()) {
            int q = open.poll();
            int site = solo.orchard().siteAt(q);
            if (q != start && site >= 0 && solo.orchard().isLive(site)) {
                return first[q];
            }
            for (int a = 0; a < 4; a++) {
                int row = q / columns + STEPS[a][0];
                int column = q % columns + STEPS[a][1];
                if (solo.avatars().at(row, column) == 0 && first[row * columns + column] < 0) {
                    first[row * columns + column] = q == start ? a + 1 : first[q];
                    open.add(row * columns + column);
                }
            }
        }
        return HarvestAction.NOOP.number();
    }
}
