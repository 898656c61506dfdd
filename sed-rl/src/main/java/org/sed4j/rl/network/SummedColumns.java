package org.sed4j.rl.network;

import java.util.Arrays;

/**
 * A matrix by column, [inputs][width], and behind it each kind's columns summed from the first cell on, for {@link CodeRuns}.
 * Sums take memory from when they are first asked for: of many kinds few come in runs.
 */
final class SummedColumns {
    private final CodeRuns runs;
    private final int width;
    private final double[][] columns;
    private final double[] carry;

    SummedColumns(CodeRuns runs, int width) {
        this.runs = runs;
        this.width = width;
        this.columns = new double[runs.columns()][];
        for (int input = 0; input < runs.inputs(); input++) {
            columns[input] = new double[width];
        }
        this.carry = new double[width];
    }

    /** [inputs, sums][width]; sums never asked for are null. */
    double[][] all() {
        return columns;
    }

    /** Makes sure that a kind's sums have memory; it begins as zeros. */
    void need(int kind) {
        for (int count = 1; count <= runs.cells(); count++) {
            int sum = runs.sum(kind, count);
            if (columns[sum] == null) {
                columns[sum] = new double[width];
            }
        }
    }

    /** Sums a kind's columns. */
    void sum(int kind) {
        Arrays.fill(carry, 0);
        for (int cell = 0; cell < runs.cells(); cell++) {
            double[] sum = columns[runs.sum(kind, cell + 1)];
            Combination.add(columns[runs.cell(kind, cell)], carry);
            System.arraycopy(carry, 0, sum, 0, width);
        }
    }

    /** The other way round, for gradients: adds a kind's sums to the columns that they are sums of, and clears them. */
    void spread(int kind) {
        Arrays.fill(carry, 0);
        for (int cell = runs.cells() - 1; cell >= 0; cell--) {
            double[] sum = columns[runs.sum(kind, cell + 1)];
            Combination.add(sum, carry);
            Arrays.fill(sum, 0);
            Combination.add(carry, columns[runs.cell(kind, cell)]);
        }
    }
}
