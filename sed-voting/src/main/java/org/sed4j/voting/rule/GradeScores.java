package org.sed4j.voting.rule;

import org.apache.commons.math3.fraction.BigFraction;
import org.sed4j.core.game.Require;
import org.sed4j.voting.ballot.GradeProfile;

/** What candidates' grades come to: sums, means, medians. The worst grade is worth 0 and each step of the scale 1. */
final class GradeScores {
    private GradeScores() {}

    /** A number for grades of which {@code given[k]} voters gave the k-th, the worst first; at least one voter did. */
    @FunctionalInterface
    interface OfGiven {
        BigFraction of(long[] given);
    }

    /** The score of every candidate; -1 for whom nobody graded. */
    static BigFraction[] of(GradeProfile profile, OfGiven score) {
        BigFraction[] scores = new BigFraction[profile.candidates().size()];
        for (int c = 0; c < scores.length; c++) {
            long[] given = profile.given(c);
            scores[c] = total(given) == 0 ? BigFraction.MINUS_ONE : score.of(given);
        }
        return scores;
    }

    static BigFraction mean(long[] given) {
        BigFraction sum = BigFraction.ZERO;
        for (int grade = 1; grade < given.length; grade++) {
            sum = sum.add(new BigFraction(given[grade]).multiply(grade));
        }
        return sum.divide(new BigFraction(total(given)));
    }

    /** The lower median: the grade at place ⌊(n-1)/2⌋ of n sorted ones. */
    static BigFraction median(long[] given) {
        long place = (total(given) - 1) / 2;
        int grade = 0;
        for (long upTo = given[0]; upTo <= place; upTo += given[grade]) {
            grade++;
        }
        return new BigFraction(grade);
    }

    private static long total(long[] given) {
        long total = 0;
        for (long voters : given) {
            total += voters;
        }
        return total;
    }

    /** Sums of all grades; none given counts as the worst. */
    static long[] sums(GradeProfile profile) {
        int highest = profile.scale().size() - 1;
        Require.that(
                profile.voters() <= Long.MAX_VALUE / highest,
                "voters who grade from 0 to " + highest,
                profile.voters(),
                "must be at most " + Long.MAX_VALUE / highest + ", so that sums are exact",
                "weights were scaled up");
        long[] sums = new long[profile.candidates().size()];
        for (int g = 0; g < profile.groups(); g++) {
            for (int c = 0; c < sums.length; c++) {
                sums[c] += profile.weight(g) * profile.grade(g, c);
            }
        }
        return sums;
    }
}
