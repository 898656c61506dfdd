package org.sed4j.envs.harvest;

import java.util.Arrays;
import org.sed4j.envs.grid.GridMap;
import org.sed4j.envs.grid.Sight;
import org.sed4j.envs.grid.Spawns;
import org.sed4j.envs.tax.BracketTable;

/**
 * What the worlds of a batch share: rules laid out flat, computed once. A carrier, never written.
 *
 * @param orchard the apple sites
 * @param inside where the first players begin, as many as begin there
 * @param outside where all others begin, and where everybody appears again
 * @param codes how the map looks with all apples live and nobody on it, four copies
 * @param brackets of the tax
 */
@SuppressWarnings("ArrayRecordComponent")
record HarvestTable(OrchardTable orchard, Spawns inside, Spawns outside, byte[] codes, BracketTable brackets) {

    static HarvestTable of(HarvestRules rules) {
        GridMap map = rules.map();
        int[] inside = map.cells(HarvestMaps.INSIDE);
        int first = Math.min(inside.length, rules.players());
        return new HarvestTable(
                OrchardTable.of(map, rules.regrowth()),
                new Spawns(first < inside.length ? inside : Arrays.copyOf(inside, first)),
                new Spawns(map.cells(HarvestMaps.SPAWN)),
                codes(map, rules),
                rules.taxation().brackets().table());
    }

    private static byte[] codes(GridMap map, HarvestRules rules) {
        Sight sight = new Sight(map.rows(), map.columns(), rules.window());
        for (int r = 0; r < map.rows(); r++) {
            for (int c = 0; c < map.columns(); c++) {
                char symbol = map.at(r, c);
                byte code = HarvestCode.FLOOR_CODE;
                if (symbol == HarvestMaps.WALL) {
                    code = HarvestCode.WALL_CODE;
                } else if (symbol == HarvestMaps.APPLE) {
                    code = HarvestCode.APPLE_CODE;
                }
                sight.paint(r, c, code);
            }
        }
        return sight.fourCopies();
    }
}
