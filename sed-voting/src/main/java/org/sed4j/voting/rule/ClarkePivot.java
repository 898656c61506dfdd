package org.sed4j.voting.rule;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.voting.ballot.ExactSum;
import org.sed4j.voting.ballot.UtilityProfile;

/**
 * The Vickrey-Clarke-Groves mechanism with Clarke's payments over finitely many objectives: the choice with the largest sum
 * of reported utilities, and from each voter what its presence costs the others.
 *
 * <p>A truthful report is a best one whatever the others report; payments are not negative, and never sum to a deficit.
 * O(n·m) for n voters, one for each ballot of the profile (a group pays per voter). Sums are exact, rounded once each.
 *
 * <p>Source: Clarke (1971), "Multipart pricing of public goods", Public Choice 11; Groves (1973), Econometrica 41.
 *
 * @param choice the chosen candidate
 * @param ties every candidate with the largest sum; the first of them is chosen
 * @param payments what each voter of each group pays, not negative
 * @param collected the sum of all payments
 */
public record ClarkePivot(int choice, List<Integer> ties, List<Double> payments, double collected) {

    public ClarkePivot {
        ties = List.copyOf(ties);
        payments = List.copyOf(payments);
    }

    /** Chooses and charges. */
    public static ClarkePivot of(UtilityProfile profile) {
        int m = profile.candidates().size();
        ExactSum[] sums = new ExactSum[m];
        double best = Double.NEGATIVE_INFINITY;
        List<Integer> ties = new ArrayList<>();
        for (int c = 0; c < m; c++) {
            sums[c] = new ExactSum();
            for (int g = 0; g < profile.groups(); g++) {
                sums[c].addTimes(profile.utility(g, c), profile.weight(g));
            }
            double sum = sums[c].value();
            if (sum > best) {
                ties.clear();
                best = sum;
            }
            if (sum == best) {
                ties.add(c);
            }
        }
        int choice = ties.get(0);
        List<Double> payments = new ArrayList<>();
        ExactSum collected = new ExactSum();
        for (int g = 0; g < profile.groups(); g++) {
            double payment = payment(profile, sums, g, choice);
            payments.add(payment);
            collected.addTimes(payment, profile.weight(g));
        }
        return new ClarkePivot(choice, ties, payments, collected.value());
    }

    /** The most the others could have had without a voter of group g, less what they have. */
    private static double payment(UtilityProfile profile, ExactSum[] sums, int g, int choice) {
        double most = 0;
        for (int c = 0; c < sums.length; c++) {
            ExactSum forgone = sums[c].copy();
            forgone.subtract(sums[choice]);
            forgone.add(-profile.utility(g, c));
            forgone.add(profile.utility(g, choice));
            most = Math.max(most, forgone.value());
        }
        return most;
    }
}
