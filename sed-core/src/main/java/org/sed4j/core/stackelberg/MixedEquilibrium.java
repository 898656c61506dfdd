package org.sed4j.core.stackelberg;

import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * A Nash equilibrium of a two-player game in exact numbers.
 *
 * @param row the row player's mixed strategy
 * @param column the column player's
 */
public record MixedEquilibrium(List<BigFraction> row, List<BigFraction> column) {
    public MixedEquilibrium {
        row = List.copyOf(row);
        column = List.copyOf(column);
    }

    /** The two strategies, rounded to doubles. */
    public List<Distribution> strategies() {
        return List.of(rounded(row), rounded(column));
    }

    private static Distribution rounded(List<BigFraction> exact) {
        return Distribution.proportional(
                exact.stream().mapToDouble(BigFraction::doubleValue).toArray());
    }

    /** The expectation of a payoff matrix, rows by columns. */
    BigFraction expectation(BigFraction[][] payoffs) {
        BigFraction sum = BigFraction.ZERO;
        for (int r = 0; r < row.size(); r++) {
            for (int c = 0; c < column.size(); c++) {
                sum = sum.add(row.get(r).multiply(column.get(c)).multiply(payoffs[r][c]));
            }
        }
        return sum;
    }
}
