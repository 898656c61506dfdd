package org.sed4j.voting.rule;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.sed4j.voting.ballot.Pairwise;

/**
 * The maximal lottery of a pairwise matrix: p ≥ 0, Σp = 1, and Σ_i p_i · margin(i, j) ≥ 0 for every j.
 *
 * <p>One exact linear program finds a p. If the margins against p are positive off its support and the equations on the
 * support have one solution, complementary slackness says that p is the only one; if not, the leximin point of all of them is
 * found by further programs.
 */
final class MaximalLottery {
    private final int m;
    private final BigFraction[][] margins;

    MaximalLottery(Pairwise pairs) {
        m = pairs.size();
        margins = new BigFraction[m][m];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                margins[i][j] = new BigFraction(pairs.margin(i, j));
            }
        }
    }

    List<BigFraction> probabilities() {
        BigFraction[] zero = zeros(m);
        BigFraction[] any = game(m).maximise(zero);
        return Arrays.asList(isOnlyOne(any) ? any : leximin());
    }

    private static BigFraction[] zeros(int length) {
        BigFraction[] zeros = new BigFraction[length];
        Arrays.fill(zeros, BigFraction.ZERO);
        return zeros;
    }

    /** The program of all maximal lotteries in its first m variables. */
    private ExactProgram game(int variables) {
        ExactProgram program = new ExactProgram(variables);
        for (int j = 0; j < m; j++) {
            BigFraction[] row = zeros(variables);
            for (int i = 0; i < m; i++) {
                row[i] = margins[i][j].negate();
            }
            program.add(row, BigFraction.ZERO, false);
        }
        BigFraction[] ones = zeros(variables);
        Arrays.fill(ones, 0, m, BigFraction.ONE);
        program.add(ones, BigFraction.ONE, true);
        return program;
    }

    private boolean isOnlyOne(BigFraction[] p) {
        List<Integer> support = new ArrayList<>();
        for (int j = 0; j < m; j++) {
            if (p[j].compareTo(BigFraction.ZERO) > 0) {
                support.add(j);
                continue;
            }
            BigFraction against = BigFraction.ZERO;
            for (int i = 0; i < m; i++) {
                against = against.add(p[i].multiply(margins[i][j]));
            }
            if (against.compareTo(BigFraction.ZERO) <= 0) {
                return false;
            }
        }
        return rankWithOnes(support) == support.size();
    }

    private int rankWithOnes(List<Integer> support) {
        int size = support.size();
        BigInteger[][] matrix = new BigInteger[size + 1][size];
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < size; b++) {
                matrix[b][a] = margins[support.get(a)][support.get(b)].getNumerator();
            }
            matrix[size][a] = BigInteger.ONE;
        }
        int rank = 0;
        for (int column = 0; column < size; column++) {
            int pivot = rank;
            while (pivot <= size && matrix[pivot][column].signum() == 0) {
                pivot++;
            }
            if (pivot > size) {
                continue;
            }
            BigInteger[] row = matrix[pivot];
            matrix[pivot] = matrix[rank];
            matrix[rank] = row;
            for (int i = rank + 1; i <= size; i++) {
                BigInteger factor = matrix[i][column];
                for (int j = column; j < size && factor.signum() != 0; j++) {
                    matrix[i][j] = matrix[i][j].multiply(row[column]).subtract(row[j].multiply(factor));
                }
                matrix[i][column] = BigInteger.ZERO;
            }
            rank++;
        }
        return rank;
    }

    private BigFraction[] leximin() {
        BigFraction[] fixed = zeros(m);
        boolean[] done = new boolean[m];
        int left = m;
        BigFraction mass = BigFraction.ONE;
        while (left > 0) {
            BigFraction level = highestLevel(fixed, done);
            boolean allAtLevel = level.multiply(left).equals(mass);
            List<Integer> settled = new ArrayList<>();
            for (int i = 0; i < m; i++) {
                if (!done[i] && (allAtLevel || cannotExceed(i, level, fixed, done))) {
                    settled.add(i);
                }
            }
            for (int i : settled) {
                fixed[i] = level;
                done[i] = true;
                mass = mass.subtract(level);
            }
            left -= settled.size();
        }
        return fixed;
    }

    /** The most that every free probability can be at once. */
    private BigFraction highestLevel(BigFraction[] fixed, boolean[] done) {
        ExactProgram program = game(m + 1);
        for (int i = 0; i < m; i++) {
            BigFraction[] row = zeros(m + 1);
            if (done[i]) {
                row[i] = BigFraction.ONE;
                program.add(row, fixed[i], true);
            } else {
                row[i] = BigFraction.MINUS_ONE;
                row[m] = BigFraction.ONE;
                program.add(row, BigFraction.ZERO, false);
            }
        }
        BigFraction[] level = zeros(m + 1);
        level[m] = BigFraction.ONE;
        return program.maximise(level)[m];
    }

    /** Whether probability i is never above the level while all free ones are at it or above. */
    private boolean cannotExceed(int i, BigFraction level, BigFraction[] fixed, boolean[] done) {
        ExactProgram program = game(2 * m);
        for (int j = 0; j < m; j++) {
            BigFraction[] row = zeros(2 * m);
            row[j] = BigFraction.ONE;
            if (done[j]) {
                program.add(row, fixed[j], true);
            } else {
                row[m + j] = BigFraction.MINUS_ONE; // p_j less a surplus is the level
                program.add(row, level, true);
            }
        }
        BigFraction[] surplus = zeros(2 * m);
        surplus[m + i] = BigFraction.ONE;
        return program.maximise(surplus)[m + i].equals(BigFraction.ZERO);
    }
}
