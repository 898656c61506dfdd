package org.sed4j.envs.harvest;

import java.util.Arrays;
import org.sed4j.core.run.Rng;
import org.sed4j.envs.grid.Avatars;
import org.sed4j.envs.grid.GridMap;
import org.sed4j.envs.grid.Heading;
import org.sed4j.envs.grid.Sight;
import org.sed4j.envs.grid.SimultaneousMoves;
import org.sed4j.envs.grid.Spawns;

/**
 * The common field: avatars among apples, and how it looks.
 *
 * <p>A part of a world. Whoever enters a cell with an apple eats it.
 */
final class Commons {
    private final HarvestTable table;
    private final Avatars avatars;
    private final Sight sight;
    private final Orchard orchard;
    private final SimultaneousMoves moves;
    private final boolean atOnce;
    private final boolean absolute;
    private final boolean underAvatars;

    /** By player: apples eaten in the last step. */
    private final int[] eaten;

    Commons(HarvestRules rules, HarvestTable table) {
        this.table = table;
        this.avatars = new Avatars(rules.players(), rules.map(), HarvestMaps.WALL);
        GridMap map = rules.map();
        this.sight = new Sight(map.rows(), map.columns(), rules.window());
        this.orchard = new Orchard(table.orchard());
        this.atOnce = rules.collisions() == Collisions.AT_ONCE;
        this.moves = new SimultaneousMoves(atOnce ? rules.players() : 0, atOnce ? map.size() : 0);
        this.absolute = rules.moves() == Moves.ABSOLUTE;
        this.underAvatars = rules.regrowth().underAvatars();
        this.eaten = new int[rules.players()];
    }

    Avatars avatars() {
        return avatars;
    }

    Sight sight() {
        return sight;
    }

    Orchard orchard() {
        return orchard;
    }

    int eaten(int i) {
        return eaten[i];
    }

    /** All apples live; the first players on inside cells, the others on spawn cells, headings at random. */
    void reset(Rng rng) {
        avatars.clear();
        orchard.reset();
        sight.paintAll(table.codes());
        Arrays.fill(eaten, 0);
        int inside = table.inside().cells().length;
        for (int i = 0; i < eaten.length; i++) {
            if (i < inside) {
                appear(i, table.inside(), rng);
            } else {
                appear(i, table.outside(), rng);
            }
        }
    }

    /** Puts an avatar on a free cell of a group with a random heading; whether there was one. */
    boolean appear(int i, Spawns group, Rng rng) {
        int cell = group.draw(avatars, rng);
        if (cell == Spawns.NONE) {
            return false;
        }
        avatars.place(i, cell, rng.below(4));
        arrive(i);
        return true;
    }

    /** Where those who were away appear again. */
    Spawns outside() {
        return table.outside();
    }

    /** At the beginning of a step: what will grow, and in which order players move. */
    void open(Rng rng) {
        Arrays.fill(eaten, 0);
        rng.stream(Streams.REGROWTH);
        orchard.draw(rng);
        rng.stream(Streams.ORDER);
        avatars.drawOrder(rng);
    }

    /** Plays the moves and turns of everybody present. */
    void move(int[] actions) {
        if (atOnce) {
            moves.open(avatars);
        }
        for (int k = 0; k < eaten.length; k++) {
            int i = avatars.turnOf(k);
            int action = actions[i];
            if (action == HarvestAction.NOOP_NUMBER || action >= HarvestAction.ZAP_NUMBER || !avatars.present(i)) {
                continue;
            }
            if (action > HarvestAction.LAST_STEP_NUMBER) {
                avatars.turn(i, action == HarvestAction.TURN_LEFT_NUMBER ? Heading.LEFT : Heading.RIGHT);
                paintAvatar(i);
                continue;
            }
            int heading = absolute ? Heading.NORTH : avatars.heading(i);
            int direction = Heading.turned(heading, turnOf(action));
            if (atOnce) {
                moves.want(avatars, i, direction);
            } else {
                step(i, direction);
            }
        }
        if (atOnce) {
            moves.resolve(avatars);
            go();
        }
    }

    private void step(int i, int direction) {
        int row = avatars.row(i);
        int column = avatars.column(i);
        if (avatars.move(i, direction)) {
            paintGround(row, column);
            arrive(i);
        }
    }

    /** All who go leave, then all arrive. */
    private void go() {
        for (int i = 0; i < eaten.length; i++) {
            if (moves.goes(avatars, i)) {
                remove(i);
            }
        }
        for (int i = 0; i < eaten.length; i++) {
            if (moves.goes(avatars, i)) {
                avatars.place(i, moves.wanted(i), avatars.heading(i));
                arrive(i);
            }
        }
    }

    /** FORWARD 0, BACKWARD 2, STEP_LEFT 3, STEP_RIGHT 1. */
    private static int turnOf(int action) {
        return (0x1320 >>> (4 * (action - 1))) & 3;
    }

    private void arrive(int i) {
        paintAvatar(i);
        int site = orchard.siteAt(avatars.cell(i));
        if (site >= 0 && orchard.isLive(site)) {
            eaten[i]++;
            orchard.eat(site);
            repaint(site, 0);
        }
    }

    /** Near the end of a step: what was drawn grows; who stands there eats it at once. */
    void sprout() {
        for (int w = 0; w < orchard.words(); w++) {
            for (long left = orchard.grown(w); left != 0; left &= left - 1) {
                int site = (w << 6) + Long.numberOfTrailingZeros(left);
                int cell = orchard.cell(site);
                int who = avatars.at(cell);
                if (who == Avatars.FREE) {
                    orchard.grow(site);
                    paintGround(cell / avatars.columns(), cell % avatars.columns());
                    repaint(site, 1);
                } else if (underAvatars) {
                    orchard.growAndEat(site);
                    eaten[who - 1]++;
                }
            }
        }
    }

    /** Repaints empty neighbours whose count has just become that number, so that they look otherwise. */
    private void repaint(int site, int turned) {
        for (int e = orchard.from(site); e < orchard.from(site + 1); e++) {
            int near = orchard.near(e);
            int cell = orchard.cell(near);
            if (orchard.neighbours(near) == turned && avatars.at(cell) == Avatars.FREE) {
                paintGround(cell / avatars.columns(), cell % avatars.columns());
            }
        }
    }

    /** Takes an avatar off the field. */
    void remove(int i) {
        avatars.lift(i);
        paintGround(avatars.row(i), avatars.column(i));
    }

    void paintAvatar(int i) {
        sight.paintAvatar(avatars.row(i), avatars.column(i), avatars.heading(i), HarvestCode.AVATAR_CODE);
    }

    /** Paints a cell on which nobody stands. */
    void paintGround(int row, int column) {
        sight.paint(row, column, orchard.code(row * avatars.columns() + column));
    }
}
