package org.sed4j.rl.network;

/**
 * The weights of a dense layer with those of one input side by side. Those of an input are turned when it first occurs: of
 * one-hot codes few do.
 */
final class TurnedWeights {
    /** Outputs turned at a time: eight doubles are a line of a cache. */
    private static final int BLOCK = 8;

    private final Plan.Dense layer;
    /** [inputs][width]. */
    private final double[][] columns;
    /** By input: the taking in which it was turned. */
    private final int[] turned;

    private final int[] missing;
    private double[] from = {};
    private int taking;

    TurnedWeights(Plan.Dense layer) {
        this.layer = layer;
        this.columns = new double[layer.inputs()][layer.width()];
        this.turned = new int[layer.inputs()];
        this.missing = new int[layer.inputs()];
    }

    /** Takes weights, from parameters that stand until others are taken. */
    void take(double[] parameters) {
        from = parameters;
        taking++;
    }

    /** [inputs][width], right for the inputs that occur. */
    double[][] of(SparseRows in) {
        int count = in.mark(turned, taking, missing);
        turn(count);
        return columns;
    }

    private void turn(int count) {
        int inputs = layer.inputs();
        int width = layer.width();
        for (int first = 0; first < width; first += BLOCK) {
            int last = Math.min(width, first + BLOCK);
            int row = layer.weights() + first * inputs;
            for (int k = 0; k < count; k++) {
                double[] column = columns[missing[k]];
                int at = row + missing[k];
                for (int o = first; o < last; o++, at += inputs) {
                    column[o] = from[at];
                }
            }
        }
    }

    /** Adds turned columns to where their weights stand in {@code to}, and clears them. */
    static void collect(Plan.Dense layer, double[][] columns, int[] which, int count, double[] to) {
        int inputs = layer.inputs();
        int width = layer.width();
        for (int first = 0; first < width; first += BLOCK) {
            int last = Math.min(width, first + BLOCK);
            int row = layer.weights() + first * inputs;
            for (int k = 0; k < count; k++) {
                double[] column = columns[which[k]];
                int at = row + which[k];
                for (int o = first; o < last; o++, at += inputs) {
                    to[at] += column[o];
                    column[o] = 0;
                }
            }
        }
    }
}
