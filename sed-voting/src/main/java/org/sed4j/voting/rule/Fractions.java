package org.sed4j.voting.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/** Lists of exact fractions. */
final class Fractions {
    private Fractions() {}

    static BigFraction[] zeros(int m) {
        BigFraction[] zeros = new BigFraction[m];
        Arrays.fill(zeros, BigFraction.ZERO);
        return zeros;
    }

    /** In the same proportions, summing to 1. */
    static List<BigFraction> normalised(BigFraction[] scores) {
        BigFraction sum = BigFraction.ZERO;
        for (BigFraction score : scores) {
            sum = sum.add(score);
        }
        List<BigFraction> shares = new ArrayList<>();
        for (BigFraction score : scores) {
            shares.add(score.divide(sum));
        }
        return shares;
    }
}
