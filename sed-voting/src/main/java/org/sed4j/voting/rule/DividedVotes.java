package org.sed4j.voting.rule;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.sed4j.voting.ballot.ApprovalProfile;
import org.sed4j.voting.ballot.ExactSum;
import org.sed4j.voting.ballot.GradeProfile;
import org.sed4j.voting.ballot.Profile;
import org.sed4j.voting.ballot.UtilityProfile;

/** One vote of each voter, divided in proportion to what the ballot says of the candidates. */
final class DividedVotes {
    private DividedVotes() {}

    /** The average of the voters' shares; even if nobody has anything to divide. */
    static List<BigFraction> shares(Profile profile) {
        BigFraction[] sums = profile instanceof UtilityProfile utilities ? rounded(utilities) : exact(profile);
        if (Arrays.stream(sums).allMatch(BigFraction.ZERO::equals)) {
            Arrays.fill(sums, BigFraction.ONE);
        }
        return Fractions.normalised(sums);
    }

    private static BigFraction[] rounded(UtilityProfile profile) {
        return Arrays.stream(sums(profile, "proportional-mixing"))
                .mapToObj(BigFraction::new)
                .toArray(BigFraction[]::new);
    }

    /** Sums of the voters' shares, each share rounded to a double; sums are exact and rounded once, in any order. */
    static double[] sums(UtilityProfile profile, String rule) {
        int m = profile.candidates().size();
        ExactSum[] sums = new ExactSum[m];
        Arrays.setAll(sums, c -> new ExactSum());
        for (int g = 0; g < profile.groups(); g++) {
            double[] row = profile.row(g);
            for (int c = 0; c < m; c++) {
                Welfare.requireNotNegative(profile, g, c, rule);
            }
            double all = ExactSum.of(row);
            for (int c = 0; c < m && all > 0; c++) {
                sums[c].addTimes(row[c] / all, profile.weight(g));
            }
        }
        return Arrays.stream(sums).mapToDouble(ExactSum::value).toArray();
    }

    private static BigFraction[] exact(Profile profile) {
        BigFraction[] sums = Fractions.zeros(profile.candidates().size());
        for (int g = 0; g < profile.groups(); g++) {
            long all = 0;
            for (int c = 0; c < sums.length; c++) {
                all += points(profile, g, c);
            }
            for (int c = 0; c < sums.length && all > 0; c++) {
                BigFraction share = new BigFraction(points(profile, g, c)).divide(all);
                sums[c] = sums[c].add(share.multiply(profile.weight(g)));
            }
        }
        return sums;
    }

    private static long points(Profile profile, int g, int c) {
        return profile instanceof GradeProfile grades
                ? grades.grade(g, c)
                : ((ApprovalProfile) profile).approves(g, c) ? 1 : 0;
    }
}
