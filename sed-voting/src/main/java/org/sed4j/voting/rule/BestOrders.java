package org.sed4j.voting.rule;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.Pairwise;

/**
 * The rankings that agree most with a matrix of support: Kemeny-Young with voters, Slater with majorities.
 *
 * <p>Exact up to {@value #EXACT} candidates by dynamic programming over subsets, O(2^m · m²) time and 2^m longs:
 * {@code best[S]} is the most support within S that an order of S can have; whoever may stand on top of an optimal order of
 * all is found among the maximisers for the full set, so that every tied winner is found. Above that, local search by
 * insertion from the order of net support, marked inexact.
 */
final class BestOrders {
    static final int EXACT = 18;

    private BestOrders() {}

    static Outcome kemeny(Candidates field, Pairwise pairs, Count count) {
        return count(field, pairs.toArray(), count);
    }

    static Outcome slater(Candidates field, Pairwise pairs, Count count) {
        int m = pairs.size();
        long[][] majorities = new long[m][m];
        for (int a = 0; a < m; a++) {
            for (int b = 0; b < m; b++) {
                majorities[a][b] = a != b && pairs.beats(a, b) ? 1 : 0;
            }
        }
        return count(field, majorities, count);
    }

    private static Outcome count(Candidates field, long[][] support, Count count) {
        if (support.length > EXACT) {
            List<Integer> order = search(support);
            count.note(() -> "more than " + EXACT + " candidates: local search, a better order may exist");
            count.note(() -> "order: " + String.join(" > ", field.names(order)));
            return Choice.outcome(field, List.of(order.get(0)), List.of(), count, false);
        }
        long[] best = table(support);
        int full = best.length - 1;
        List<Integer> winners = new ArrayList<>();
        for (int c = 0; c < support.length; c++) {
            if (best[full & ~(1 << c)] + within(support, c, full & ~(1 << c)) == best[full]) {
                winners.add(c);
            }
        }
        count.note(() -> "support of the best order: " + best[full]);
        count.note(() -> "a best order: " + String.join(" > ", field.names(order(support, best))));
        return Choice.winners(field, winners, count);
    }

    private static long[] table(long[][] support) {
        int m = support.length;
        long[] best = new long[1 << m];
        for (int set = 1; set < best.length; set++) {
            long most = Long.MIN_VALUE;
            for (int members = set; members != 0; members &= members - 1) {
                int c = Integer.numberOfTrailingZeros(members);
                int rest = set & ~(1 << c);
                most = Math.max(most, best[rest] + within(support, c, rest));
            }
            best[set] = most;
        }
        return best;
    }

    /** How much support c has against the set below it. */
    private static long within(long[][] support, int c, int below) {
        long sum = 0;
        long[] row = support[c];
        for (int members = below; members != 0; members &= members - 1) {
            sum += row[Integer.numberOfTrailingZeros(members)];
        }
        return sum;
    }

    private static List<Integer> order(long[][] support, long[] best) {
        List<Integer> order = new ArrayList<>();
        int set = best.length - 1;
        while (set != 0) {
            for (int members = set; members != 0; members &= members - 1) {
                int c = Integer.numberOfTrailingZeros(members);
                int rest = set & ~(1 << c);
                if (best[rest] + within(support, c, rest) == best[set]) {
                    order.add(c);
                    set = rest;
                    break;
                }
            }
        }
        return order;
    }

    private static List<Integer> search(long[][] support) {
        int m = support.length;
        long[] net = new long[m];
        for (int a = 0; a < m; a++) {
            for (int b = 0; b < m; b++) {
                net[a] += support[a][b] - support[b][a];
            }
        }
        List<Integer> order = new ArrayList<>(Tournaments.all(m));
        order.sort((a, b) -> Long.compare(net[b], net[a]));
        boolean improved = true;
        while (improved) {
            improved = false;
            for (int from = 0; from < m && !improved; from++) {
                improved = insertBetter(support, order, from);
            }
        }
        return order;
    }

    /** Moves the one at {@code from} to its best place, if that is an improvement. */
    private static boolean insertBetter(long[][] support, List<Integer> order, int from) {
        int c = order.get(from);
        long bestGain = 0;
        int bestPlace = from;
        long gain = 0;
        for (int to = from - 1; to >= 0; to--) {
            gain += support[c][order.get(to)] - support[order.get(to)][c];
            bestPlace = gain > bestGain ? to : bestPlace;
            bestGain = Math.max(gain, bestGain);
        }
        gain = 0;
        for (int to = from + 1; to < order.size(); to++) {
            gain += support[order.get(to)][c] - support[c][order.get(to)];
            bestPlace = gain > bestGain ? to : bestPlace;
            bestGain = Math.max(gain, bestGain);
        }
        if (bestGain == 0) {
            return false;
        }
        order.remove(from);
        order.add(bestPlace, c);
        return true;
    }
}
