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
        for (int[] pair : finalists(sums, count)) {
            runoff(profile, pair[0], pair[1], winners, count);
        }
        return Choice.outcome(field, winners, scores, count, true);
    }

    private static List<int[]> finalists(long[] sums, Count count) {
        List<Integer> first = best(sums, -1);
        List<int[]> pairs = new ArrayList<>();
        if (first.size() == 1) {
            List<Integer> second = best(sums, first.get(0));
            for (int b : count.followsTies() ? second : List.of(count.first(second, "second place in the runoff"))) {
                pairs.add(new int[] {first.get(0), b});
            }
        } else if (count.followsTies()) {
            for (int a : first) {
                first.stream().filter(b -> b > a).forEach(b -> pairs.add(new int[] {a, b}));
            }
        } else {
            List<Integer> order = count.order(first, "places in the runoff");
            pairs.add(new int[] {order.get(0), order.get(1)});
        }
        return pairs;
    }

    private static List<Integer> best(long[] sums, int without) {
        long best = Long.MIN_VALUE;
        List<Integer> tied = new ArrayList<>();
        for (int c = 0; c < sums.length; c++) {
            if (c == without || sums[c] < best) {
                continue;
            }
            if (sums[c] > best) {
                tied.clear();
                best = sums[c];
            }
            tied.add(c);
        }
        return tied;
    }

    private static void runoff(GradeProfile profile, int a, int b, Set<Integer> winners, Count count) {
        long forA = 0;
        long forB = 0;
        for (int g = 0; g < profile.groups(); g++) {
            forA += profile.grade(g, a) > profile.grade(g, b) ? profile.weight(g) : 0;
            forB += profile.grade(g, b) > profile.grade(g, a) ? profile.weight(g) : 0;
        }
        Candidates field = profile.candidates();
        String line = "runoff: " + field.name(a) + " " + forA + ", " + field.name(b) + " " + forB;
        count.note(() -> line);
        if (forA >= forB) {
            winners.add(a);
        }
        if (forB >= forA) {
            winners.add(b);
        }
    }
}
