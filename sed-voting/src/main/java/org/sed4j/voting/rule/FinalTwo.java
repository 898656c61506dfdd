package org.sed4j.voting.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sed4j.voting.ballot.Candidates;

/** A runoff of the two with the highest scores; ties for a place in it are followed or resolved, a tied runoff has two winners. */
final class FinalTwo {
    private FinalTwo() {}

    /** Every pair that may meet, of at least two candidates. */
    static List<int[]> pairs(long[] scores, Count count) {
        List<Integer> all = Tournaments.all(scores.length);
        List<Integer> first = Extremes.highest(all, c -> scores[c]);
        List<int[]> pairs = new ArrayList<>();
        if (first.size() == 1) {
            int leader = first.get(0);
            List<Integer> others = all.stream().filter(c -> c != leader).toList();
            List<Integer> second = Extremes.highest(others, c -> scores[c]);
            for (int b : count.followsTies() ? second : List.of(count.first(second, "second place in the runoff"))) {
                pairs.add(new int[] {leader, b});
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

    /** Adds the winner of a and b, or both, by the votes for each. */
    static void meet(Candidates field, int a, long forA, int b, long forB, Set<Integer> winners, Count count) {
        count.note(() -> "runoff: " + field.name(a) + " " + forA + ", " + field.name(b) + " " + forB);
        if (forA >= forB) {
            winners.add(a);
        }
        if (forB >= forA) {
            winners.add(b);
        }
    }
}
