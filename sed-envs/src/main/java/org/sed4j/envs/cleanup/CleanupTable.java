package org.sed4j.envs.cleanup;

import java.util.stream.IntStream;
import org.sed4j.envs.grid.GridMap;
import org.sed4j.envs.grid.Sight;
import org.sed4j.envs.grid.Spawns;

/**
 * What the worlds of a batch share: the map laid out flat, computed once. A carrier, never written.
 *
 * @param waste the cells that can be polluted
 * @param apples the apple sites
 * @param codes by cell, how the map looks at the start of an episode, nobody on it
 * @param sight the same in four copies
 * @param spawns where avatars appear
 * @param growth by polluted cells: the probability that an empty apple site grows an apple
 * @param dirtying by clean cells: the probability that one of them gets dirty
 * @param depleted the least number of polluted cells at which no apple grows
 * @param actions by number of an action: which it is
 */
@SuppressWarnings("ArrayRecordComponent")
record CleanupTable(
        int[] waste,
        int[] apples,
        byte[] codes,
        byte[] sight,
        Spawns spawns,
        double[] growth,
        double[] dirtying,
        int depleted,
        int[] actions) {

    static CleanupTable of(CleanupRules rules) {
        GridMap map = rules.map();
        int[] waste =
                IntStream.range(0, map.size()).filter(q -> isWaste(map, q)).toArray();
        byte[] codes = new byte[map.size()];
        Sight sight = new Sight(map.rows(), map.columns(), rules.window());
        for (int q = 0; q < codes.length; q++) {
            codes[q] = code(symbol(map, q));
            sight.paint(q / map.columns(), q % map.columns(), codes[q]);
        }
        int water = waste.length + (rules.pollution().countsStream() ? map.count(CleanupMaps.STREAM) : 0);
        double[] growth = new double[waste.length + 1];
        double[] dirtying = new double[waste.length + 1];
        int depleted = waste.length + 1;
        for (int k = waste.length; k >= 0; k--) {
            double share = k / (double) water;
            growth[k] = rules.growth().at(share);
            depleted = share >= rules.growth().depletion() ? k : depleted;
            double rate = rules.pollution().rate();
            dirtying[k] = k == 0 ? 0 : rules.pollution().each() ? 1 - Math.pow(1 - rate, k) : rate;
        }
        return new CleanupTable(
                waste,
                map.cells(CleanupMaps.APPLE),
                codes,
                sight.fourCopies(),
                new Spawns(map.cells(CleanupMaps.SPAWN)),
                growth,
                dirtying,
                depleted,
                rules.actions().stream().mapToInt(CleanupTable::number).toArray());
    }

    @SuppressWarnings("EnumOrdinal") // the order is the number
    private static int number(CleanupAction action) {
        return action.ordinal();
    }

    private static char symbol(GridMap map, int q) {
        return map.at(q / map.columns(), q % map.columns());
    }

    private static boolean isWaste(GridMap map, int q) {
        return symbol(map, q) == CleanupMaps.POLLUTED || symbol(map, q) == CleanupMaps.CLEAN;
    }

    private static byte code(char symbol) {
        return switch (symbol) {
            case CleanupMaps.WALL -> CleanupCode.WALL_CODE;
            case CleanupMaps.POLLUTED -> CleanupCode.WASTE_CODE;
            case CleanupMaps.CLEAN, CleanupMaps.STREAM -> CleanupCode.RIVER_CODE;
            default -> CleanupCode.FLOOR_CODE;
        };
    }
}
