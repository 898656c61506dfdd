package org.sed4j.rl.network;

import java.nio.FloatBuffer;
import org.sed4j.core.pomg.Spaces;

/**
 * The weights of a dense layer on symbols as a table: for each (cell, kind) the weights of that one-hot column, as an array of
 * its own (see {@link Sums}).
 */
final class CodeTable {
    private final Spaces.Grid grid;
    private final int width;
    private final int inputs;
    private final float[][] entries;
    private final float[] seen;
    private final FloatBuffer seenView;
    private boolean read;

    CodeTable(Plan.Dense layer, Spaces.Grid grid) {
        this.grid = grid;
        this.width = layer.width();
        this.inputs = layer.inputs();
        this.entries = new float[grid.cells() * grid.kinds() + 1][width]; // the last entry stays zero
        this.seen = new float[inputs * width];
        this.seenView = FloatBuffer.wrap(seen);
    }

    /** Takes the layer's weights, [width, inputs] row by row; does nothing where they are those it took last. */
    void read(FloatBuffer weights) {
        if (read && weights.mismatch(seenView) < 0) {
            return;
        }
        weights.get(0, seen);
        read = true;
        int cells = grid.cells();
        for (int kind = 0; kind < grid.kinds(); kind++) {
            for (int cell = 0; cell < cells; cell++) {
                float[] entry = entries[cell * grid.kinds() + kind];
                int column = kind * cells + cell;
                for (int o = 0; o < width; o++) {
                    entry[o] = seen[o * inputs + column];
                }
            }
        }
    }

    /** Adds to each row's sums what its cells show, six cells at a time: their entries stay in the nearest cache. */
    void addTo(float[][] sums, byte[] codes, int rows) {
        for (int cell = 0; cell < grid.cells(); cell += Sums.GROUP) {
            for (int i = 0; i < rows; i++) {
                int at = i * grid.cells();
                Sums.add6(
                        sums[i],
                        entry(codes, at, cell),
                        entry(codes, at, cell + 1),
                        entry(codes, at, cell + 2),
                        entry(codes, at, cell + 3),
                        entry(codes, at, cell + 4),
                        entry(codes, at, cell + 5),
                        width);
            }
        }
    }

    private float[] entry(byte[] codes, int at, int cell) {
        return entries[cell < grid.cells() ? cell * grid.kinds() + codes[at + cell] : entries.length - 1];
    }
}
