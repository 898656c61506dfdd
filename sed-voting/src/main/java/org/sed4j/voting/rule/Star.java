package org.sed4j.voting.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.GradeProfile;

/** How {@link Cardinal#star} is counted: sums of grades, then a runoff of two. */
final class Star {
    private Star() {}

    static Outcome count(GradeProfile profile, Count count) {
        Candidates field = profile.candidates();
        long[] sums = GradeScores.sums(profile);
        List<Number> scores = new ArrayList<>();
        for (long sum : sums) {
            scores.add(sum);
        }
        count.note(() -> "sums: " + Choice.text(field, scores));
        if (sums.length == 1) {
            return Choice.outcome(field, List.of(0), scores, count, true);
        }
        Set<Integer> winners = new TreeSet<>();
        for (int[] pair : FinalTwo.pairs(sums, count)) {
            long first = preferring(profile, pair[0], pair[1]);
            long second = preferring(profile, pair[1], pair[0]);
            FinalTwo.meet(field, pair[0], first, pair[1], second, winners, count);
        }
        return Choice.outcome(field, winners, scores, count, true);
    }

    /** How many voters grade a higher than b. */
    private static long preferring(GradeProfile profile, int a, int b) {
        long voters = 0;
        for (int g = 0; g < profile.groups(); g++) {
            voters += profile.grade(g, a) > profile.grade(g, b) ? profile.weight(g) : 0;
        }
        return voters;
    }
}
