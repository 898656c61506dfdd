package org.sed4j.rl.network;

import java.util.Arrays;

/** The gradient of a layer's weights by column of its input, for columns that rows show; all others are zero. */
final class ColumnGradient {
    /** Outputs written at a time: sixteen floats are a line of a cache. */
    private static final int BLOCK = 16;

    private final Plan.Dense layer;
    private final int cells;
    private final int kinds;
    private final float[][] columns; // [cell · kinds + kind][width]
    private final boolean[] shown;

    ColumnGradient(Plan.Dense layer, int cells, int kinds) {
        this.layer = layer;
        this.cells = cells;
        this.kinds = kinds;
        this.columns = new float[cells * kinds][];
        this.shown = new boolean[cells * kinds];
    }

    void clear() {
        Arrays.fill(shown, false);
    }

    /** The gradient by cell · kinds + kind, to be added to. Different columns may be asked for at once. */
    float[] column(int at) {
        if (columns[at] == null) {
            columns[at] = new float[layer.width()];
        } else if (!shown[at]) {
            Arrays.fill(columns[at], 0);
        }
        shown[at] = true;
        return columns[at];
    }

    /** Writes some outputs' weights of the codes to their places; {@link #parts} parts make all. */
    void write(int part, float[] gradient) {
        int codes = cells * kinds;
        int end = Math.min(layer.width(), (part + 1) * BLOCK);
        for (int o = part * BLOCK; o < end; o++) {
            int at = layer.weights() + o * layer.inputs();
            Arrays.fill(gradient, at, at + codes, 0);
        }
        for (int kind = 0; kind < kinds; kind++) {
            for (int cell = 0; cell < cells; cell++) {
                int column = cell * kinds + kind;
                if (shown[column]) {
                    float[] from = columns[column];
                    int at = layer.weights() + part * BLOCK * layer.inputs() + kind * cells + cell;
                    for (int o = part * BLOCK; o < end; o++, at += layer.inputs()) {
                        gradient[at] = from[o];
                    }
                }
            }
        }
    }

    int parts() {
        return (layer.width() + BLOCK - 1) / BLOCK;
    }
}
