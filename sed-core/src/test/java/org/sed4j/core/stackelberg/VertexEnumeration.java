package org.sed4j.core.stackelberg;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * An oracle for support enumeration that shares none of its steps: all vertices of the polytopes {x ≥ 0, Bᵀx ≤ 1} and
 * {y ≥ 0, Ay ≤ 1}, payoffs lifted above 0, by trying every basis; then all completely labelled pairs of them.
 */
final class VertexEnumeration {
    private VertexEnumeration() {}

    static Set<MixedEquilibrium> extreme(NormalFormGame game) {
        BigFraction[][] row = lifted(game.matrix(0));
        BigFraction[][] column = lifted(game.matrix(1));
        int m = row.length;
        int n = row[0].length;
        Set<MixedEquilibrium> equilibria = new HashSet<>();
        List<BigFraction[]> xs = vertices(transposed(column));
        List<BigFraction[]> ys = vertices(row);
        for (BigFraction[] x : xs) {
            for (BigFraction[] y : ys) {
                if (!isZero(x) && !isZero(y) && labelled(x, y, row, transposed(column), m, n)) {
                    equilibria.add(new MixedEquilibrium(normalised(x), normalised(y)));
                }
            }
        }
        return equilibria;
    }

    private static boolean labelled(
            BigFraction[] x, BigFraction[] y, BigFraction[][] row, BigFraction[][] columnT, int m, int n) {
        boolean all = true;
        for (int i = 0; i < m; i++) {
            all &= x[i].equals(BigFraction.ZERO) || dot(row[i], y).equals(BigFraction.ONE);
        }
        for (int j = 0; j < n; j++) {
            all &= y[j].equals(BigFraction.ZERO) || dot(columnT[j], x).equals(BigFraction.ONE);
        }
        return all;
    }

    /** Vertices of {z ≥ 0, Mz ≤ 1}: every choice of tight constraints that determines a feasible point. */
    private static List<BigFraction[]> vertices(BigFraction[][] matrix) {
        int d = matrix[0].length;
        int total = d + matrix.length;
        List<BigFraction[]> vertices = new ArrayList<>();
        Set<List<BigFraction>> seen = new HashSet<>();
        for (int tight = 0; tight < 1 << total; tight++) {
            if (Integer.bitCount(tight) != d) {
                continue;
            }
            BigFraction[] point = point(matrix, tight, d);
            if (point.length == d && feasible(matrix, point) && seen.add(List.of(point))) {
                vertices.add(point);
            }
        }
        return vertices;
    }

    /** Cramer-free: fraction elimination, rows exchanged; empty if singular. */
    private static BigFraction[] point(BigFraction[][] matrix, int tight, int d) {
        List<BigFraction[]> system = new ArrayList<>();
        for (int c = 0; c < d + matrix.length; c++) {
            if ((tight >> c & 1) == 1) {
                BigFraction[] line = new BigFraction[d + 1];
                for (int j = 0; j < d; j++) {
                    line[j] = c < d ? (j == c ? BigFraction.ONE : BigFraction.ZERO) : matrix[c - d][j];
                }
                line[d] = c < d ? BigFraction.ZERO : BigFraction.ONE;
                system.add(line);
            }
        }
        for (int k = 0; k < d; k++) {
            int pivot = k;
            while (pivot < d && system.get(pivot)[k].equals(BigFraction.ZERO)) {
                pivot++;
            }
            if (pivot == d) {
                return new BigFraction[0];
            }
            Collections.swap(system, k, pivot);
            for (int i = k + 1; i < d; i++) {
                BigFraction factor = system.get(i)[k].divide(system.get(k)[k]);
                for (int j = k; j <= d; j++) {
                    system.get(i)[j] = system.get(i)[j].subtract(factor.multiply(system.get(k)[j]));
                }
            }
        }
        BigFraction[] point = new BigFraction[d];
        for (int k = d - 1; k >= 0; k--) {
            BigFraction right = system.get(k)[d];
            for (int j = k + 1; j < d; j++) {
                right = right.subtract(system.get(k)[j].multiply(point[j]));
            }
            point[k] = right.divide(system.get(k)[k]);
        }
        return point;
    }

    private static boolean feasible(BigFraction[][] matrix, BigFraction[] point) {
        boolean feasible = true;
        for (BigFraction entry : point) {
            feasible &= entry.compareTo(BigFraction.ZERO) >= 0;
        }
        for (BigFraction[] line : matrix) {
            feasible &= dot(line, point).compareTo(BigFraction.ONE) <= 0;
        }
        return feasible;
    }

    private static BigFraction dot(BigFraction[] a, BigFraction[] b) {
        BigFraction sum = BigFraction.ZERO;
        for (int j = 0; j < a.length; j++) {
            sum = sum.add(a[j].multiply(b[j]));
        }
        return sum;
    }

    private static boolean isZero(BigFraction[] z) {
        return List.of(z).stream().allMatch(BigFraction.ZERO::equals);
    }

    private static List<BigFraction> normalised(BigFraction[] z) {
        BigFraction sum = BigFraction.ZERO;
        for (BigFraction entry : z) {
            sum = sum.add(entry);
        }
        List<BigFraction> mixture = new ArrayList<>();
        for (BigFraction entry : z) {
            mixture.add(entry.divide(sum));
        }
        return mixture;
    }

    private static BigFraction[][] lifted(double[][] matrix) {
        BigFraction[][] exact = SupportEnumeration.fractions(matrix);
        BigFraction least = exact[0][0];
        for (BigFraction[] line : exact) {
            for (BigFraction entry : line) {
                least = entry.compareTo(least) < 0 ? entry : least;
            }
        }
        for (BigFraction[] line : exact) {
            for (int j = 0; j < line.length; j++) {
                line[j] = line[j].subtract(least).add(1);
            }
        }
        return exact;
    }

    private static BigFraction[][] transposed(BigFraction[][] matrix) {
        BigFraction[][] turned = new BigFraction[matrix[0].length][matrix.length];
        for (int r = 0; r < matrix.length; r++) {
            for (int c = 0; c < turned.length; c++) {
                turned[c][r] = matrix[r][c];
            }
        }
        return turned;
    }
}
