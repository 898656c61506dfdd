package org.sed4j.envs.grid;

import java.util.Arrays;
import org.sed4j.core.game.Require;

/**
 * The beams shot in the last step: the cells they lit and whom they struck.
 *
 * <p>A part of a world. A beam of length L and radius R is rays side by side: one of L cells straight ahead of the shooter,
 * and for r = 1..R to each side one of L - r + 1 cells that begins level with the shooter. A wall, the map's end and the
 * first avatar on a ray stop it; an avatar that stops it is struck. Where the first cell of a side ray stops it, that side
 * ends.
 *
 * <p>Rays and order as in DeepMind Lab2D's grid, on which Melting Pot runs.
 */
public final class Beams {
    private final int length;
    private final int radius;
    /** Row and column in one number. */
    private final int[] lit;

    private int litCount;
    /** By avatar: beams that struck it in the last step. */
    private final int[] struck;
    /** By avatar: how often its own beam struck somebody in the last step. */
    private final int[] scored;

    /** Beams for that many avatars, each of which shoots at most once a step. */
    public Beams(int avatars, int length, int radius) {
        Require.atLeast(length, 1, "length of a beam");
        Require.within(radius, 0, length, "radius of a beam");
        this.length = length;
        this.radius = radius;
        this.lit = new int[avatars * footprint(length, radius)];
        this.struck = new int[avatars];
        this.scored = new int[avatars];
    }

    /** How many cells a beam lights where nothing is in the way. */
    public static int footprint(int length, int radius) {
        return length + radius * (2 * length - radius + 1);
    }

    /** No beam has ever been shot. */
    public void reset() {
        clear();
        Arrays.fill(lit, 0);
    }

    /** At the beginning of a step: no beam has been shot. */
    public void clear() {
        litCount = 0;
        Arrays.fill(struck, 0);
        Arrays.fill(scored, 0);
    }

    /** Shoots ahead of a present avatar. */
    public void shoot(Avatars avatars, int shooter) {
        int heading = avatars.heading(shooter);
        int r = avatars.row(shooter);
        int c = avatars.column(shooter);
        side(avatars, shooter, r, c, Heading.turned(heading, Heading.LEFT), heading);
        side(avatars, shooter, r, c, Heading.turned(heading, Heading.RIGHT), heading);
        ray(avatars, shooter, r + Heading.rows(heading), c + Heading.columns(heading), heading, length);
    }

    private void side(Avatars avatars, int shooter, int r, int c, int aside, int heading) {
        boolean open = true;
        for (int d = 1; d <= radius && open; d++) {
            int from = r + d * Heading.rows(aside);
            int column = c + d * Heading.columns(aside);
            open = ray(avatars, shooter, from, column, heading, length - d + 1);
        }
    }

    /** Whether its first cell was open. */
    private boolean ray(Avatars avatars, int shooter, int fromRow, int fromColumn, int heading, int cells) {
        int r = fromRow;
        int c = fromColumn;
        for (int d = 0; d < cells; d++) {
            int who = avatars.at(r, c);
            if (who != Avatars.FREE) {
                if (who > 0) {
                    struck[who - 1]++;
                    scored[shooter]++;
                }
                return d > 0;
            }
            lit[litCount++] = r << Short.SIZE | c;
            r += Heading.rows(heading);
            c += Heading.columns(heading);
        }
        return true;
    }

    /** How many cells are lit, cells that two beams light counted twice. */
    public int litCount() {
        return litCount;
    }

    /** The row of the k-th lit cell. */
    public int litRow(int k) {
        return lit[k] >>> Short.SIZE;
    }

    /** Its column. */
    public int litColumn(int k) {
        return lit[k] & 0xFFFF;
    }

    /** How many beams struck an avatar in the last step. */
    public int struck(int i) {
        return struck[i];
    }

    /** How often an avatar's beam struck somebody in the last step. */
    public int scored(int i) {
        return scored[i];
    }
}
