package org.sed4j.core.stackelberg.lp;

/**
 * The rows of a program as a simplex starts from them, each scaled to have 1 as its largest number: columns are variables, a
 * slack per row, an artificial for each row that no slack can start in, then the bound.
 */
final class CanonicalRows {
    final int bound;
    final double[][] rows;
    /** By how much each row's bound is to be loosened at first. */
    final double[] loosened;
    /** The column that is basic in each row. */
    final int[] basis;

    private final int variables;

    CanonicalRows(LinearProgram program, double loosening) {
        variables = program.variables();
        int height = program.constraints();
        int artificial = variables + height;
        int artificials = 0;
        for (LinearProgram.Row row : program.rows()) {
            artificials += needsArtificial(row, loosening) ? 1 : 0;
        }
        bound = artificial + artificials;
        rows = new double[height][bound + 1];
        loosened = new double[height];
        basis = new int[height];
        for (int i = 0; i < height; i++) {
            LinearProgram.Row row = program.rows().get(i);
            boolean needs = needsArtificial(row, loosening);
            fill(i, row, loosening);
            if (needs) {
                rows[i][artificial] = 1;
            }
            basis[i] = needs ? artificial++ : variables + i;
        }
    }

    private void fill(int i, LinearProgram.Row row, double loosening) {
        double scale = scale(row);
        for (int j = 0; j < variables; j++) {
            rows[i][j] = row.coefficients[j] * scale;
        }
        rows[i][bound] = row.bound * scale;
        boolean equal = row.relation == LinearProgram.Relation.EQUAL;
        rows[i][variables + i] = equal ? 0 : 1;
        loosened[i] = equal ? 0 : loosening * (1 + spread(i));
        if (rows[i][bound] < (equal ? 0 : -loosening)) {
            for (int j = 0; j <= bound; j++) {
                rows[i][j] = -rows[i][j];
            }
            loosened[i] = -loosened[i];
        }
    }

    /** Whether the slack cannot be basic at the start: an equality, or an inequality that x = 0 breaks. */
    private static boolean needsArtificial(LinearProgram.Row row, double loosening) {
        return row.relation == LinearProgram.Relation.EQUAL || row.bound * scale(row) < -loosening;
    }

    /** What a row is multiplied by to have its largest number 1, and to be "at most" if an inequality. */
    private static double scale(LinearProgram.Row row) {
        double size = Math.abs(row.bound);
        for (double coefficient : row.coefficients) {
            size = Math.max(size, Math.abs(coefficient));
        }
        double sign = row.relation == LinearProgram.Relation.AT_LEAST ? -1 : 1;
        return sign / (size == 0 ? 1 : size);
    }

    /** Numbers in [0, 1) without a pattern: the golden ratio's multiples. */
    private static double spread(int i) {
        double multiple = (i + 1) * 0.6180339887498949;
        return multiple - Math.floor(multiple);
    }
}
