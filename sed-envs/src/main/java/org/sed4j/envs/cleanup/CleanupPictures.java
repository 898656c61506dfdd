package org.sed4j.envs.cleanup;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.picture.Frame;
import org.sed4j.core.picture.Ink;
import org.sed4j.core.picture.Palette;
import org.sed4j.core.picture.Shape;
import org.sed4j.envs.grid.Avatars;
import org.sed4j.envs.render.PlayerInks;

/** How Clean Up becomes frames: river, waste, apples, beams, and avatars by number and heading. */
public final class CleanupPictures {
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
        inks.addAll(PlayerInks.heading(players));
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
                                ? PlayerInks.symbol(who - 1, avatars.heading(who - 1))
                                : CleanupCode.of(world.terrain().sight().at(r, c))
                                        .symbol());
            }
        }
        return new Frame(rows, columns, cells.toString(), caption);
    }
}
