package org.sed4j.voting.rule;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.sed4j.core.run.Seed;
import org.sed4j.voting.ballot.Candidates;

/**
 * A lottery over candidates, with exact probabilities.
 *
 * @param candidates the field
 * @param probabilities one for each candidate, not negative, summing to 1
 */
public record Lottery(Candidates candidates, List<BigFraction> probabilities) {

    public Lottery {
        probabilities = List.copyOf(probabilities);
        BigFraction sum = BigFraction.ZERO;
        for (BigFraction p : probabilities) {
            if (p.compareTo(BigFraction.ZERO) < 0) {
                throw new AssertionError("negative probability " + p);
            }
            sum = sum.add(p);
        }
        if (!sum.equals(BigFraction.ONE) || probabilities.size() != candidates.size()) {
            throw new AssertionError("probabilities " + probabilities + " must be one for each candidate and sum to 1");
        }
    }

    /** The candidates that may be drawn. */
    public List<Integer> support() {
        List<Integer> support = new ArrayList<>();
        for (int c = 0; c < probabilities.size(); c++) {
            if (probabilities.get(c).compareTo(BigFraction.ZERO) > 0) {
                support.add(c);
            }
        }
        return support;
    }

    /** Draws a candidate: one draw, on a grid of 2^-53. */
    public int draw(Seed seed) {
        BigFraction point = new BigFraction(seed.rng().uniform());
        BigFraction reached = BigFraction.ZERO;
        List<Integer> support = support();
        for (int c : support) {
            reached = reached.add(probabilities.get(c));
            if (point.compareTo(reached) < 0) {
                return c;
            }
        }
        throw new AssertionError("probabilities sum to " + reached);
    }

    /** The lottery as "Ann 1/2, Bob 1/2". */
    @Override
    public String toString() {
        return Choice.text(candidates, probabilities);
    }
}
