package org.sed4j.envs.gtb;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.picture.Frame;
import org.sed4j.core.picture.Ink;
import org.sed4j.core.picture.Palette;
import org.sed4j.core.picture.Shape;
import org.sed4j.envs.render.PlayerInks;

/**
 * How Gather-Trade-Build becomes frames: ground, water, sources full and empty, houses in their owner's colour, players by number.
 *
 * <p>Players from the tenth on share colours and symbols with those of the same last digit.
 */
public final class GtbPictures {
    private static final char GROUND = ' ';
    private static final char WATER = '#';
    private static final char WOOD = 'w';
    private static final char WOOD_EMPTY = '.';
    private static final char STONE = 's';
    private static final char STONE_EMPTY = ',';
    private static final char HOUSE = 'A';

    private GtbPictures() {}

    /** What the frames of a world with that many players look like. */
    public static Palette palette(int players) {
        List<Ink> inks = new ArrayList<>();
        inks.add(new Ink(GROUND, "ground", 0xEFE6D5, Shape.GROUND, 0));
        inks.add(new Ink(WATER, "water", 0x8FBBD9, Shape.GROUND, 0));
        inks.add(new Ink(WOOD, "wood", 0x3E7D3A, Shape.FRUIT, 0));
        inks.add(new Ink(WOOD_EMPTY, "source of wood, empty", 0xB9D48B, Shape.GRASS, 0));
        inks.add(new Ink(STONE, "stone", 0x7A7F87, Shape.FRUIT, 0));
        inks.add(new Ink(STONE_EMPTY, "source of stone, empty", 0xC9CBD0, Shape.GROUND, 0));
        List<Ink> owners = PlayerInks.plain(players);
        for (int digit = 0; digit < owners.size(); digit++) {
            Ink owner = owners.get(digit);
            inks.add(owner);
            inks.add(new Ink(house(digit), "house of " + owner.label(), owner.rgb(), Shape.BLOCK, 0));
        }
        return new Palette(inks);
    }

    /** The world as it is, for people. */
    public static Frame frame(GatherTradeBuild world, String caption) {
        Census census = world.census();
        char[] cells = new char[census.rows() * census.columns()];
        for (int q = 0; q < cells.length; q++) {
            cells[q] = ground(census, q / census.columns(), q % census.columns());
        }
        for (int i = 0; i < census.players(); i++) {
            cells[census.row(i) * census.columns() + census.column(i)] = PlayerInks.symbol(i);
        }
        return new Frame(census.rows(), census.columns(), new String(cells), caption);
    }

    private static char house(int owner) {
        return (char) (HOUSE + PlayerInks.digit(owner));
    }

    private static char ground(Census census, int row, int column) {
        if (census.isWater(row, column)) {
            return WATER;
        }
        if (census.owner(row, column) >= 0) {
            return house(census.owner(row, column));
        }
        if (census.isSource(Holdings.WOOD, row, column)) {
            return census.units(Holdings.WOOD, row, column) > 0 ? WOOD : WOOD_EMPTY;
        }
        if (census.isSource(Holdings.STONE, row, column)) {
            return census.units(Holdings.STONE, row, column) > 0 ? STONE : STONE_EMPTY;
        }
        return GROUND;
    }
}
