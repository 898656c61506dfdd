package org.sed4j.envs.harvest;

import java.util.Arrays;
import org.sed4j.envs.grid.GridMap;
import org.sed4j.envs.grid.Subset;

/**
 * Where apples can stand on a map, who is near whom, and with which chance they grow back: tables that never change.
 *
 * <p>A carrier: identity equality. Sites are numbered in the order of their cells; K + 1 classes of regrowth.
 *
 * @param cells by site: its cell
 * @param siteAt by cell: the site, or -1
 * @param from by site: where its neighbours begin in {@code near}; one entry more at the end
 * @param near neighbouring sites, site after site
 * @param last K, the highest class
 * @param none by class · 65 + m: the probability that none of m sites regrows, (1 - p)^m
 */
@SuppressWarnings("ArrayRecordComponent")
record OrchardTable(int[] cells, int[] siteAt, int[] from, int[] near, int last, double[] none) {
    static OrchardTable of(GridMap map, Regrowth regrowth) {
        int[] cells = map.cells(HarvestMaps.APPLE);
        int[] siteAt = new int[map.size()];
        Arrays.fill(siteAt, -1);
        for (int s = 0; s < cells.length; s++) {
            siteAt[cells[s]] = s;
        }
        int[] from = new int[cells.length + 1];
        int[] near = new int[16 * cells.length];
        for (int s = 0; s < cells.length; s++) {
            int most = from[s] + (2 * regrowth.radius() + 1) * (2 * regrowth.radius() + 1);
            if (most > near.length) {
                near = Arrays.copyOf(near, 2 * most);
            }
            from[s + 1] = addNear(map, siteAt, cells[s], regrowth.radius(), near, from[s]);
        }
        near = Arrays.copyOf(near, from[cells.length]);
        return new OrchardTable(cells, siteAt, from, near, regrowth.last(), none(regrowth));
    }

    /** Writes the sites near a cell from a place on; where they end. */
    private static int addNear(GridMap map, int[] siteAt, int cell, int radius, int[] near, int at) {
        int row = cell / map.columns();
        int column = cell % map.columns();
        int end = at;
        for (int r = Math.max(0, row - radius); r <= Math.min(map.rows() - 1, row + radius); r++) {
            for (int c = Math.max(0, column - radius); c <= Math.min(map.columns() - 1, column + radius); c++) {
                int distance = (r - row) * (r - row) + (c - column) * (c - column);
                int site = siteAt[r * map.columns() + c];
                if (distance > 0 && distance <= radius * radius && site >= 0) {
                    near[end++] = site;
                }
            }
        }
        return end;
    }

    private static double[] none(Regrowth regrowth) {
        double[] none = new double[(regrowth.last() + 1) * Subset.STRIDE];
        for (int k = 0; k <= regrowth.last(); k++) {
            Subset.table(regrowth.probabilities().get(k), none, k * Subset.STRIDE);
        }
        return none;
    }

    int sites() {
        return cells.length;
    }

    /** 64-bit words that hold one bit a site. */
    int words() {
        return (cells.length + Long.SIZE - 1) / Long.SIZE;
    }
}
