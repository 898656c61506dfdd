package org.sed4j.rl.network;

import java.util.Arrays;

/**
 * As {@link SummedColumns}, in single precision: a matrix by column, [inputs][width], and behind it each kind's columns summed
 * from the first cell on. Sums are carried in doubles and rounded where they are kept: what a run needs is the difference of two.
 */
final class SingleColumns {
    private final CodeRuns runs;
    private final int width;
    private final float[][] columns;
    private final double[] carry;

    SingleColumns(CodeRuns runs, int width) {
        this.runs = runs;
        this.width = width;
        this.columns = new float[runs.columns()][];
        for (int input = 0; input < runs.inputs(); input++) {
            columns[input] = new float[width];
        }
        this.carry = new double[width];
    }

    /** [inputs, sums][width]; sums never asked for are null. */
    float[][] all() {
        return columns;
    }

    /** Makes sure that a kind's sums have memory; it begins as zeros. */
    void need(int kind) {
        if (columns[runs.sum(kind, 1)] == null) {
            for (int count = 1; count <= runs.cells(); count++) {
                columns[runs.sum(kind, count)] = new float[width];
            }
        }
    }

    /** Sums a kind's columns. */
    void sum(int kind) {
        Arrays.fill(carry, 0);
        for (int cell = 0; cell < runs.cells(); cell++) {
            float[] column = columns[runs.cell(kind, cell)];
            float[] sum = columns[runs.sum(kind, cell + 1)];
            for (int o = 0; o < width; o++) {
                carry[o] += column[o];
                sum[o] = (float) carry[o];
            }
        }
    }

    /** The other way round, for gradients: adds a kind's sums to the columns that they are sums of, and clears them. */
    void spread(int kind) {
        Arrays.fill(carry, 0);
        for (int cell = runs.cells() - 1; cell >= 0; cell--) {
            float[] column = columns[runs.cell(kind, cell)];
            float[] sum = columns[runs.sum(kind, cell + 1)];
            for (int o = 0; o < width; o++) {
                carry[o] += sum[o];
                column[o] += (float) carry[o];
            }
            Arrays.fill(sum, 0);
        }
    }
}
