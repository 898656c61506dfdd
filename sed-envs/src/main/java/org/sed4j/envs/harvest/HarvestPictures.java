package org.sed4j.envs.harvest;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.picture.Frame;
import org.sed4j.core.picture.Ink;
import org.sed4j.core.picture.Palette;
import org.sed4j.core.picture.Shape;
import org.sed4j.envs.grid.Avatars;
import org.sed4j.envs.render.PlayerInks;

/**
 * How Harvest becomes frames: ground, apples, beams, and avatars by number and heading.
 */
public final class HarvestPictures {
    /** An apple site where nothing grows, which players see as floor. */
    private static final char BARREN = ',';

    private HarvestPictures() {}

    /** What the frames of a world with that many players look like. */
    public static Palette palette(int players) {
        List<Ink> inks = new ArrayList<>();
        inks.add(new Ink(HarvestCode.APPLE.symbol(), "apple", 0xD8433B, Shape.FRUIT, 0));
        inks.add(new Ink(HarvestCode.GRASS.symbol(), "grass, may grow back", 0xB9D48B, Shape.GRASS, 0));
        inks.add(new Ink(BARREN, "barren, nothing left near", 0xD9C3A0, Shape.GROUND, 0));
        inks.add(new Ink(HarvestCode.FLOOR.symbol(), "floor", 0xEFE6D5, Shape.GROUND, 0));
        inks.add(new Ink(HarvestCode.WALL.symbol(), "wall", 0x8B8F98, Shape.BLOCK, 0));
        inks.add(new Ink(HarvestCode.BEAM.symbol(), "beam", 0xF6D743, Shape.BEAM, 0));
        inks.addAll(PlayerInks.heading(players));
        return new Palette(inks);
    }

    /** The world as it is, for people. */
    public static Frame frame(Harvest world, String caption) {
        Commons commons = world.commons();
        int rows = world.rules().map().rows();
        int columns = world.rules().map().columns();
        StringBuilder cells = new StringBuilder(rows * columns);
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                cells.append(symbol(commons, r, c));
            }
        }
        return new Frame(rows, columns, cells.toString(), caption);
    }

    private static char symbol(Commons commons, int row, int column) {
        Avatars avatars = commons.avatars();
        int who = avatars.at(row, column);
        if (who > 0) {
            return PlayerInks.symbol(who - 1, avatars.heading(who - 1));
        }
        HarvestCode code = HarvestCode.of(commons.sight().at(row, column));
        boolean site = commons.orchard().siteAt(row * avatars.columns() + column) >= 0;
        return code == HarvestCode.FLOOR && site ? BARREN : code.symbol();
    }
}
