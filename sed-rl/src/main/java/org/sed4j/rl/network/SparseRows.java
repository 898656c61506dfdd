package org.sed4j.rl.network;

import java.util.Arrays;

/**
 * Rows as lists of their entries that are not zero: one-hot codes and rectified layers have few; and, if asked, the same entries
 * column by column.
 */
final class SparseRows {
    private final int[] start;
    private final int width;
    /** As much as was needed so far: most inputs are nearly all zeros. */
    private int[] index = {};

    private double[] value = {};

    // column by column
    private final int[] columnStart;
    private int[] rowOf = {};
    private double[] valueOf = {};
    private boolean turned;
    /** Whether no entry of any row is zero. */
    private boolean full;

    private int rows;
    private int codedCells;

    SparseRows(int maxRows, int width) {
        this.width = width;
        this.columnStart = new int[width + 1];
        this.start = new int[maxRows + 1];
    }

    int start(int row) {
        return start[row];
    }

    int end(int row) {
        return start[row + 1];
    }

    /** How many entries at the start of every row are the codes of its cells in order, one plane set in each; 0 if none. */
    int codedCells() {
        return codedCells;
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

    /** As the same of doubles, in single precision. */
    void addRow(int row, float[][] matrix, float[] y, int count) {
        Combination.add(value, index, start[row], start[row + 1], matrix, y, count);
    }

    /** As the same of doubles, in single precision. */
    void addColumn(int column, float[][] matrix, float[] y, int count) {
        Combination.add(valueOf, rowOf, columnStart[column], columnStart[column + 1], matrix, y, count);
    }

    /** Lays the entries out column by column, for {@link #addColumn}. */
    void turn() {
        if (turned) {
            return;
        }
        if (rowOf.length < index.length) {
            rowOf = new int[index.length];
            valueOf = new double[index.length];
        }
        turned = true;
        if (full) {
            transpose();
            return;
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
    }

    private void transpose() {
        for (int column = 0; column < width; column++) {
            columnStart[column] = column * rows;
            for (int row = 0; row < rows; row++) {
                rowOf[column * rows + row] = row;
                valueOf[column * rows + row] = value[row * width + column];
            }
        }
        columnStart[width] = width * rows;
    }

    /**
     * Marks the columns that have entries.
     *
     * @param marks by column; those that already have this mark are passed over
     * @param mark to set, above 0
     * @param into which columns were marked now, in order
     * @return how many
     */
    int mark(int[] marks, int mark, int[] into) {
        int found = 0;
        for (int e = 0; e < start[rows]; e++) {
            if (marks[index[e]] < mark) {
                marks[index[e]] = Integer.MAX_VALUE;
                found++;
            }
        }
        int count = 0;
        for (int column = 0; count < found; column++) {
            if (marks[column] == Integer.MAX_VALUE) {
                marks[column] = mark;
                into[count++] = column;
            }
        }
        return count;
    }

    /** Which columns have entries, in order, once they are turned; how many. */
    int columns(int[] into) {
        int count = 0;
        for (int column = 0; column < width; column++) {
            if (columnStart[column + 1] > columnStart[column]) {
                into[count++] = column;
            }
        }
        return count;
    }

    /** Takes up the entries of dense rows. */
    void take(double[] values, int rows, int width) {
        begin(rows, 0, width);
        int at = 0;
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < width; i++) {
                // written in any case and kept if not zero: which entries are zero is beyond a processor's guess
                double x = values[row * width + i];
                index[at] = i;
                value[at] = x;
                at += x != 0 ? 1 : 0;
            }
            start[row + 1] = at;
        }
        full = at == rows * width;
    }

    /** Takes up rows of input as planes: code k of cell q stands at k · cells + q, then a plane for each number. */
    void takePlanes(Inputs inputs, byte[] codes, float[] numbers, int rows) {
        int cells = inputs.codes().cells();
        begin(rows, cells, cells + inputs.numbers() * cells);
        int first = inputs.codes().kinds() * cells;
        int at = 0;
        for (int row = 0; row < rows; row++) {
            for (int q = 0; q < cells; q++) {
                at = enter(at, codes[row * cells + q] * cells + q, 1);
            }
            for (int k = 0; k < inputs.numbers(); k++) {
                double x = numbers[row * inputs.numbers() + k];
                for (int q = 0; x != 0 && q < cells; q++) {
                    at = enter(at, first + k * cells + q, x);
                }
            }
            start[row + 1] = at;
        }
    }

    /** Takes up rows of input: runs of codes, and an entry for each number that is not zero. */
    void takeRuns(CodeRuns runs, Inputs inputs, byte[] codes, float[] numbers, int rows) {
        begin(rows, 0, runs.cells() + inputs.numbers());
        int first = runs.inputs() - inputs.numbers();
        int at = 0;
        for (int row = 0; row < rows; row++) {
            at = enterRuns(at, runs, codes, row * runs.cells());
            for (int k = 0; k < inputs.numbers(); k++) {
                double x = numbers[row * inputs.numbers() + k];
                if (x != 0) {
                    at = enter(at, first + k, x);
                }
            }
            start[row + 1] = at;
        }
    }

    private int enterRuns(int from, CodeRuns runs, byte[] codes, int row) {
        int at = from;
        int end;
        for (int q = 0; q < runs.cells(); q = end) {
            int kind = codes[row + q];
            end = q + 1;
            while (end < runs.cells() && codes[row + end] == kind) {
                end++;
            }
            if (CodeRuns.pays(q, end)) {
                at = enter(at, runs.sum(kind, end), 1);
                at = q == 0 ? at : enter(at, runs.sum(kind, q), -1);
            } else {
                for (int cell = q; cell < end; cell++) {
                    at = enter(at, runs.cell(kind, cell), 1);
                }
            }
        }
        return at;
    }

    private int enter(int at, int column, double x) {
        index[at] = column;
        value[at] = x;
        return at + 1;
    }

    private void begin(int count, int coded, int mostOfARow) {
        rows = count;
        codedCells = coded;
        turned = false;
        full = false;
        int most = count * mostOfARow + 1; // dense rows write one entry ahead
        if (index.length < most) {
            index = new int[most];
            value = new double[most];
        }
    }
}
