package org.sed4j.rl.network;

/** As {@link TurnedWeights}, from doubles to floats. */
final class SingleWeights {
    /** Outputs turned at a time: sixteen floats are a line of a cache. */
    private static final int BLOCK = 16;

    private final Plan.Dense layer;
    private final CodeRuns runs;
    private final SingleColumns columns;
    /** By column: the taking in which it was turned. */
    private final int[] turned;
    /** By kind: the taking in which its columns were summed. */
    private final int[] summed;

    private final int[] missing;
    private final int[] cells;
    private double[] from = {};
    private int taking;

    SingleWeights(Plan.Dense layer, CodeRuns runs) {
        this.layer = layer;
        this.runs = runs;
        this.columns = new SingleColumns(runs, layer.width());
        this.turned = new int[runs.columns()];
        this.summed = new int[runs.kinds()];
        this.missing = new int[runs.columns()];
        this.cells = new int[runs.cells()];
    }

    /** Takes weights, from parameters that stand until others are taken. */
    void take(double[] parameters) {
        from = parameters;
        taking++;
    }

    /** [inputs, sums][width], right for the columns that occur. */
    float[][] of(SparseRows in) {
        int count = in.mark(turned, taking, missing);
        int single = 0;
        while (single < count && missing[single] < runs.inputs()) {
            single++;
        }
        turn(missing, single);
        for (int k = single; k < count; k++) {
            sum(runs.kindOfSum(missing[k]));
        }
        return columns.all();
    }

    private void sum(int kind) {
        if (summed[kind] == taking) {
            return;
        }
        summed[kind] = taking;
        int count = 0;
        for (int cell = 0; cell < runs.cells(); cell++) {
            int column = runs.cell(kind, cell);
            if (turned[column] < taking) {
                turned[column] = taking;
                cells[count++] = column;
            }
        }
        turn(cells, count);
        columns.need(kind);
        columns.sum(kind);
    }

    private void turn(int[] which, int count) {
        float[][] matrix = columns.all();
        int inputs = layer.inputs();
        int width = layer.width();
        for (int first = 0; first < width; first += BLOCK) {
            int last = Math.min(width, first + BLOCK);
            int row = layer.weights() + first * inputs;
            for (int k = 0; k < count; k++) {
                float[] column = matrix[which[k]];
                int at = row + which[k];
                for (int o = first; o < last; o++, at += inputs) {
                    column[o] = (float) from[at];
                }
            }
        }
    }

    /** Adds turned columns to where their weights stand in {@code to}, and clears them. */
    static void collect(Plan.Dense layer, float[][] columns, int[] which, int count, double[] to) {
        int inputs = layer.inputs();
        int width = layer.width();
        for (int first = 0; first < width; first += BLOCK) {
            int last = Math.min(width, first + BLOCK);
            int row = layer.weights() + first * inputs;
            for (int k = 0; k < count; k++) {
                float[] column = columns[which[k]];
                int at = row + which[k];
                for (int o = first; o < last; o++, at += inputs) {
                    to[at] += column[o];
                    column[o] = 0;
                }
            }
        }
    }
}
