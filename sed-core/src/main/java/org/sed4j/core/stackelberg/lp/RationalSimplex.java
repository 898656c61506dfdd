package org.sed4j.core.stackelberg.lp;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * A two-phase simplex in integers: every entry of the tableau is a numerator over one common denominator, the last pivot.
 *
 * <p>Pivots keep all entries integer (Edmonds; Bareiss 1968, "Sylvester's identity and multistep integer-preserving
 * Gaussian elimination", Mathematics of Computation 22). Bland's rule, so it never cycles.
 */
final class RationalSimplex implements LpSolver {

    @Override
    public LpResult solve(LinearProgram program) {
        return new Tableau(program).run();
    }

    private static final class Tableau {
        private final LinearProgram program;
        private final int variables;
        private final int firstArtificial;
        private final int columns;
        private final BigInteger[][] rows;
        private final int[] basis;
        private BigInteger[] costs;
        private BigInteger denominator = BigInteger.ONE;

        Tableau(LinearProgram program) {
            this.program = program;
            this.variables = program.variables();
            int height = program.constraints();
            this.firstArtificial = variables + height;
            this.columns = firstArtificial + height; // then the right-hand side
            this.rows = new BigInteger[height][columns + 1];
            this.basis = new int[height];
            this.costs = new BigInteger[columns + 1];
            for (int i = 0; i < height; i++) {
                fill(i, program.rows().get(i));
            }
        }

        private void fill(int i, LinearProgram.Row row) {
            BigInteger scale = Fractions.denominator(row.coefficients).multiply(Fractions.denominator(row.bound));
            Arrays.fill(rows[i], BigInteger.ZERO);
            for (int j = 0; j < variables; j++) {
                rows[i][j] = scaled(row.coefficients[j], scale);
            }
            rows[i][columns] = scaled(row.bound, scale);
            int slack = row.relation == LinearProgram.Relation.AT_MOST
                    ? 1
                    : row.relation == LinearProgram.Relation.AT_LEAST ? -1 : 0;
            rows[i][variables + i] = BigInteger.valueOf(slack);
            boolean flip = rows[i][columns].signum() < 0 || (rows[i][columns].signum() == 0 && slack < 0);
            for (int j = 0; j <= columns && flip; j++) {
                rows[i][j] = rows[i][j].negate();
            }
            boolean slackStarts = rows[i][variables + i].signum() > 0;
            if (!slackStarts) {
                rows[i][firstArtificial + i] = BigInteger.ONE;
            }
            basis[i] = slackStarts ? variables + i : firstArtificial + i;
        }

        private static BigInteger scaled(double value, BigInteger scale) {
            BigFraction product = Fractions.simplest(value).multiply(scale);
            return product.getNumerator();
        }

        LpResult run() {
            phaseOne();
            if (costs[columns].signum() != 0) {
                return new LpResult.Infeasible();
            }
            dropArtificials();
            phaseTwo();
            return optimise(firstArtificial) ? optimum() : new LpResult.Unbounded();
        }

        /** Maximises minus the sum of the artificials. Row of costs: reduced costs, negative where entering helps. */
        private void phaseOne() {
            Arrays.fill(costs, BigInteger.ZERO);
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j <= columns && basis[i] >= firstArtificial; j++) {
                    costs[j] = j >= firstArtificial && j < columns ? BigInteger.ZERO : costs[j].subtract(rows[i][j]);
                }
            }
            optimise(firstArtificial);
        }

        private void dropArtificials() {
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < firstArtificial && basis[i] >= firstArtificial; j++) {
                    if (rows[i][j].signum() != 0) {
                        pivot(i, j);
                    }
                }
                // A row still basic in an artificial is 0 everywhere: it was redundant, and stays at 0.
            }
        }

        private void phaseTwo() {
            BigInteger scale = Fractions.denominator(program.objective());
            Arrays.fill(costs, BigInteger.ZERO);
            for (int j = 0; j < variables; j++) {
                costs[j] = scaled(program.objective()[j], scale).negate().multiply(denominator);
            }
            BigInteger[] objective = Arrays.copyOf(costs, variables);
            for (int i = 0; i < rows.length; i++) {
                if (basis[i] < variables) {
                    BigInteger weight = objective[basis[i]].divide(denominator);
                    for (int j = 0; j <= columns; j++) {
                        costs[j] = costs[j].subtract(weight.multiply(rows[i][j]));
                    }
                }
            }
        }

        /** Pivots to optimality over the first {@code limit} columns; false if unbounded. */
        private boolean optimise(int limit) {
            while (true) {
                int entering = 0;
                while (entering < limit && costs[entering].signum() >= 0) {
                    entering++;
                }
                if (entering == limit) {
                    return true;
                }
                int leaving = leaving(entering);
                if (leaving < 0) {
                    return false;
                }
                pivot(leaving, entering);
            }
        }

        /** The row of the least ratio, the least basic variable of several (Bland); -1 if none limits. */
        private int leaving(int entering) {
            int best = -1;
            for (int i = 0; i < rows.length; i++) {
                if (rows[i][entering].signum() > 0) {
                    int order = best < 0
                            ? -1
                            : rows[i][columns]
                                    .multiply(rows[best][entering])
                                    .compareTo(rows[best][columns].multiply(rows[i][entering]));
                    if (order < 0 || (order == 0 && basis[i] < basis[best])) {
                        best = i;
                    }
                }
            }
            return best;
        }

        private void pivot(int row, int column) {
            BigInteger pivot = rows[row][column];
            for (int i = 0; i < rows.length; i++) {
                if (i != row) {
                    eliminate(rows[i], rows[row], pivot, column);
                }
            }
            eliminate(costs, rows[row], pivot, column);
            denominator = pivot;
            basis[row] = column;
            if (denominator.signum() < 0) {
                negateAll();
            }
        }

        private void eliminate(BigInteger[] target, BigInteger[] source, BigInteger pivot, int column) {
            BigInteger factor = target[column];
            for (int j = 0; j <= columns; j++) {
                BigInteger entry = target[j].multiply(pivot);
                if (factor.signum() != 0) {
                    entry = entry.subtract(factor.multiply(source[j]));
                }
                target[j] = entry.divide(denominator);
            }
        }

        /** A pivot of negative sign, possible only while artificials are dropped, turns the common denominator. */
        private void negateAll() {
            denominator = denominator.negate();
            for (BigInteger[] row : rows) {
                negate(row);
            }
            negate(costs);
        }

        private static void negate(BigInteger[] row) {
            for (int j = 0; j < row.length; j++) {
                row[j] = row[j].negate();
            }
        }

        private LpResult optimum() {
            BigFraction[] x = new BigFraction[variables];
            Arrays.fill(x, BigFraction.ZERO);
            for (int i = 0; i < rows.length; i++) {
                if (basis[i] < variables) {
                    x[basis[i]] = new BigFraction(rows[i][columns], denominator);
                }
            }
            BigFraction value = BigFraction.ZERO;
            List<Double> point = new ArrayList<>();
            for (int j = 0; j < variables; j++) {
                value = value.add(x[j].multiply(Fractions.simplest(program.objective()[j])));
                point.add(x[j].doubleValue());
            }
            return new LpResult.Optimum(value.doubleValue(), point, Optional.of(value));
        }
    }
}
