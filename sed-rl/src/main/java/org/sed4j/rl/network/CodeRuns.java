package org.sed4j.rl.network;

/**
 * Cells in a row that show the same kind, as two entries of a sparse row instead of one each: a kind's weights summed from the
 * first cell to where the run ends, less those to where it begins.
 *
 * <p>What an agent sees of a map is mostly ground like the ground beside it: a player of Gather-Trade-Build's 121 cells are 30
 * runs and 49 entries. Sums stand behind the inputs, by kind and by how many cells they hold.
 *
 * @param kinds of a cell
 * @param cells of a row of input
 * @param inputs one-hot cells and numbers: where the sums begin
 */
record CodeRuns(int kinds, int cells, int inputs) {
    /** No cells, so no runs. */
    static CodeRuns none(int inputs) {
        return new CodeRuns(0, 0, inputs);
    }

    static CodeRuns of(Inputs inputs) {
        return new CodeRuns(inputs.codes().kinds(), inputs.codes().cells(), inputs.length());
    }

    /** Inputs and sums. */
    int columns() {
        return inputs + kinds * cells;
    }

    /** The column of one cell that shows a kind. */
    int cell(int kind, int cell) {
        return kind * cells + cell;
    }

    /** The column of a kind's sum over the first {@code count} cells, at least 1. */
    int sum(int kind, int count) {
        return inputs + kind * cells + count - 1;
    }

    /** Whose sum a column holds. */
    int kindOfSum(int column) {
        return (column - inputs) / cells;
    }

    /** Whether two sums are fewer than the cells of a run themselves; a run from the first cell takes one. */
    static boolean pays(int first, int end) {
        return end - first > (first == 0 ? 1 : 2);
    }
}
