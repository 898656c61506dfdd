package org.sed4j.voting.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.sed4j.voting.ballot.ApprovalProfile;
import org.sed4j.voting.ballot.Candidates;

/** Committees of those with the most points: block and satisfaction approval voting. */
final class AdditiveCommittees {
    private AdditiveCommittees() {}

    static CommitteeOutcome approval(ApprovalProfile profile, int k, Count count) {
        BigFraction[] scores = Fractions.zeros(profile.candidates().size());
        for (int g = 0; g < profile.groups(); g++) {
            for (int c : profile.ballot(g).approved()) {
                scores[c] = scores[c].add(profile.weight(g));
            }
        }
        return additive(profile.candidates(), scores, k, count);
    }

    static CommitteeOutcome satisfaction(ApprovalProfile profile, int k, Count count) {
        BigFraction[] scores = Fractions.zeros(profile.candidates().size());
        for (int g = 0; g < profile.groups(); g++) {
            List<Integer> approved = profile.ballot(g).approved();
            for (int c : approved) {
                scores[c] = scores[c].add(new BigFraction(profile.weight(g)).divide(approved.size()));
            }
        }
        return additive(profile.candidates(), scores, k, count);
    }

    /** The k highest scores; the tie at the threshold gives all committees that can be made of it. */
    private static CommitteeOutcome additive(Candidates field, BigFraction[] scores, int k, Count count) {
        count.note(() -> "scores: " + Choice.text(field, List.of(scores)));
        List<Integer> order = new ArrayList<>(Tournaments.all(scores.length));
        order.sort(Comparator.comparing((Integer c) -> scores[c]).reversed());
        BigFraction threshold = scores[order.get(k - 1)];
        List<Integer> sure = new ArrayList<>();
        List<Integer> tied = new ArrayList<>();
        for (int c = 0; c < scores.length; c++) {
            int above = scores[c].compareTo(threshold);
            if (above > 0) {
                sure.add(c);
            } else if (above == 0) {
                tied.add(c);
            }
        }
        BigFraction total = BigFraction.ZERO;
        for (int i = 0; i < k; i++) {
            total = total.add(scores[order.get(i)]);
        }
        List<List<Integer>> committees = new ArrayList<>();
        boolean exact = completions(sure, tied, k, count.branches(), committees);
        return CommitteeOutcome.of(field, committees, total, count, exact);
    }

    private static boolean completions(
            List<Integer> sure, List<Integer> tied, int k, int limit, List<List<Integer>> committees) {
        int[] chosen = Combinations.first(k - sure.size());
        do {
            List<Integer> committee = new ArrayList<>(sure);
            for (int i : chosen) {
                committee.add(tied.get(i));
            }
            committees.add(committee);
            if (committees.size() >= limit) {
                return false;
            }
        } while (Combinations.next(chosen, tied.size()));
        return true;
    }
}
