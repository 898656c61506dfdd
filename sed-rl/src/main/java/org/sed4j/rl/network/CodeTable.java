package org.sed4j.rl.network;

import java.nio.FloatBuffer;
import org.sed4j.core.pomg.Spaces;

/**
 * The weights of a dense layer on symbols as a table: for each (cell, kind) the weights of that one-hot column, as an array of
 * its own (see {@link Sums}). Columns are taken from where the weights stand when they are first asked for: few kinds occur.
 */
final class CodeTable {
    private final Spaces.Grid grid;
    private final int width;
    private final int inputs;
    private final float[][] entries;
    private final int[] turned; // by entry: of which reading it is
    private final float[] seen;
    private final FloatBuffer seenView;
    private int reading;

    CodeTable(Plan.Dense layer, Spaces.Grid grid) {
        this.grid = grid;
        this.width = layer.width();
        this.inputs = layer.inputs();
        this.entries = new float[grid.cells() * grid.kinds()][];
        this.turned = new int[entries.length];
        this.seen = new float[inputs * width];
        this.seenView = FloatBuffer.wrap(seen);
    }

    /** Takes the layer's weights, [width, inputs] row by row; does nothing where they are those it took last. */
    void read(FloatBuffer weights) {
        if (reading == 0 || weights.mismatch(seenView) >= 0) {
            weights.get(0, seen);
            reading++;
        }
    }

    /** Which reading it holds, from 1. */
    int reading() {
        return reading;
    }

    /**
     * Takes the columns of a kind in the cells from one on from where they stand side by side, unless it has. Columns of different
     * cells may be asked for at once.
     */
    void turn(int kind, int first, int count) {
        if (turned[first * grid.kinds() + kind] == reading) {
            return;
        }
        for (int cell = first; cell < first + count; cell++) {
            int at = cell * grid.kinds() + kind;
            turned[at] = reading;
            if (entries[at] == null) {
                entries[at] = new float[width];
            }
            turn(kind * grid.cells() + cell, entries[at]);
        }
    }

    private void turn(int column, float[] entry) {
        for (int o = 0, at = column; o < width; o++, at += inputs) {
            entry[o] = seen[at];
        }
    }

    /** The weights of one kind in one cell, once they were turned. */
    float[] entry(int cell, int kind) {
        return entries[cell * grid.kinds() + kind];
    }
}
