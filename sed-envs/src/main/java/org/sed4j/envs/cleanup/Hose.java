package org.sed4j.envs.cleanup;

import java.util.Arrays;
import org.sed4j.envs.grid.Avatars;
import org.sed4j.envs.grid.Heading;

/** The beams that clean: who fired, what is lit, when the next shot is possible. A part of a world. */
final class Hose {
    private final CleaningBeam beam;
    private final int rows;
    private final int columns;
    private final int[] lit;
    private int litCount;
    /** By player: steps until the beam is ready. */
    private final int[] cooling;

    private final boolean[] fired;
    /** By player: sites cleaned in the last step. */
    private final int[] cleaned;

    Hose(CleanupRules rules) {
        this.beam = rules.beam();
        this.rows = rules.map().rows();
        this.columns = rules.map().columns();
        int players = rules.players();
        this.lit = new int[players * (beam.length() + 2 * beam.sideLength())];
        this.cooling = new int[players];
        this.fired = new boolean[players];
        this.cleaned = new int[players];
    }

    void reset() {
        Arrays.fill(lit, 0);
        Arrays.fill(cooling, 0);
        Arrays.fill(fired, false);
        Arrays.fill(cleaned, 0);
        litCount = 0;
    }

    boolean fired(int i) {
        return fired[i];
    }

    int cleaned(int i) {
        return cleaned[i];
    }

    boolean ready(int i) {
        return cooling[i] == 0;
    }

    /** The light of the last step goes out. */
    void darken(Avatars avatars, Terrain terrain) {
        for (int k = 0; k < litCount; k++) {
            if (avatars.at(lit[k]) == Avatars.FREE) {
                terrain.paint(lit[k], columns);
            }
        }
        litCount = 0;
    }

    /** Fires for everybody present who wants to and can, in order. */
    void fire(int[] actions, int[] meaning, Avatars avatars, Terrain terrain) {
        for (int i = 0; i < fired.length; i++) {
            fired[i] = false;
            cleaned[i] = 0;
            if (!avatars.present(i)) {
                continue;
            }
            if (cooling[i] > 0) {
                cooling[i]--;
            } else if (meaning[actions[i]] == CleanupAction.CLEAN_NUMBER) {
                cooling[i] = beam.cooldown();
                fired[i] = true;
                shoot(i, avatars, terrain);
            }
        }
    }

    private void shoot(int i, Avatars avatars, Terrain terrain) {
        int heading = avatars.heading(i);
        column(i, 0, 1, beam.length(), heading, avatars, terrain);
        column(i, Heading.LEFT, beam.sideFrom(), beam.sideLength(), heading, avatars, terrain);
        column(i, Heading.RIGHT, beam.sideFrom(), beam.sideLength(), heading, avatars, terrain);
    }

    /** One column, {@code aside} of the shooter: none, to the left or to the right. */
    private void column(int i, int aside, int from, int cells, int heading, Avatars avatars, Terrain terrain) {
        int side = Heading.turned(heading, aside);
        int r = avatars.row(i) + (aside == 0 ? 0 : Heading.rows(side)) + from * Heading.rows(heading);
        int c = avatars.column(i) + (aside == 0 ? 0 : Heading.columns(side)) + from * Heading.columns(heading);
        for (int d = 0; d < cells; d++) {
            if (r < 0 || c < 0 || r >= rows || c >= columns) {
                return;
            }
            int cell = r * columns + c;
            boolean wall = terrain.ground(cell) == CleanupCode.WALL_CODE;
            if ((wall || avatars.at(cell) != Avatars.FREE) && !beam.passes()) {
                return;
            }
            if (!wall) {
                lit[litCount++] = cell;
                if (terrain.clean(cell)) {
                    cleaned[i]++;
                    if (!beam.passes()) {
                        return;
                    }
                }
            }
            r += Heading.rows(heading);
            c += Heading.columns(heading);
        }
    }

    /** At the end of a step the beams light up. */
    void light(Avatars avatars, Terrain terrain) {
        for (int k = 0; k < litCount; k++) {
            if (avatars.at(lit[k]) == Avatars.FREE) {
                terrain.sight().paint(lit[k] / columns, lit[k] % columns, CleanupCode.BEAM_CODE);
            }
        }
    }
}
