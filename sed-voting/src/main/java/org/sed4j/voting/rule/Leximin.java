package org.sed4j.voting.rule;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.voting.ballot.UtilityProfile;

/** Leximin by sorting each candidate's utilities; equal stretches are compared at once. */
final class Leximin {
    private Leximin() {}

    static Outcome count(UtilityProfile profile, Count count) {
        int m = profile.candidates().size();
        List<List<Integer>> orders = new ArrayList<>();
        for (int c = 0; c < m; c++) {
            int candidate = c;
            List<Integer> order = new ArrayList<>(Tournaments.all(profile.groups()));
            order.removeIf(g -> profile.weight(g) == 0);
            order.sort(
                    (g, h) -> Double.compare(profile.utility(g, candidate) + 0.0, profile.utility(h, candidate) + 0.0));
            orders.add(order);
        }
        List<Integer> winners = new ArrayList<>();
        for (int c = 0; c < m; c++) {
            int order = winners.isEmpty() ? 1 : compare(profile, orders, c, winners.get(0));
            if (order > 0) {
                winners.clear();
            }
            if (order >= 0) {
                winners.add(c);
            }
        }
        return Choice.winners(profile.candidates(), winners, count);
    }

    private static int compare(UtilityProfile profile, List<List<Integer>> orders, int c, int d) {
        int i = 0;
        int j = 0;
        long leftC = 0;
        long leftD = 0;
        List<Integer> of = orders.get(c);
        List<Integer> and = orders.get(d);
        while (i < of.size() && j < and.size()) {
            double u = profile.utility(of.get(i), c);
            double v = profile.utility(and.get(j), d);
            if (u != v) {
                return Double.compare(u, v);
            }
            leftC = leftC == 0 ? profile.weight(of.get(i)) : leftC;
            leftD = leftD == 0 ? profile.weight(and.get(j)) : leftD;
            long both = Math.min(leftC, leftD);
            leftC -= both;
            leftD -= both;
            i += leftC == 0 ? 1 : 0;
            j += leftD == 0 ? 1 : 0;
        }
        return 0;
    }
}
