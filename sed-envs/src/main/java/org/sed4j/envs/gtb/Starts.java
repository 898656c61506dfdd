package org.sed4j.envs.gtb;

import java.util.stream.IntStream;
import org.sed4j.core.game.Require;
import org.sed4j.envs.grid.GridMap;

/**
 * The cells where players begin: tables that never change.
 *
 * @param corners by rank, 0 the least skilled; empty where players do not begin in corners
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier: identity equality
record Starts(int[] corners) {
    private static final int GROUPS = 4;
    private static final int ROW_OF_GROUP = 4;

    static Starts of(GtbRules rules) {
        if (rules.placing().kind() != Placing.Kind.CORNERS) {
            return new Starts(new int[0]);
        }
        GridMap map = rules.map();
        return new Starts(IntStream.range(0, rules.players())
                .map(rank -> corner(map, rules.players(), rank))
                .toArray());
    }

    /** Refuses a placing that the land has no room for. */
    static void check(Land land, int players, Placing placing) {
        GridMap map = land.map();
        int free = map.size() - map.count(GtbMaps.WATER);
        Require.that(
                players <= free,
                "players",
                players,
                "must be at most " + free + ", the free start cells of map " + map.name(),
                "the map is all water, or too small");
        Require.that(
                placing.ranks().isEmpty() || placing.ranks().size() == players,
                "ranks of players",
                placing.ranks().size(),
                "must be " + players + ", one for each player",
                "a player was added without a rank");
        if (placing.kind() == Placing.Kind.CORNERS) {
            for (int rank = 0; rank < players; rank++) {
                corner(map, players, rank);
            }
        } else if (placing.kind() == Placing.Kind.SPLIT) {
            split(map, players, placing);
        }
    }

    private static void split(GridMap map, int players, Placing placing) {
        int above = 0;
        for (int rank : placing.above()) {
            above += rank < players ? 1 : 0;
        }
        int water = map.rows() / 2 * map.columns();
        int free = 0;
        for (int q = 0; q < water; q++) {
            free += isWater(map, q) ? 0 : 1;
        }
        for (int q = water; q < water + map.columns(); q++) {
            Require.that(
                    isWater(map, q),
                    "row " + map.rows() / 2 + " of map " + map.name(),
                    map.lines().get(map.rows() / 2),
                    "must be all water for a split start",
                    "GtbMaps.split was left out");
        }
        int below = map.size() - map.count(GtbMaps.WATER) - free;
        Require.that(
                above <= free && players - above <= below,
                "players above and below the water",
                above + ", " + (players - above),
                "must be at most " + free + " and " + below + ", the free start cells of map " + map.name(),
                "the map is too small");
    }

    private static boolean isWater(GridMap map, int cell) {
        return map.at(cell / map.columns(), cell % map.columns()) == GtbMaps.WATER;
    }

    /**
     * The cell where the player of a rank begins, 0 the least skilled.
     *
     * @throws IllegalArgumentException if there is no such cell, or water is on it
     */
    static int corner(GridMap map, int players, int rank) {
        int group = GROUPS * rank / players;
        int first = (group * players + GROUPS - 1) / GROUPS;
        int down = (rank - first) / ROW_OF_GROUP;
        int across = (rank - first) % ROW_OF_GROUP;
        boolean top = group == 0 || group == 2;
        boolean left = group == 1 || group == 2;
        int row = top ? down : map.rows() - 1 - down;
        int column = left ? across : map.columns() - 1 - across;
        boolean fits = 2 * down < map.rows() && 2 * across < map.columns();
        Require.that(
                fits && !isWater(map, row * map.columns() + column),
                "start cell of rank " + rank,
                "row " + row + ", column " + column,
                "must be a free cell of map " + map.name(),
                "there are more players than the corners hold, or the map has water there");
        return row * map.columns() + column;
    }
}
