package org.sed4j.envs.cleanup;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.envs.grid.Avatars;
import org.sed4j.envs.render.Frame;
import org.sed4j.envs.render.Ink;
import org.sed4j.envs.render.Palette;
import org.sed4j.envs.render.Shape;

/** How Clean Up becomes frames: river, waste, apples, beams, and avatars by number and heading as in Harvest's pictures. */
public final class CleanupPictures {
    private static final int COLOURS = 10;
    private static final int[] AVATARS = {
        0x2F6FDE, 0xF2A541, 0x8A4FBF, 0x17A2A2, 0xE26DB0, 0x5B6470, 0x7FC4F0, 0xA8743C, 0xF2D64B, 0x3B3B98
    };

    private CleanupPictures() {}

    /** What the frames of a world with that many players look like. */
    public static Palette palette(int players) {
        List<Ink> inks = new ArrayList<>();
        inks.add(ink(CleanupCode.APPLE, "apple", 0xD8433B, Shape.FRUIT));
        inks.add(ink(CleanupCode.WASTE, "waste", 0x714B18, Shape.GROUND));
        inks.add(ink(CleanupCode.RIVER, "clean water", 0x639CC2, Shape.GROUND));
        inks.add(ink(CleanupCode.FLOOR, "floor", 0xEFE6D5, Shape.GROUND));
        inks.add(ink(CleanupCode.WALL, "wall", 0x8B8F98, Shape.BLOCK));
        inks.add(ink(CleanupCode.BEAM, "beam", 0xF6D743, Shape.BEAM));
        for (int i = 0; i < Math.min(players, COLOURS); i++) {
            String label = players > COLOURS ? "players with last digit " + i : "player " + i;
            for (int heading = 0; heading < 4; heading++) {
                inks.add(new Ink(symbol(i, heading), label, AVATARS[i], Shape.AVATAR, heading));
            }
        }
        return new Palette(inks);
    }

    private static Ink ink(CleanupCode code, String label, int rgb, Shape shape) {
        return new Ink(code.symbol(), label, rgb, shape, 0);
    }

    /** The world as it is, for people. */
    public static Frame frame(Cleanup world, String caption) {
        int rows = world.rules().map().rows();
        int columns = world.rules().map().columns();
        Avatars avatars = world.avatars();
        StringBuilder cells = new StringBuilder(rows * columns);
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                int who = avatars.at(r, c);
                cells.append(
                        who > 0
                                ? symbol((who - 1) % COLOURS, avatars.heading(who - 1))
                                : CleanupCode.of(world.terrain().sight().at(r, c))
                                        .symbol());
            }
        }
        return new Frame(rows, columns, cells.toString(), caption);
    }

    /** 0 to 9 plain, circled, bracketed, with a full stop, as in Harvest's pictures. */
    private static char symbol(int digit, int heading) {
        int circled = 0x2460 + (digit + 9) % 10;
        return heading == 0 ? (char) ('0' + digit) : (char) (circled + 20 * (heading - 1));
    }
}
