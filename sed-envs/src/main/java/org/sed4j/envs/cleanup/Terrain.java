package org.sed4j.envs.cleanup;

import org.sed4j.core.run.Rng;
import org.sed4j.envs.grid.Avatars;
import org.sed4j.envs.grid.Sight;

/**
 * River and orchard: what lies in every cell, avatars aside, and how it looks with them. A part of a world.
 *
 * <p>No apple grows under an avatar. Growth and pollution of a step follow the pollution that its beams left.
 */
final class Terrain {
    private final CleanupTable table;
    private final Pollution pollution;
    private final Sight sight;
    private final byte[] ground;
    private int polluted;
    private int apples;

    Terrain(CleanupRules rules, CleanupTable table) {
        this.table = table;
        this.pollution = rules.pollution();
        this.sight = new Sight(rules.map().rows(), rules.map().columns(), rules.window());
        this.ground = new byte[rules.map().size()];
    }

    void reset() {
        System.arraycopy(table.codes(), 0, ground, 0, ground.length);
        sight.paintAll(table.sight());
        apples = 0;
        polluted = 0;
        for (int cell : table.waste()) {
            polluted += ground[cell] == CleanupCode.WASTE_CODE ? 1 : 0;
        }
    }

    Sight sight() {
        return sight;
    }

    int polluted() {
        return polluted;
    }

    int apples() {
        return apples;
    }

    byte ground(int cell) {
        return ground[cell];
    }

    /** Takes the apple of a cell, if there is one. */
    boolean eat(int cell) {
        if (ground[cell] != CleanupCode.APPLE_CODE) {
            return false;
        }
        ground[cell] = CleanupCode.FLOOR_CODE;
        apples--;
        return true;
    }

    /** Cleans a cell, if it is polluted. */
    boolean clean(int cell) {
        if (ground[cell] != CleanupCode.WASTE_CODE) {
            return false;
        }
        ground[cell] = CleanupCode.RIVER_CODE;
        polluted--;
        return true;
    }

    /** Shows the ground of a cell on which nobody stands. */
    void paint(int cell, int columns) {
        sight.paint(cell / columns, cell % columns, ground[cell]);
    }

    void paintAvatar(Avatars avatars, int i) {
        sight.paintAvatar(avatars.row(i), avatars.column(i), avatars.heading(i), CleanupCode.AVATAR_CODE);
    }

    /** Apples grow, then at most one clean site gets dirty. */
    void live(int step, Avatars avatars, Rng rng) {
        double chance = table.growth()[polluted];
        boolean depleted = polluted >= table.depleted();
        int clean = table.waste().length - polluted;
        rng.stream(Streams.GROWTH);
        if (chance > 0) {
            for (int cell : table.apples()) {
                if (ground[cell] == CleanupCode.FLOOR_CODE && avatars.at(cell) == Avatars.FREE && rng.chance(chance)) {
                    ground[cell] = CleanupCode.APPLE_CODE;
                    apples++;
                    paint(cell, avatars.columns());
                }
            }
        }
        rng.stream(Streams.POLLUTION);
        boolean rests = depleted && pollution.stopsAtDepletion();
        if (step >= pollution.delay() && !rests && rng.chance(table.dirtying()[clean])) {
            dirty(rng.below(clean), avatars);
        }
    }

    /** Pollutes the k-th clean site. */
    private void dirty(int k, Avatars avatars) {
        int left = k;
        for (int cell : table.waste()) {
            if (ground[cell] == CleanupCode.RIVER_CODE && left-- == 0) {
                ground[cell] = CleanupCode.WASTE_CODE;
                polluted++;
                if (avatars.at(cell) == Avatars.FREE) {
                    paint(cell, avatars.columns());
                }
                return;
            }
        }
    }
}
