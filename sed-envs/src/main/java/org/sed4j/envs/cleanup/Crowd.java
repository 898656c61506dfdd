package org.sed4j.envs.cleanup;

import java.util.Arrays;
import org.sed4j.core.run.Rng;
import org.sed4j.envs.grid.Avatars;
import org.sed4j.envs.grid.Beams;
import org.sed4j.envs.grid.Heading;
import org.sed4j.envs.grid.Spawns;
import org.sed4j.envs.harvest.Moves;
import org.sed4j.envs.harvest.Zap;

/**
 * The players on the map: where they stand, what they eat, whom they zap away and when those return. A part of a world.
 *
 * <p>Players move one after the other in a random order. One struck in step t is off the map from then on and appears again in
 * step t + away + 1.
 */
final class Crowd {
    private final CleanupTable table;
    private final Zap zap;
    private final boolean seated;
    private final boolean absolute;
    private final int columns;
    private final Avatars avatars;
    private final Beams beams;
    private final int[] eaten;
    /** By player: steps until the zap beam is ready. */
    private final int[] cooling;
    /** By player: steps until it appears again; 0 if present. */
    private final int[] absent;

    private final boolean[] shot;

    Crowd(CleanupRules rules, CleanupTable table) {
        this.table = table;
        this.zap = rules.zap();
        this.seated = rules.seated();
        this.absolute = rules.moves() == Moves.ABSOLUTE;
        this.columns = rules.map().columns();
        int n = rules.players();
        this.avatars = new Avatars(n, rules.map(), CleanupMaps.WALL);
        this.beams = new Beams(zap.allowed() ? n : 0, zap.length(), zap.radius());
        this.eaten = new int[n];
        this.cooling = new int[n];
        this.absent = new int[n];
        this.shot = new boolean[n];
    }

    Avatars avatars() {
        return avatars;
    }

    int eaten(int i) {
        return eaten[i];
    }

    int struck(int i) {
        return zap.allowed() ? beams.struck(i) : 0;
    }

    boolean zapReady(int i) {
        return cooling[i] == 0;
    }

    /** What the last step's zap beams added to a player's reward, or took from it. */
    float balance(int i) {
        if (!zap.allowed()) {
            return 0;
        }
        return (float) (beams.scored(i) * zap.prize() - beams.struck(i) * zap.penalty() - (shot[i] ? zap.cost() : 0));
    }

    void reset(Terrain terrain, Rng rng) {
        avatars.clear();
        beams.reset();
        Arrays.fill(eaten, 0);
        Arrays.fill(cooling, 0);
        Arrays.fill(absent, 0);
        Arrays.fill(shot, false);
        int[] cells = table.spawns().cells();
        for (int i = 0; i < eaten.length; i++) {
            if (seated) {
                avatars.place(i, cells[cells.length - 1 - i], Heading.NORTH);
                terrain.paintAvatar(avatars, i);
            } else {
                appear(i, terrain, rng);
            }
        }
    }

    private boolean appear(int i, Terrain terrain, Rng rng) {
        int cell = table.spawns().draw(avatars, rng);
        if (cell == Spawns.NONE) {
            return false;
        }
        avatars.place(i, cell, rng.below(4));
        arrive(i, terrain);
        return true;
    }

    private void arrive(int i, Terrain terrain) {
        terrain.paintAvatar(avatars, i);
        eaten[i] += terrain.eat(avatars.cell(i)) ? 1 : 0;
    }

    /** The zap beams of the last step go out. */
    void darken(Terrain terrain) {
        for (int k = 0; zap.allowed() && k < beams.litCount(); k++) {
            int cell = beams.litRow(k) * columns + beams.litColumn(k);
            if (avatars.at(cell) == Avatars.FREE) {
                terrain.paint(cell, columns);
            }
        }
        beams.clear();
    }

    /** Moves and turns of everybody present; whoever arrives at an apple eats it. */
    void move(int[] actions, Terrain terrain, Rng rng) {
        Arrays.fill(eaten, 0);
        rng.stream(Streams.ORDER);
        avatars.drawOrder(rng);
        for (int k = 0; k < eaten.length; k++) {
            int i = avatars.turnOf(k);
            int action = table.actions()[actions[i]];
            if (!avatars.present(i)) {
                continue;
            }
            if (action >= CleanupAction.STEPS_FROM && action <= CleanupAction.STEPS_TO) {
                int before = avatars.cell(i);
                int heading = absolute ? Heading.NORTH : avatars.heading(i);
                if (avatars.move(i, Heading.turned(heading, action - CleanupAction.STEPS_FROM))) {
                    terrain.paint(before, columns);
                    arrive(i, terrain);
                }
            } else if (action == CleanupAction.TURN_LEFT_NUMBER || action == CleanupAction.TURN_RIGHT_NUMBER) {
                avatars.turn(i, action == CleanupAction.TURN_LEFT_NUMBER ? Heading.LEFT : Heading.RIGHT);
                terrain.paintAvatar(avatars, i);
            }
        }
    }

    /** Zap beams; then whoever has been away long enough appears. */
    void zapAndReturn(int[] actions, Terrain terrain, Rng rng) {
        for (int i = 0; i < cooling.length; i++) {
            shot[i] = false;
            if (absent[i] > 0) {
                continue;
            }
            if (cooling[i] > 0) {
                cooling[i]--;
            } else if (table.actions()[actions[i]] == CleanupAction.ZAP_NUMBER) {
                cooling[i] = zap.cooldown();
                shot[i] = true;
                beams.shoot(avatars, i);
            }
        }
        rng.stream(Streams.RESPAWN);
        for (int k = 0; k < absent.length; k++) {
            int i = avatars.turnOf(k);
            if (absent[i] > 0 && --absent[i] == 0 && !appear(i, terrain, rng)) {
                absent[i] = 1; // no cell is free: again in the next step
            }
        }
    }

    /** At the end of a step: those who were struck vanish, and the beams light up. */
    void settle(Terrain terrain) {
        for (int i = 0; i < absent.length; i++) {
            if (beams.struck(i) > 0) {
                int cell = avatars.cell(i);
                avatars.lift(i);
                terrain.paint(cell, columns);
                absent[i] = zap.away() + 1;
            }
        }
        for (int k = 0; k < beams.litCount(); k++) {
            int row = beams.litRow(k);
            int column = beams.litColumn(k);
            if (avatars.at(row, column) == Avatars.FREE) {
                terrain.sight().paint(row, column, CleanupCode.BEAM_CODE);
            }
        }
    }
}
