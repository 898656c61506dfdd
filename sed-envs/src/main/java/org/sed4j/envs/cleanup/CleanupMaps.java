package org.sed4j.envs.cleanup;

import org.sed4j.envs.grid.GridMap;

/**
 * The maps of Clean Up: {@code D} water that begins polluted, {@code R} water that begins clean, {@code S} a stream that stays
 * clean, {@code B} an apple site, {@code P} where avatars appear, {@code W} a wall, blanks floor.
 */
public final class CleanupMaps {
    /** Every character of a map. */
    public static final String LEGEND = " DRSBPW";

    static final char POLLUTED = 'D';
    static final char CLEAN = 'R';
    static final char STREAM = 'S';
    static final char APPLE = 'B';
    static final char SPAWN = 'P';
    static final char WALL = 'W';

    /** Two waste sites, five apple sites, two players: paper 004's map. */
    public static final GridMap SEVEN = parse("7x7", """
            WWWWWWW
            WD  PBW
            WD   BW
            W    BW
            W    BW
            W P  BW
            WWWWWWW
            """);

    /** Sixteen waste sites, half of them polluted, twelve apple sites, three spawn cells: LIO's map. */
    public static final GridMap TEN = parse("10x10", """
            WWWWWWWWWW
            WDD   P BW
            WRR    BBW
            WDD     BW
            WRR    BBW
            WDD P   BW
            WRR    BBW
            WDD     BW
            WRRP   BBW
            WWWWWWWWWW
            """);

    /** Melting Pot's clean_up (81ee2e7): 147 waste sites, 79 of them polluted, 122 apple sites. */
    public static final GridMap MELTING_POT = parse("melting-pot", """
            WWWWWWWWWWWWWWWWWWWWWWWWWWWWWW
            WRDDDRDDRDRDRDRDRDRDRRDRDDDRDW
            WRDRDRDDRDRDRDRDRDRDRRDRDDDRDW
            WRDDRDDRRDRDRDRDRDRDRRDRDDDRDW
            WRDRDRDDRDRDRDRDRDRDRRDRDDDRDW
            WRDDDDDDRDRDRDRDRDRDRRDRDDDRDW
            W               SDRRRRRR     W
            W   P    P          SSS      W
            W     P     P   P   SS   P   W
            W             P   P SS       W
            W   P    P          SS    P  W
            W               P   SS P     W
            W     P           P SS       W
            W           P       SS  P    W
            W  P             P  SS       W
            W B B B B B B B B B SS  B B BW
            WBBBBBBBBBBBBBBBBBBB  BBBBBBBW
            WBBBBBBBBBBBBBBBBBBBBBBBBBBBBW
            WBBBBBBBBBBBBBBBBBBBBBBBBBBBBW
            WBBBBBBBBBBBBBBBBBBBBBBBBBBBBW
            WWWWWWWWWWWWWWWWWWWWWWWWWWWWWW
            """);

    private CleanupMaps() {}

    private static GridMap parse(String name, String text) {
        return GridMap.parse(name, text, LEGEND);
    }
}
