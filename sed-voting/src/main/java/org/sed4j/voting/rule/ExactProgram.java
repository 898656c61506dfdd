package org.sed4j.voting.rule;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * A linear program over x ≥ 0, solved exactly: the simplex method with Bland's rule and integer pivoting.
 *
 * <p>All entries of the tableau are integers over one common denominator, the last pivot (Edmonds 1967; Bareiss 1968), so no
 * fraction is ever reduced. Used for small games.
 */
final class ExactProgram {
    private final int variables;
    private final List<BigFraction[]> rows = new ArrayList<>();
    private final List<Boolean> equalities = new ArrayList<>();

    private BigInteger[][] table = new BigInteger[0][];
    private int[] basis = new int[0];
    private BigInteger denominator = BigInteger.ONE;

    ExactProgram(int variables) {
        this.variables = variables;
    }

    /** Adds a·x ≤ b, or = b. b is not negative. */
    void add(BigFraction[] a, BigFraction b, boolean equality) {
        BigFraction[] row = Arrays.copyOf(a, variables + 1);
        row[variables] = b;
        rows.add(row);
        equalities.add(equality);
    }

    /** An x that maximises c·x. The program must be feasible and bounded, as games are. */
    BigFraction[] maximise(BigFraction[] c) {
        int m = rows.size();
        int slacks = (int) equalities.stream().filter(e -> !e).count();
        int artificials = m - slacks;
        int columns = variables + slacks + artificials;
        build(columns, slacks);
        BigInteger[] phaseOne = new BigInteger[columns];
        Arrays.fill(phaseOne, BigInteger.ZERO);
        Arrays.fill(phaseOne, variables + slacks, columns, BigInteger.ONE.negate());
        run(phaseOne, columns);
        if (table[m][columns].signum() != 0) {
            throw new AssertionError("the program has no solution");
        }
        driveOut(variables + slacks);
        BigInteger[] phaseTwo = new BigInteger[columns];
        Arrays.fill(phaseTwo, BigInteger.ZERO);
        BigInteger scale = common(c, c.length);
        for (int j = 0; j < variables; j++) {
            phaseTwo[j] = whole(c[j], scale);
        }
        run(phaseTwo, variables + slacks);
        return solution(columns);
    }

    private void build(int columns, int slacks) {
        int m = rows.size();
        table = new BigInteger[m + 1][columns + 1];
        basis = new int[m];
        denominator = BigInteger.ONE;
        int slack = variables;
        int artificial = variables + slacks;
        for (int i = 0; i < m; i++) {
            Arrays.fill(table[i], BigInteger.ZERO);
            BigFraction[] row = rows.get(i);
            BigInteger scale = common(row, row.length);
            for (int j = 0; j < variables; j++) {
                table[i][j] = whole(row[j], scale);
            }
            table[i][columns] = whole(row[variables], scale);
            int own = equalities.get(i) ? artificial++ : slack++;
            table[i][own] = BigInteger.ONE;
            basis[i] = own;
        }
    }

    private static BigInteger common(BigFraction[] row, int length) {
        BigInteger common = BigInteger.ONE;
        for (int j = 0; j < length; j++) {
            BigInteger d = row[j].getDenominator();
            common = common.multiply(d).divide(common.gcd(d));
        }
        return common;
    }

    private static BigInteger whole(BigFraction value, BigInteger scale) {
        return value.getNumerator().multiply(scale.divide(value.getDenominator()));
    }

    /** Pivots until no column below {@code usable} improves. The last row holds reduced costs, to be brought below zero. */
    private void run(BigInteger[] objective, int usable) {
        int m = rows.size();
        int columns = objective.length;
        BigInteger[] costs = table[m];
        for (int j = 0; j <= columns; j++) {
            costs[j] = j < columns ? objective[j].multiply(denominator) : BigInteger.ZERO;
        }
        for (int i = 0; i < m; i++) {
            BigInteger weight = objective[basis[i]];
            for (int j = 0; j <= columns && weight.signum() != 0; j++) {
                costs[j] = costs[j].subtract(weight.multiply(table[i][j]));
            }
        }
        while (true) {
            int entering = -1;
            for (int j = 0; j < usable && entering < 0; j++) {
                entering = costs[j].signum() > 0 ? j : -1;
            }
            if (entering < 0) {
                return;
            }
            pivot(leaving(entering, columns), entering);
        }
    }

    /** Takes artificial variables that are left in the basis, at zero, out of it; a row without other entries is redundant. */
    private void driveOut(int usable) {
        for (int i = 0; i < rows.size(); i++) {
            int column = -1;
            for (int j = 0; j < usable && basis[i] >= usable && column < 0; j++) {
                column = table[i][j].signum() != 0 ? j : -1;
            }
            if (column < 0) {
                continue;
            }
            if (table[i][column].signum() < 0) {
                for (int j = 0; j < table[i].length; j++) {
                    table[i][j] = table[i][j].negate();
                }
            }
            pivot(i, column);
        }
    }

    private int leaving(int entering, int columns) {
        int best = -1;
        for (int i = 0; i < rows.size(); i++) {
            if (table[i][entering].signum() <= 0) {
                continue;
            }
            int order = best < 0
                    ? -1
                    : table[i][columns]
                            .multiply(table[best][entering])
                            .compareTo(table[best][columns].multiply(table[i][entering]));
            if (order < 0 || (order == 0 && basis[i] < basis[best])) {
                best = i;
            }
        }
        if (best < 0) {
            throw new AssertionError("the program is unbounded");
        }
        return best;
    }

    private void pivot(int row, int column) {
        BigInteger pivot = table[row][column];
        for (int i = 0; i < table.length; i++) {
            if (i == row) {
                continue;
            }
            BigInteger factor = table[i][column];
            for (int j = 0; j < table[i].length; j++) {
                table[i][j] = table[i][j]
                        .multiply(pivot)
                        .subtract(factor.multiply(table[row][j]))
                        .divide(denominator);
            }
        }
        denominator = pivot;
        basis[row] = column;
    }

    private BigFraction[] solution(int columns) {
        BigFraction[] x = new BigFraction[variables];
        Arrays.fill(x, BigFraction.ZERO);
        for (int i = 0; i < rows.size(); i++) {
            if (basis[i] < variables) {
                x[basis[i]] = new BigFraction(table[i][columns], denominator);
            }
        }
        return x;
    }
}
