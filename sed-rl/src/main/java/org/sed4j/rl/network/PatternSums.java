package org.sed4j.rl.network;

import java.util.Arrays;

/** Entries of a {@link CodeTable} added up over the cells of each pattern of a {@link Stretch}. */
final class PatternSums {
    private final int first;
    private final int width;
    private final Sums sums;
    private final int cells;
    private final float[][] entries;
    private float[][] all = {};
    private int[] made = {}; // by number of a pattern: of which reading of the table

    PatternSums(int first, int cells, int width) {
        this.first = first;
        this.width = width;
        this.sums = new Sums(width);
        this.cells = cells;
        this.entries = new float[cells][];
    }

    void forget() {
        Arrays.fill(made, 0);
    }

    /** Adds up what is shown, where it was not since the table was read. */
    void make(PatternBook book, Stretch.Shown shown, CodeTable table) {
        if (all.length < book.count()) {
            int length = Math.max(book.count(), 2 * all.length);
            all = Arrays.copyOf(all, length);
            made = Arrays.copyOf(made, length);
        }
        for (int k = 0; k < shown.count(); k++) {
            int number = shown.number(k);
            if (made[number] != table.reading()) {
                made[number] = table.reading();
                add(book, number, table);
            }
        }
    }

    private void add(PatternBook book, int number, CodeTable table) {
        if (all[number] == null) {
            all[number] = new float[width];
        }
        for (int q = 0; q < cells; q++) {
            int kind = book.code(number, q);
            table.turn(kind, first, cells);
            entries[q] = table.entry(first + q, kind);
        }
        sums.set(all[number], entries, cells);
    }

    /** By number; right for what was shown when it was {@link #make made}. */
    float[][] all() {
        return all;
    }
}
