package org.sed4j.envs.cleanup;

import org.sed4j.core.game.Require;

/**
 * The beam that cleans: columns side by side, the shooter's own from the cell ahead, those beside it from level with the shooter.
 *
 * @param length cells of the middle column
 * @param sideLength cells of each side column; 0 for none
 * @param sideFrom where side columns begin: 0 level with the shooter, 1 one cell ahead
 * @param passes whether it goes on through waste, avatars and walls; else walls, avatars and the first waste stop it
 * @param cooldown steps after a shot in which none is possible
 */
public record CleaningBeam(int length, int sideLength, int sideFrom, boolean passes, int cooldown) {
    public CleaningBeam {
        Require.atLeast(length, 1, "length of the cleaning beam");
        Require.atLeast(sideLength, 0, "length of the cleaning beam's sides");
        Require.within(sideFrom, 0, 1, "start of the cleaning beam's sides");
        Require.atLeast(cooldown, 0, "cooldown of the cleaning beam");
    }
}
