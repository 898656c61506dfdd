package org.sed4j.envs.gtb;

import org.sed4j.envs.grid.GridMap;

/** Where wood, stone and water are. */
public sealed interface Land permits Land.Drawn, Scattered {

    /** Rows. */
    int rows();

    /** Columns. */
    int columns();

    /** Water and, if they are the same in every episode, sources; characters of {@link GtbMaps#LEGEND}. */
    GridMap map();

    /** How wood grows back. */
    Growth wood();

    /** How stone grows back. */
    Growth stone();

    /**
     * A map that stays the same.
     *
     * @param map characters of {@link GtbMaps#LEGEND}
     * @param wood how wood grows back
     * @param stone how stone grows back
     */
    record Drawn(GridMap map, Growth wood, Growth stone) implements Land {
        public Drawn {
            map.check(GtbMaps.LEGEND);
        }

        @Override
        public int rows() {
            return map.rows();
        }

        @Override
        public int columns() {
            return map.columns();
        }
    }

    /** A map that stays the same and grows back as in paper 004. */
    static Land of(GridMap map) {
        return new Drawn(map, Growth.PAPER, Growth.PAPER);
    }
}
