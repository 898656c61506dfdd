package org.sed4j.rl.network;

import java.util.Arrays;

/**
 * Rows as lists of their entries that are not zero: one-hot codes and rectified layers have few; and, if asked, the same entries
 * column by column.
 */
final class SparseRows {
    private final int[] start;
    private final int[] index;
    private final double[] value;
    private final int width;

    // column by column
    private final int[] columnStart;
    private int[] rowOf = {};
    private double[] valueOf = {};
    private boolean turned;
    private int rows;

    SparseRows(int maxRows, int width) {
        this.width = width;
        this.columnStart = new int[width + 1];
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

    /** y += Σ value · M[index] over the entries of a row, with M of {@code count} columns. */
    void addRow(int row, double[][] matrix, double[] y, int count) {
        Combination.add(value, index, start[row], start[row + 1], matrix, y, count);
    }

    /** y += Σ value · M[row] over the entries of a column, with M of {@code count} columns. */
    void addColumn(int column, double[][] matrix, double[] y, int count) {
        Combination.add(valueOf, rowOf, columnStart[column], columnStart[column + 1], matrix, y, count);
    }

    /** Lays the entries out column by column, for {@link #addColumn}. */
    void turn() {
        if (turned) {
            return;
        }
        if (rowOf.length == 0) {
            rowOf = new int[index.length];
            valueOf = new double[index.length];
        }
        Arrays.fill(columnStart, 0);
        int entries = start[rows];
        for (int e = 0; e < entries; e++) {
            columnStart[index[e]]++;
        }
        int sum = 0;
        for (int column = 0; column <= width; column++) {
            sum += column < width ? columnStart[column] : 0;
            columnStart[column] = sum;
        }
        for (int row = rows - 1; row >= 0; row--) {
            for (int e = start[row + 1] - 1; e >= start[row]; e--) {
                int at = --columnStart[index[e]];
                rowOf[at] = row;
                valueOf[at] = value[e];
            }
        }
        turned = true;
    }

    /** Takes up the entries of dense rows. */
    void take(double[] values, int rows, int width) {
        begin(rows);
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
        begin(rows);
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

    private void begin(int count) {
        rows = count;
        turned = false;
    }
}
