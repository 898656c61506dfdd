package org.sed4j.voting.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.sed4j.voting.ballot.RankingProfile;

/**
 * A second implementation of the three forms of single transferable vote, paper by paper: each ballot is a piece of paper with
 * a value, on the pile of a candidate. Ties are followed by recursion.
 */
final class NaiveTransfers {
    /** The quota in fixed point is one billionth above its fraction. */
    private static final double BILLIONTH = 1e-9;

    private final int m;
    private final int k;
    private final List<int[]> papers = new ArrayList<>();

    NaiveTransfers(RankingProfile profile, int k) {
        this.m = profile.candidates().size();
        this.k = k;
        profile.expanded().forEach(ballot -> {
            if (!ballot.tiers().isEmpty()) {
                papers.add(ballot.tiers().stream().mapToInt(t -> t.get(0)).toArray());
            }
        });
    }

    /** A paper: its order, what it is worth, on whose pile it lies (-1 if on none). */
    private record Paper(int[] order, Ratio value, int pile) {
        Paper on(Ratio worth, Set<Integer> gone) {
            for (int c : order) {
                if (!gone.contains(c)) {
                    return new Paper(order, worth, c);
                }
            }
            return new Paper(order, worth, -1);
        }
    }

    Set<List<Integer>> gregory(boolean scottish) {
        Ratio quota = new Ratio(papers.size() / (k + 1) + 1);
        List<Paper> start = papers.stream()
                .map(order -> new Paper(order, Ratio.ONE, -1).on(Ratio.ONE, Set.of()))
                .toList();
        Set<List<Integer>> ends = new HashSet<>();
        gregory(start, new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), quota, scottish, List.of(), ends);
        return ends;
    }

    private void gregory(
            List<Paper> piles,
            Set<Integer> elected,
            Set<Integer> waiting,
            Set<Integer> excluded,
            Ratio quota,
            boolean scottish,
            List<List<Ratio>> stages,
            Set<List<Integer>> ends) {
        List<Ratio> totals = new ArrayList<>();
        for (int c = 0; c < m; c++) {
            int pile = c;
            Ratio held = piles.stream()
                    .filter(p -> p.pile() == pile)
                    .map(Paper::value)
                    .reduce(Ratio.ZERO, Ratio::add);
            totals.add(elected.contains(c) && !waiting.contains(c) ? quota : held);
        }
        Set<Integer> in = new TreeSet<>(elected);
        Set<Integer> surplus = new TreeSet<>(waiting);
        Set<Integer> hopeful = new TreeSet<>();
        for (int c = 0; c < m; c++) {
            if (!in.contains(c) && !excluded.contains(c)) {
                if (totals.get(c).compareTo(quota) >= 0) {
                    in.add(c);
                    surplus.add(c);
                } else {
                    hopeful.add(c);
                }
            }
        }
        if (in.size() >= k || in.size() + hopeful.size() <= k) {
            Set<Integer> committee = new TreeSet<>(in);
            if (in.size() < k) {
                committee.addAll(hopeful);
            }
            ends.add(List.copyOf(committee));
            return;
        }
        List<List<Ratio>> history = new ArrayList<>(stages);
        history.add(totals);
        boolean passes = !surplus.isEmpty();
        int sign = passes ? 1 : -1;
        Comparator<Integer> order = Comparator.comparing(totals::get);
        Ratio extreme = totals.get((passes ? surplus : hopeful)
                .stream().max(sign > 0 ? order : order.reversed()).orElseThrow());
        List<Integer> tied = (passes ? surplus : hopeful)
                .stream().filter(c -> totals.get(c).compareTo(extreme) == 0).toList();
        for (int stage = history.size() - 2; scottish && stage >= 0; stage--) {
            List<Ratio> then = history.get(stage);
            List<Integer> among = tied;
            tied = among.stream()
                    .filter(c ->
                            among.stream().noneMatch(d -> sign * then.get(d).compareTo(then.get(c)) > 0))
                    .toList();
        }
        for (int c : tied) {
            Set<Integer> left = new TreeSet<>(surplus);
            Set<Integer> out = new TreeSet<>(excluded);
            Ratio factor = Ratio.ONE;
            if (passes) {
                left.remove(c);
                factor = totals.get(c).subtract(quota).divide(totals.get(c));
            } else {
                out.add(c);
            }
            Set<Integer> gone = new TreeSet<>(in);
            gone.addAll(out);
            List<Paper> next = new ArrayList<>();
            for (Paper paper : piles) {
                Ratio worth = paper.value().multiply(factor);
                next.add(paper.pile() == c ? paper.on(scottish ? fiveDecimals(worth) : worth, gone) : paper);
            }
            gregory(next, in, left, out, quota, scottish, history, ends);
        }
    }

    private static Ratio fiveDecimals(Ratio worth) {
        return new Ratio(worth.multiply(100_000).whole(), 100_000);
    }

    /**
     * Meek's count in floating point: kept shares are iterated until nothing moves.
     *
     * @param blur candidates whose votes differ by less than this from the lowest tie with it
     */
    Set<List<Integer>> meek(double blur) {
        Set<List<Integer>> ends = new HashSet<>();
        meek(new TreeSet<>(), new TreeSet<>(), blur, ends, new HashSet<>());
        return ends;
    }

    private void meek(
            Set<Integer> before, Set<Integer> excluded, double blur, Set<List<Integer>> ends, Set<Set<Integer>> seen) {
        if (!seen.add(excluded)) {
            return;
        }
        Set<Integer> elected = new TreeSet<>(before);
        double[] keep = new double[m];
        Arrays.setAll(keep, c -> excluded.contains(c) ? 0 : 1);
        double[] votes = votes(keep);
        for (int iteration = 0; iteration < 400 && elected.size() < k; iteration++) {
            votes = votes(keep);
            double quota = Arrays.stream(votes).sum() / (k + 1);
            double surplus = 0;
            for (int c = 0; c < m; c++) {
                if (!excluded.contains(c) && votes[c] >= quota + BILLIONTH) {
                    elected.add(c);
                }
                if (elected.contains(c) && votes[c] > quota) {
                    surplus += votes[c] - quota;
                    keep[c] *= quota / votes[c];
                }
            }
            if (surplus < 1e-12) {
                break;
            }
        }
        if (elected.size() >= k || m - excluded.size() <= k) {
            Set<Integer> committee = new TreeSet<>(elected);
            for (int c = 0; c < m && elected.size() < k; c++) {
                if (!excluded.contains(c)) {
                    committee.add(c);
                }
            }
            ends.add(List.copyOf(committee));
            return;
        }
        double lowest = Double.MAX_VALUE;
        for (int c = 0; c < m; c++) {
            lowest = elected.contains(c) || excluded.contains(c) ? lowest : Math.min(lowest, votes[c]);
        }
        for (int c = 0; c < m; c++) {
            if (!elected.contains(c) && !excluded.contains(c) && votes[c] <= lowest + blur) {
                Set<Integer> out = new TreeSet<>(excluded);
                out.add(c);
                meek(elected, out, blur, ends, seen);
            }
        }
    }

    private double[] votes(double[] keep) {
        double[] votes = new double[m];
        for (int[] order : papers) {
            double left = 1;
            for (int c : order) {
                double kept = left * keep[c];
                votes[c] += kept;
                left -= kept;
            }
        }
        return votes;
    }
}
