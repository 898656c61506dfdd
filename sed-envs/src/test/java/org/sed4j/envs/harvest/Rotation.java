package org.sed4j.envs.harvest;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.envs.grid.GridMap;
import org.sed4j.envs.grid.Heading;

/** Quarter turns of maps and of what stands on them. */
final class Rotation {
    private Rotation() {}

    /** The map turned by a quarter to the right. */
    static GridMap clockwise(GridMap map) {
        List<String> lines = new ArrayList<>();
        for (int c = 0; c < map.columns(); c++) {
            StringBuilder line = new StringBuilder();
            for (int r = map.rows() - 1; r >= 0; r--) {
                line.append(map.at(r, c));
            }
            lines.add(line.toString());
        }
        return new GridMap(map.name(), lines);
    }

    /** Gives a world on a turned map the apples and avatars of another, turned likewise. */
    static void copy(Solo from, Solo to, int turns) {
        GridMap map = from.rules.map();
        for (int i = 0; i < from.rules.players(); i++) {
            to.avatars().lift(i);
        }
        for (int s = 0; s < map.count('A'); s++) {
            int cell = from.orchard().cell(s);
            int there = turned(cell / map.columns(), cell % map.columns(), map, turns);
            if (!from.orchard().isLive(s)) {
                to.orchard().eat(to.orchard().siteAt(there));
            }
        }
        int columns = to.rules.map().columns();
        for (int q = 0; q < map.size(); q++) {
            if (to.avatars().at(q) == 0) {
                to.world.commons().paintGround(q / columns, q % columns);
            }
        }
        for (int i = 0; i < from.rules.players(); i++) {
            int there = turned(from.avatars().row(i), from.avatars().column(i), map, turns);
            to.avatars().place(i, there, Heading.turned(from.avatars().heading(i), turns));
            to.world.commons().paintAvatar(i);
        }
    }

    private static int turned(int row, int column, GridMap map, int turns) {
        int rows = map.rows();
        int columns = map.columns();
        int r = row;
        int c = column;
        for (int t = 0; t < turns; t++) {
            int next = rows - 1 - r;
            r = c;
            c = next;
            int swap = rows;
            rows = columns;
            columns = swap;
        }
        return r * columns + c;
    }
}
