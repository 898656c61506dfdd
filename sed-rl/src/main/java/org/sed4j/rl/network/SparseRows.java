package org.sed4j.rl.network;

/** Rows as lists of their entries that are not zero: one-hot codes and rectified layers have few. */
final class SparseRows {
    private final int[] start;
    private final int[] index;
    private final double[] value;

    SparseRows(int maxRows, int width) {
        this.start = new int[maxRows + 1];
        this.index = new int[maxRows * width];
        this.value = new double[maxRows * width];
    }

    int start(int row) {
        return start[row];
    }

    int end(int row) {
        return start[row + 1];
    }

    int index(int at) {
        return index[at];
    }

    double value(int at) {
        return value[at];
    }

    /** Takes up the entries of dense rows. */
    void take(double[] values, int rows, int width) {
        int at = 0;
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < width; i++) {
                double x = values[row * width + i];
                if (x != 0) {
                    index[at] = i;
                    value[at++] = x;
                }
            }
            start[row + 1] = at;
        }
    }

    /**
     * Takes up rows of input: code k of cell q stands at k · cells + q, and numbers after the codes, as planes or as one entry
     * each.
     */
    void take(Inputs inputs, boolean planes, byte[] codes, float[] numbers, int rows) {
        int cells = inputs.codes().cells();
        int first = inputs.codes().kinds() * cells;
        int at = 0;
        for (int row = 0; row < rows; row++) {
            for (int q = 0; q < cells; q++) {
                index[at] = codes[row * cells + q] * cells + q;
                value[at++] = 1;
            }
            for (int k = 0; k < inputs.numbers(); k++) {
                double x = numbers[row * inputs.numbers() + k];
                if (x != 0) {
                    int copies = planes ? cells : 1;
                    for (int q = 0; q < copies; q++) {
                        index[at] = first + k * copies + q;
                        value[at++] = x;
                    }
                }
            }
            start[row + 1] = at;
        }
    }
}
