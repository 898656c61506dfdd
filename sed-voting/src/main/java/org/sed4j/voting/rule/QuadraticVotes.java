package org.sed4j.voting.rule;

import java.util.Arrays;
import org.sed4j.voting.ballot.ExactSum;
import org.sed4j.voting.ballot.UtilityProfile;

/** Votes that cost their squares, one credit for each voter. */
final class QuadraticVotes {
    /** Up to here squares of votes, and their sums, are finite. */
    private static final double LARGE = 0x1p500;

    private QuadraticVotes() {}

    /** Sums of the voters' votes after each ballot that costs more than one credit was shrunk to one. */
    static double[] sums(UtilityProfile profile) {
        ExactSum[] sums = new ExactSum[profile.candidates().size()];
        Arrays.setAll(sums, c -> new ExactSum());
        for (int g = 0; g < profile.groups(); g++) {
            double[] votes = affordable(profile.row(g));
            for (int c = 0; c < sums.length; c++) {
                sums[c].addTimes(votes[c], profile.weight(g));
            }
        }
        return Arrays.stream(sums).mapToDouble(ExactSum::value).toArray();
    }

    /** In place. The squares' sum is exact and rounded once, so the order of candidates never shows. */
    private static double[] affordable(double[] votes) {
        double largest = 0;
        for (double vote : votes) {
            largest = Math.max(largest, Math.abs(vote));
        }
        if (largest > LARGE) {
            int down = -Math.getExponent(largest); // a power of two: exact but for what is lost beside the largest
            Arrays.setAll(votes, c -> Math.scalb(votes[c], down));
        }
        double credits = ExactSum.of(Arrays.stream(votes).map(v -> v * v).toArray());
        if (credits > 1) {
            double length = Math.sqrt(credits);
            Arrays.setAll(votes, c -> votes[c] / length);
        }
        return votes;
    }
}
