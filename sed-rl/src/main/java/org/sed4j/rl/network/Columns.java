package org.sed4j.rl.network;

/** What a convolution sees, written out as columns, and the way back through them. */
interface Columns {
    /** Writes the columns [taps, rows · positions] of the values before the layer. */
    void write(int rows, Block columns);

    /** Writes those of the slopes before the layer. */
    void writeSlopes(int rows, Block columns);

    /** Adds up slopes at columns into slopes before the layer. */
    void back(int rows, Block columns);
}
