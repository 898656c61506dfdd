package org.sed4j.voting.ballot;

import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * What there is to spend in a participatory budget, and what each candidate, a project, costs. Exact.
 *
 * @param costs one for each candidate, in the order of the field; not negative
 * @param limit not negative
 */
public record Budget(List<BigFraction> costs, BigFraction limit) {
    public Budget {
        costs = List.copyOf(costs);
        for (int c = 0; c < costs.size(); c++) {
            InvalidBallotException.unless(
                    costs.get(c).compareTo(BigFraction.ZERO) >= 0,
                    "cost of candidate " + c,
                    costs.get(c),
                    "must not be negative",
                    "a sign was lost");
        }
        InvalidBallotException.unless(
                limit.compareTo(BigFraction.ZERO) >= 0, "budget", limit, "must not be negative", "a sign was lost");
    }

    /** Whole costs and a whole budget. */
    public static Budget of(long limit, long... costs) {
        return new Budget(
                java.util.Arrays.stream(costs).mapToObj(BigFraction::new).toList(), new BigFraction(limit));
    }

    /** What candidate c costs. */
    public BigFraction cost(int c) {
        return costs.get(c);
    }

    /** What these candidates cost together. */
    public BigFraction cost(Iterable<Integer> chosen) {
        BigFraction sum = BigFraction.ZERO;
        for (int c : chosen) {
            sum = sum.add(costs.get(c));
        }
        return sum;
    }

    /**
     * Requires a cost for each of these candidates.
     *
     * @throws InvalidBallotException if there are more or fewer
     */
    public Budget require(Candidates field) {
        InvalidBallotException.unless(
                costs.size() == field.size(),
                "costs of a budget",
                costs.size(),
                "must be " + field.size() + ", one for each candidate",
                "the budget was made for another field");
        return this;
    }
}
