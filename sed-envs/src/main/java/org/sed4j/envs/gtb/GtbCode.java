package org.sed4j.envs.gtb;

import org.sed4j.core.game.Require;

/**
 * The symbols of the map, one a cell: what lies there, and who stands on it.
 *
 * <p>0 is beyond the map, 1 water. An open cell is bare, or a source of wood or stone with its units, and empty or with
 * somebody on it. A house is its owner's, empty or with the owner in it. "Somebody" is oneself or another player; up to as
 * many players as fit in a byte are told apart by number, else they are all one "other". This says in one symbol what the
 * reference's eight or nine planes say together.
 *
 * @param mostWood most units of wood on a cell
 * @param mostStone most units of stone on a cell
 * @param others how many other players are told apart: n, or 1
 */
public record GtbCode(int mostWood, int mostStone, int others) {
    /** Beyond the map. */
    public static final byte OUT = 0;
    /** Water. */
    public static final byte WATER = 1;

    private static final int FIRST = 2;
    private static final int NOBODY = 0;
    private static final int SELF = 1;

    static GtbCode of(GtbRules rules) {
        int wood = rules.land().wood().most();
        int stone = rules.land().stone().most();
        GtbCode each = new GtbCode(wood, stone, rules.players());
        GtbCode code = each.kinds() <= Byte.MAX_VALUE ? each : new GtbCode(wood, stone, 1);
        Require.that(
                code.kinds() <= Byte.MAX_VALUE,
                "most units of wood and stone on a cell",
                wood + ", " + stone,
                "must give at most " + Byte.MAX_VALUE + " symbols, not " + code.kinds(),
                "fewer units would do");
        return code;
    }

    /** How many symbols there are. */
    public int kinds() {
        return firstHouse() + 2 * (1 + others);
    }

    private int grounds() {
        return 1 + (mostWood + 1) + (mostStone + 1);
    }

    private int firstHouse() {
        return FIRST + grounds() * (2 + others);
    }

    /** A player as others see it. */
    int other(int player) {
        return SELF + 1 + (others == 1 ? 0 : player);
    }

    /** Ground 0 is bare, then wood with 0, 1, ... units, then stone. */
    int wood(int units) {
        return 1 + units;
    }

    int stone(int units) {
        return 2 + mostWood + units;
    }

    /** An open cell with nobody on it. */
    byte empty(int ground) {
        return (byte) (FIRST + ground * (2 + others) + NOBODY);
    }

    /** An open cell with somebody on it. */
    byte standing(int ground, int who) {
        return (byte) (FIRST + ground * (2 + others) + who);
    }

    /** An open cell with oneself on it. */
    byte self(int ground) {
        return standing(ground, SELF);
    }

    /** A house of a player as others see it. */
    byte house(int owner, boolean occupied) {
        return (byte) (firstHouse() + 2 * (other(owner) - 1) + (occupied ? 1 : 0));
    }

    /** A house of one's own. */
    byte ownHouse(boolean occupied) {
        return (byte) (firstHouse() + (occupied ? 1 : 0));
    }
}
