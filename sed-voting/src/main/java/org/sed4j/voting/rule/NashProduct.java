package org.sed4j.voting.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.sed4j.voting.ballot.ExactSum;
import org.sed4j.voting.ballot.UtilityProfile;

/** Products of utilities, compared exactly while they have at most {@value #EXACT_FACTORS} factors. */
final class NashProduct {
    private static final int EXACT_FACTORS = 2000;

    private NashProduct() {}

    /**
     * @param disagreement taken off every utility
     * @param drop whether a candidate with a negative gain scores 0 (bargaining) or is an error (welfare)
     */
    static Outcome count(UtilityProfile profile, double disagreement, boolean drop, Count count) {
        int m = profile.candidates().size();
        boolean exact = profile.voters() <= EXACT_FACTORS;
        List<Number> means = new ArrayList<>();
        List<BigDecimal> products = new ArrayList<>();
        for (int c = 0; c < m; c++) {
            boolean zero = isZero(profile, c, disagreement, drop);
            double logs = zero ? Double.NEGATIVE_INFINITY : logs(profile, c, disagreement);
            means.add(StrictMath.exp(logs / profile.voters()));
            products.add(zero ? BigDecimal.ZERO : exact ? product(profile, c, disagreement) : ordered(logs));
        }
        BigDecimal best = products.stream().reduce(BigDecimal::max).orElseThrow();
        List<Integer> winners = new ArrayList<>();
        for (int c = 0; c < m; c++) {
            if (products.get(c).compareTo(best) == 0) {
                winners.add(c);
            }
        }
        count.note(() -> "geometric means: " + Choice.text(profile.candidates(), means));
        return Choice.outcome(profile.candidates(), winners, means, count, true);
    }

    private static boolean isZero(UtilityProfile profile, int c, double disagreement, boolean drop) {
        boolean zero = false;
        for (int g = 0; g < profile.groups(); g++) {
            if (profile.weight(g) == 0) {
                continue;
            }
            if (!drop) {
                Welfare.requireNotNegative(profile, g, c, "nash");
            }
            zero |= profile.utility(g, c) <= disagreement;
        }
        return zero;
    }

    private static double logs(UtilityProfile profile, int c, double disagreement) {
        ExactSum sum = new ExactSum();
        for (int g = 0; g < profile.groups(); g++) {
            if (profile.weight(g) > 0) {
                sum.addTimes(StrictMath.log(profile.utility(g, c) - disagreement), profile.weight(g));
            }
        }
        return sum.value();
    }

    private static BigDecimal product(UtilityProfile profile, int c, double disagreement) {
        BigDecimal product = BigDecimal.ONE;
        for (int g = 0; g < profile.groups(); g++) {
            BigDecimal gain = new BigDecimal(profile.utility(g, c)).subtract(new BigDecimal(disagreement));
            product = product.multiply(gain.pow((int) profile.weight(g)));
        }
        return product;
    }

    /** Keeps the order of logarithms above zero, which stands for the product 0. */
    private static BigDecimal ordered(double logs) {
        return new BigDecimal(logs).add(BigDecimal.valueOf(Double.MAX_VALUE));
    }
}
