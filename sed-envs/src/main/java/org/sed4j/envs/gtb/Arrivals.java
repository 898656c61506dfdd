package org.sed4j.envs.gtb;

import org.sed4j.core.run.Rng;

/** Where players begin an episode. A part of a world, without state. */
final class Arrivals {
    private final Placing.Kind kind;
    private final Starts starts;

    Arrivals(Placing placing, Starts starts) {
        this.kind = placing.kind();
        this.starts = starts;
    }

    /** Puts everybody on a cell. */
    void place(Talents talents, Country country, Rng rng) {
        rng.stream(Streams.PLACES);
        int rows = country.rows();
        int columns = country.columns();
        int middle = rows / 2 * columns;
        for (int i = 0; i < talents.players(); i++) {
            switch (kind) {
                case CORNERS -> country.place(i, starts.corners()[talents.rank(i)]);
                case RANDOM -> country.place(i, free(country, 0, rows * columns, rng));
                case SPLIT -> {
                    boolean above = talents.above(i);
                    int first = above ? 0 : middle + columns;
                    int cells = above ? middle : (rows - 1) * columns - middle;
                    country.place(i, free(country, first, cells, rng));
                }
            }
        }
    }

    private static int free(Country country, int first, int cells, Rng rng) {
        int cell = first + rng.below(cells);
        while (!country.isFree(cell)) {
            cell = first + rng.below(cells);
        }
        return cell;
    }
}
