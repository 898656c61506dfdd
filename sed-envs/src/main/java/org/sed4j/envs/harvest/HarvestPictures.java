package org.sed4j.envs.harvest;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.envs.grid.Avatars;
import org.sed4j.envs.render.Frame;
import org.sed4j.envs.render.Ink;
import org.sed4j.envs.render.Palette;
import org.sed4j.envs.render.Shape;

/**
 * How Harvest becomes frames: ground, apples, beams, and avatars by number and heading.
 *
 * <p>Avatars show the last digit of their number: plain heading north, in a circle east, in brackets south, with a full stop
 * west.
 */
public final class HarvestPictures {
    private static final char FLOOR = ' ';
    private static final char WALL = '#';
    private static final char APPLE = 'a';
    private static final char GRASS = '.';
    private static final char BARREN = ',';
    private static final char BEAM = '*';

    private static final int COLOURS = 10;
    /** Told apart with and without red and green; none close to an apple or to grass. */
    private static final int[] AVATARS = {
        0x2F6FDE, 0xF2A541, 0x8A4FBF, 0x17A2A2, 0xE26DB0, 0x5B6470, 0x7FC4F0, 0xA8743C, 0xF2D64B, 0x3B3B98
    };

    private HarvestPictures() {}

    /** What the frames of a world with that many players look like. */
    public static Palette palette(int players) {
        List<Ink> inks = new ArrayList<>();
        inks.add(new Ink(APPLE, "apple", 0xD8433B, Shape.FRUIT, 0));
        inks.add(new Ink(GRASS, "grass, may grow back", 0xB9D48B, Shape.GRASS, 0));
        inks.add(new Ink(BARREN, "barren, nothing left near", 0xD9C3A0, Shape.GROUND, 0));
        inks.add(new Ink(FLOOR, "floor", 0xEFE6D5, Shape.GROUND, 0));
        inks.add(new Ink(WALL, "wall", 0x8B8F98, Shape.BLOCK, 0));
        inks.add(new Ink(BEAM, "beam", 0xF6D743, Shape.BEAM, 0));
        for (int i = 0; i < Math.min(players, COLOURS); i++) {
            String label = players > COLOURS ? "players with last digit " + i : "player " + i;
            for (int heading = 0; heading < 4; heading++) {
                inks.add(new Ink(symbol(i, heading), label, AVATARS[i], Shape.AVATAR, heading));
            }
        }
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
            return symbol((who - 1) % COLOURS, avatars.heading(who - 1));
        }
        return switch (HarvestCode.of(commons.sight().at(row, column))) {
            case WALL -> WALL;
            case APPLE -> APPLE;
            case GRASS -> GRASS;
            case BEAM -> BEAM;
            default -> commons.orchard().siteAt(row * avatars.columns() + column) < 0 ? FLOOR : BARREN;
        };
    }

    /** 0 to 9 plain, circled, bracketed, with a full stop: Unicode's enclosed numbers begin at 1, so 0 stands for 10. */
    private static char symbol(int digit, int heading) {
        int circled = 0x2460 + (digit + 9) % 10;
        return heading == 0 ? (char) ('0' + digit) : (char) (circled + 20 * (heading - 1));
    }
}
