package org.sed4j.envs.cleanup;

/**
 * What players and the principal see in a cell: the symbols of Clean Up, in the order of their codes.
 *
 * <p>Avatars hide the ground they stand on, beams the ground they light. Others show where they head relative to the onlooker;
 * the principal sees who they are instead.
 */
public enum CleanupCode {
    /** Beyond the map; everything, for one who is away. */
    OUT('?'),
    /** Ground; also apple sites without an apple. */
    FLOOR(' '),
    /** A wall. */
    WALL('#'),
    /** Clean water. */
    RIVER('~'),
    /** Polluted water. */
    WASTE('w'),
    /** An apple. */
    APPLE('a'),
    /** A cell lit by a beam in the last step. */
    BEAM('*'),
    /** The onlooker itself. */
    SELF('@'),
    /** Somebody else who heads the same way. */
    SAME('^'),
    /** Somebody else who heads to the onlooker's right. */
    RIGHTWARDS('>'),
    /** Somebody else who heads the opposite way. */
    OPPOSITE('v'),
    /** Somebody else who heads to the onlooker's left. */
    LEFTWARDS('<');

    /** How many there are. */
    public static final int KINDS = 12;

    static final byte FLOOR_CODE = 1;
    static final byte WALL_CODE = 2;
    static final byte RIVER_CODE = 3;
    static final byte WASTE_CODE = 4;
    static final byte APPLE_CODE = 5;
    static final byte BEAM_CODE = 6;
    static final byte SELF_CODE = 7;
    static final byte AVATAR_CODE = 8;

    private static final CleanupCode[] ALL = values();

    private final char symbol;

    CleanupCode(char symbol) {
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
    public static CleanupCode of(byte code) {
        return ALL[code];
    }
}
