package org.sed4j.envs.harvest;

import org.sed4j.core.run.Rng;
import org.sed4j.envs.grid.GridMap;

/**
 * Harvest without beams, told as plainly as can be: whole-map scans, one draw a site, an event after the other. Slow; for
 * comparison only.
 */
final class PlainHarvest {
    private static final int[][] STEPS = {{-1, 0}, {0, 1}, {1, 0}, {0, -1}};
    private static final int FRESH = -1;

    private final HarvestRules rules;
    private final GridMap map;
    private final boolean[][] live;
    /** Noted live neighbours of an empty site; FRESH in the step in which it was eaten. */
    private final int[][] noted;

    private final int[] row;
    private final int[] column;
    private final int[] heading;
    int eaten;
    int apples;

    PlainHarvest(HarvestRules rules, Rng rng) {
        this.rules = rules;
        this.map = rules.map();
        this.live = new boolean[map.rows()][map.columns()];
        this.noted = new int[map.rows()][map.columns()];
        this.row = new int[rules.players()];
        this.column = new int[rules.players()];
        this.heading = new int[rules.players()];
        for (int r = 0; r < map.rows(); r++) {
            for (int c = 0; c < map.columns(); c++) {
                live[r][c] = map.at(r, c) == 'A';
                apples += live[r][c] ? 1 : 0;
            }
        }
        int[] cells = map.cells('P');
        rng.shuffle(cells);
        for (int i = 0; i < row.length; i++) {
            row[i] = cells[i] / map.columns();
            column[i] = cells[i] % map.columns();
            heading[i] = rng.below(4);
        }
    }

    void step(int[] actions, Rng rng) {
        // Who will grow is settled by what was noted a step ago; then everything is noted anew, to be used in a step.
        boolean[][] grows = new boolean[map.rows()][map.columns()];
        for (int r = 0; r < map.rows(); r++) {
            for (int c = 0; c < map.columns(); c++) {
                if (map.at(r, c) == 'A' && !live[r][c]) {
                    int last = rules.regrowth().last();
                    grows[r][c] = noted[r][c] != FRESH
                            && rng.chance(rules.regrowth().probabilities().get(Math.min(noted[r][c], last)));
                    noted[r][c] = around(r, c);
                }
            }
        }
        int[] order = new int[row.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        rng.shuffle(order);
        for (int i : order) {
            act(i, actions[i]);
        }
        for (int r = 0; r < map.rows(); r++) {
            for (int c = 0; c < map.columns(); c++) {
                if (grows[r][c]) {
                    live[r][c] = true;
                    apples++;
                    if (whoIsAt(r, c) >= 0) {
                        eat(r, c);
                    }
                }
            }
        }
    }

    private void act(int i, int action) {
        if (action == 5 || action == 6) {
            heading[i] = (heading[i] + (action == 5 ? 3 : 1)) % 4;
        } else if (action > 0) {
            int turn = new int[] {0, 2, 3, 1}[action - 1];
            int r = row[i] + STEPS[(heading[i] + turn) % 4][0];
            int c = column[i] + STEPS[(heading[i] + turn) % 4][1];
            if (map.at(r, c) != 'W' && whoIsAt(r, c) < 0) {
                row[i] = r;
                column[i] = c;
                if (live[r][c]) {
                    eat(r, c);
                }
            }
        }
    }

    private void eat(int r, int c) {
        live[r][c] = false;
        noted[r][c] = FRESH;
        eaten++;
        apples--;
    }

    private int whoIsAt(int r, int c) {
        for (int i = 0; i < row.length; i++) {
            if (row[i] == r && column[i] == c) {
                return i;
            }
        }
        return -1;
    }

    private int around(int row, int column) {
        int count = 0;
        for (int r = 0; r < map.rows(); r++) {
            for (int c = 0; c < map.columns(); c++) {
                int distance = (r - row) * (r - row) + (c - column) * (c - column);
                count += live[r][c] && distance > 0 && distance <= 4 ? 1 : 0;
            }
        }
        return count;
    }
}
