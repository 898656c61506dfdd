package org.sed4j.envs.gtb;

import java.util.Arrays;
import org.sed4j.core.run.Rng;
import org.sed4j.envs.grid.Subset;

/**
 * The source cells of one resource and the units on them.
 *
 * <p>A part of a world. Sites are numbered as they were laid; where all empty sites have one chance, those of a word of 64 are
 * drawn for together.
 */
final class Deposit {
    private static final int NONE = -1;

    private final int rows;
    private final int columns;
    private final Growth growth;
    private final int stream;
    private final Odds odds;

    private int sites;
    private final int[] cells;
    private final int[] siteAt;
    private final byte[] units;
    /** Sites without a unit, as bits. */
    private final long[] empty;

    private final transient long[] grown;

    /**
     * A table that never changes.
     *
     * @param none (1-p)^m for m = 0 to 64
     */
    @SuppressWarnings("ArrayRecordComponent") // a carrier: identity equality
    private record Odds(double[] none) {}

    /**
     * No sites yet.
     *
     * @param most sites that it can hold
     * @param stream where its chance comes from
     */
    Deposit(int rows, int columns, int most, Growth growth, int stream) {
        this.rows = rows;
        this.columns = columns;
        this.growth = growth;
        this.stream = stream;
        this.cells = new int[most];
        this.siteAt = new int[rows * columns];
        this.units = new byte[most];
        int words = (most + Long.SIZE - 1) / Long.SIZE;
        this.empty = new long[words];
        this.grown = new long[words];
        double[] none = new double[Subset.STRIDE];
        Subset.table(growth.weight(), none, 0);
        this.odds = new Odds(none);
        Arrays.fill(siteAt, NONE);
    }

    /** Takes all sites away. */
    void clear() {
        sites = 0;
        Arrays.fill(cells, 0);
        Arrays.fill(siteAt, NONE);
        fill();
    }

    /** Lays a site, with a unit on it. */
    void lay(int cell) {
        siteAt[cell] = sites;
        cells[sites] = cell;
        units[sites] = 1;
        sites++;
    }

    /** Puts one unit on every site. */
    void fill() {
        Arrays.fill(units, (byte) 0);
        Arrays.fill(units, 0, sites, (byte) 1);
        Arrays.fill(empty, 0);
    }

    int sites() {
        return sites;
    }

    int cell(int site) {
        return cells[site];
    }

    /** Whether a cell is a source. */
    boolean isSource(int cell) {
        return siteAt[cell] != NONE;
    }

    /** The units on a cell. */
    int units(int cell) {
        return siteAt[cell] == NONE ? 0 : units[siteAt[cell]];
    }

    /** Takes a unit from a cell; whether there was one. */
    boolean take(int cell) {
        int site = siteAt[cell];
        if (site == NONE || units[site] == 0) {
            return false;
        }
        units[site]--;
        if (units[site] == 0) {
            empty[site >> 6] |= 1L << site;
        }
        return true;
    }

    /** Lets units grow; what grew is {@link #grown}. */
    void grow(Rng rng) {
        rng.stream(stream);
        for (int w = 0; w < grown.length; w++) {
            grown[w] = growth.isLocal() ? Subset.draw(empty[w], odds.none(), 0, rng) : drawn(w, rng);
        }
        for (int w = 0; w < grown.length; w++) {
            for (long left = grown[w]; left != 0; left &= left - 1) {
                units[(w << 6) + Long.numberOfTrailingZeros(left)]++;
            }
            empty[w] &= ~grown[w];
        }
    }

    private long drawn(int word, Rng rng) {
        long set = 0;
        for (int site = word << 6; site < Math.min(sites, (word + 1) << 6); site++) {
            if (units[site] < growth.most() && rng.chance(growth.weight() * density(cells[site]))) {
                set |= 1L << site;
            }
        }
        return set;
    }

    private double density(int cell) {
        int row = cell / columns;
        int column = cell % columns;
        int reach = growth.reach();
        int sum = 0;
        for (int r = Math.max(0, row - reach); r <= Math.min(rows - 1, row + reach); r++) {
            for (int c = Math.max(0, column - reach); c <= Math.min(columns - 1, column + reach); c++) {
                int site = siteAt[r * columns + c];
                sum += site == NONE ? 0 : Math.max(1, units[site]);
            }
        }
        int side = 2 * reach + 1;
        return (double) sum / (side * side);
    }

    /** The sites that grew a unit in this step, as bits: 64 from 64 · word on. */
    long grown(int word) {
        return grown[word];
    }

    int words() {
        return grown.length;
    }
}
