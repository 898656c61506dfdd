package org.sed4j.envs.gtb;

import java.util.Arrays;
import org.sed4j.core.run.Rng;
import org.sed4j.envs.grid.Avatars;
import org.sed4j.envs.grid.GridMap;
import org.sed4j.envs.grid.Heading;
import org.sed4j.envs.grid.Sight;
import org.sed4j.envs.grid.Window;

/** The map: sources, houses, who stands where, and what all this looks like. A part of a world. */
final class Country {
    private static final short NOBODY = 0;

    private final int rows;
    private final int columns;
    private final GtbCode code;
    private final int reach;
    private final boolean full;

    private final Avatars avatars;
    private final Sight sight;
    private final Deposit wood;
    private final Deposit stone;
    /** By cell: nobody, or 1 + the owner of the house on it. */
    private final short[] owner;
    /** By player: 1 + the cell of its newest house, 0 without. */
    private final int[] newest;
    /** By cell of a house: 1 + the cell of its owner's house before, 0 for the first. */
    private final int[] before;

    Country(GtbRules rules) {
        Land land = rules.land();
        GridMap map = land.map();
        this.rows = map.rows();
        this.columns = map.columns();
        this.code = GtbCode.of(rules);
        this.full = rules.seeing().isFull();
        this.reach = full ? 0 : rules.seeing().reach();
        this.avatars = new Avatars(rules.players(), map, GtbMaps.WATER);
        this.sight = new Sight(rows, columns, new Window(reach, reach, reach, reach));
        boolean drawn = land instanceof Land.Drawn;
        int most = drawn ? Math.max(1, Math.max(map.count(GtbMaps.WOOD), map.count(GtbMaps.STONE))) : map.size();
        this.wood = new Deposit(rows, columns, most, land.wood(), Streams.WOOD);
        this.stone = new Deposit(rows, columns, most, land.stone(), Streams.STONE);
        this.owner = new short[map.size()];
        this.newest = new int[rules.players()];
        this.before = new int[map.size()];
    }

    /** What the symbols mean. */
    GtbCode code() {
        return code;
    }

    Avatars avatars() {
        return avatars;
    }

    Deposit deposit(int good) {
        return good == Holdings.STONE ? stone : wood;
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    /** Nobody, no house, every source with a unit; {@code sower} lays the sources if they are not drawn on the map. */
    void reset(Sower sower, Rng rng) {
        avatars.clear();
        Arrays.fill(owner, NOBODY);
        Arrays.fill(newest, 0);
        Arrays.fill(before, 0);
        wood.clear();
        stone.clear();
        sower.sow(wood, stone, rng);
        for (int cell = 0; cell < owner.length; cell++) {
            paint(cell);
        }
    }

    /** Puts a player on a free cell. */
    void place(int i, int cell) {
        avatars.place(i, cell, Heading.NORTH);
        paint(cell);
    }

    /** Whether a player could begin on a cell. */
    boolean isFree(int cell) {
        return avatars.at(cell) == Avatars.FREE;
    }

    /** Whether a player could make a move now. */
    boolean canMove(int i, int heading) {
        int row = avatars.row(i) + Heading.rows(heading);
        int column = avatars.column(i) + Heading.columns(heading);
        if (avatars.at(row, column) != Avatars.FREE) {
            return false;
        }
        int of = owner[row * columns + column];
        return of == NOBODY || of == i + 1;
    }

    /** Moves a player if nothing is in the way; whether it moved. */
    boolean move(int i, int heading) {
        if (!canMove(i, heading)) {
            return false;
        }
        int from = avatars.cell(i);
        avatars.move(i, heading);
        paint(from);
        paint(avatars.cell(i));
        return true;
    }

    /** Whether a house can be built where a player stands: no source, no house. */
    boolean canBuild(int i) {
        int cell = avatars.cell(i);
        return owner[cell] == NOBODY && !wood.isSource(cell) && !stone.isSource(cell);
    }

    /** Builds a house where a player stands. */
    void build(int i) {
        int cell = avatars.cell(i);
        owner[cell] = (short) (i + 1);
        before[cell] = newest[i];
        newest[i] = cell + 1;
        paint(cell);
    }

    /** Takes a unit of a good from where a player stands; whether there was one. */
    boolean take(int i, int good) {
        int cell = avatars.cell(i);
        if (!(good == Holdings.STONE ? stone.take(cell) : wood.take(cell))) {
            return false;
        }
        paint(cell);
        return true;
    }

    /** Lets wood grow, then stone. */
    void grow(Rng rng) {
        grow(wood, rng);
        grow(stone, rng);
    }

    private void grow(Deposit deposit, Rng rng) {
        deposit.grow(rng);
        for (int w = 0; w < deposit.words(); w++) {
            for (long left = deposit.grown(w); left != 0; left &= left - 1) {
                paint(deposit.cell((w << 6) + Long.numberOfTrailingZeros(left)));
            }
        }
    }

    /** The player whose house is on a cell, or -1. */
    int owner(int cell) {
        return owner[cell] - 1;
    }

    private int ground(int cell) {
        if (wood.isSource(cell)) {
            return code.wood(wood.units(cell));
        }
        return stone.isSource(cell) ? code.stone(stone.units(cell)) : 0;
    }

    private void paint(int cell) {
        int standing = avatars.at(cell);
        byte symbol;
        if (standing < 0) {
            symbol = GtbCode.WATER;
        } else if (owner[cell] != NOBODY) {
            symbol = code.house(owner[cell] - 1, standing != Avatars.FREE);
        } else if (standing == Avatars.FREE) {
            symbol = code.empty(ground(cell));
        } else {
            symbol = code.standing(ground(cell), code.other(standing - 1));
        }
        sight.paint(cell / columns, cell % columns, symbol);
    }

    /** Writes the whole map as nobody in particular sees it. */
    void map(byte[] out) {
        sight.map(out);
    }

    /** Writes what a player sees. */
    void observe(int i, byte[] out) {
        int row = avatars.row(i);
        int column = avatars.column(i);
        int cell = row * columns + column;
        byte me = owner[cell] == NOBODY ? code.self(ground(cell)) : code.ownHouse(true);
        if (full) {
            sight.map(out);
            out[cell] = me;
        } else {
            sight.window(row, column, Heading.NORTH, me, out);
        }
        for (int house = newest[i] - 1; house >= 0; house = before[house] - 1) {
            own(house, cell, row, column, out);
        }
    }

    private void own(int house, int cell, int row, int column, byte[] out) {
        if (house == cell) {
            return;
        }
        if (full) {
            out[house] = code.ownHouse(false);
            return;
        }
        int down = house / columns - row + reach;
        int across = house % columns - column + reach;
        int side = 2 * reach + 1;
        if (down >= 0 && down < side && across >= 0 && across < side) {
            out[down * side + across] = code.ownHouse(false);
        }
    }
}
