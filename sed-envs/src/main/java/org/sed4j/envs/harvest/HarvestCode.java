package org.sed4j.envs.harvest;

import org.sed4j.envs.grid.Sight;

/**
 * What players and the principal see in a cell: the symbols of Harvest, in the order of their codes.
 *
 * <p>Avatars hide the ground they stand on, beams the ground they light. Others show where they head relative to the
 * onlooker. (Melting Pot's sprites show who an avatar is instead of where it heads; SocialJax shows headings as here.)
 */
public enum HarvestCode {
    /** Beyond the map; everything, for one who is away. */
    OUT('?'),
    /** Ground on which nothing grows: the floor, and apple sites without a live apple near (Melting Pot draws them alike). */
    FLOOR(' '),
    /** A wall. */
    WALL('#'),
    /** An empty apple site with a live apple near: it may grow back. */
    GRASS('.'),
    /** An apple. */
    APPLE('a'),
    /** Ground lit by a beam in the last step. */
    BEAM('*'),
    /** The onlooker itself. */
    SELF('@'),
    /** Somebody else who heads the same way; on the principal's map, north. */
    SAME('^'),
    /** Somebody else who heads to the onlooker's right; on the principal's map, east. */
    RIGHTWARDS('>'),
    /** Somebody else who heads the opposite way; on the principal's map, south. */
    OPPOSITE('v'),
    /** Somebody else who heads to the onlooker's left; on the principal's map, west. */
    LEFTWARDS('<');

    /** How many there are. */
    public static final int KINDS = 11;

    static final byte OUT_CODE = Sight.OUT;
    static final byte FLOOR_CODE = 1;
    static final byte WALL_CODE = 2;
    static final byte GRASS_CODE = 3;
    static final byte APPLE_CODE = 4;
    static final byte BEAM_CODE = 5;
    static final byte SELF_CODE = 6;
    static final byte AVATAR_CODE = 7;

    private static final HarvestCode[] ALL = values();

    private final char symbol;

    HarvestCode(char symbol) {
        this.symbol = symbol;
    }

    /** The number in a {@link org.sed4j.core.pomg.View}. */
    @SuppressWarnings("EnumOrdinal") // the order is the code
    public byte code() {
        return (byte) ordinal();
    }

    /** One character for it, in printed playthroughs and replays. */
    public char symbol() {
        return symbol;
    }

    /** The symbol with that code. */
    public static HarvestCode of(byte code) {
        return ALL[code];
    }
}
