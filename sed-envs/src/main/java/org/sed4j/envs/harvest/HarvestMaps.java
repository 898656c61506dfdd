package org.sed4j.envs.harvest;

import org.sed4j.envs.grid.GridMap;

/**
 * The maps of Harvest: {@code A} an apple, {@code P} where avatars appear, {@code Q} where the first ones begin, {@code W} a
 * wall, {@code I} and blanks floor.
 *
 * <p>Open, closed and partnership are Melting Pot's commons_harvest maps (81ee2e7), walls included. {@code I} marks tiles
 * that punish one of its roles, which nobody plays here.
 */
public final class HarvestMaps {
    /** Every character of a map. */
    public static final String LEGEND = " APQWI";

    static final char APPLE = 'A';
    static final char WALL = 'W';
    static final char SPAWN = 'P';
    static final char INSIDE = 'Q';

    /** Six patches of apples, 64 in all, on an open field. */
    public static final GridMap OPEN = parse("open", """
            WWWWWWWWWWWWWWWWWWWWWWWW
            WAAA    A      A    AAAW
            WAA    AAA    AAA    AAW
            WA    AAAAA  AAAAA    AW
            W      AAA    AAA      W
            W       A      A       W
            W  A                A  W
            W AAA  Q        Q  AAA W
            WAAAAA            AAAAAW
            W AAA              AAA W
            W  A                A  W
            W                      W
            W                      W
            W                      W
            W  PPPPPPPPPPPPPPPPPP  W
            W PPPPPPPPPPPPPPPPPPPP W
            WPPPPPPPPPPPPPPPPPPPPPPW
            WWWWWWWWWWWWWWWWWWWWWWWW
            """);

    /** The same patches in two rooms with one entrance each. */
    public static final GridMap CLOSED = parse("closed", """
            WWWWWWWWWWWWWWWWWWWWWWWW
            WAAA    A  WW  A    AAAW
            WAA    AAA WW AAA    AAW
            WA    AAAAAWWAAAAA    AW
            W      AAA WW AAA      W
            W       A  WW  A       W
            W  A       WW       A  W
            W AAA  Q   WW   Q  AAA W
            WAAAAA     WW     AAAAAW
            W AAA  WWWWWWWWWW  AAA W
            W  A       WW       A  W
            WWWWWWWWWW WW WWWWWWWWWW
            W          WW          W
            W  WWWWWWWWWWWWWWWWWW  W
            W  PPPPPPPPPPPPPPPPPP  W
            W PPPPPPPPPPPPPPPPPPPP W
            WPPPPPPPPPPPPPPPPPPPPPPW
            WWWWWWWWWWWWWWWWWWWWWWWW
            """);

    /** The same, the rooms joined, so that two must guard two entrances. */
    public static final GridMap PARTNERSHIP = parse("partnership", """
            WWWWWWWWWWWWWWWWWWWWWWWW
            WAAA    A  II  A    AAAW
            WAA    AAA II AAA    AAW
            WA    AAAAAIIAAAAA    AW
            W      AAA II AAA      W
            W       A  II  A       W
            W  A       II       A  W
            W AAA  Q   WW   Q  AAA W
            WAAAAA     II     AAAAAW
            W AAA  WWWWWWWWWW  AAA W
            W  A       WW       A  W
            WWWWWWWWWW WW WWWWWWWWWW
            W          WW          W
            W  WWWWWWWWWWWWWWWWWW  W
            W  PPPPPPPPPPPPPPPPPP  W
            W PPPPPPPPPPPPPPPPPPPP W
            WPPPPPPPPPPPPPPPPPPPPPPW
            WWWWWWWWWWWWWWWWWWWWWWWW
            """);

    /** Three patches, 39 apples: for four players on a small machine. Our own. */
    public static final GridMap SMALL = parse("small", """
            WWWWWWWWWWWWWWW
            W  A       A  W
            W AAA     AAA W
            WAAAAA   AAAAAW
            W AAA     AAA W
            W  A       A  W
            W             W
            W      A      W
            W     AAA     W
            W    AAAAA    W
            W     AAA     W
            W      A      W
            WPPPPPPPPPPPPPW
            WWWWWWWWWWWWWWW
            """);

    private HarvestMaps() {}

    /**
     * Reads a map of one's own.
     *
     * @throws IllegalArgumentException naming line and column of a character outside {@link #LEGEND}, or a ragged line
     */
    public static GridMap parse(String name, String text) {
        return GridMap.parse(name, text, LEGEND);
    }
}
