package org.sed4j.voting.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.apache.commons.math3.fraction.BigFraction;
import org.sed4j.voting.ballot.RankingProfile;

/**
 * A second implementation of the three forms of single transferable vote, paper by paper: each ballot is a piece of paper with
 * a value, on the pile of a candidate. Ties are followed by recursion.
 */
final class NaiveTransfers {
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
    private record Paper(int[] order, BigFraction value, int pile) {
        Paper on(BigFraction worth, Set<Integer> gone) {
            for (int c : order) {
                if (!gone.contains(c)) {
                    return new Paper(order, worth, c);
                }
            }
            return new Paper(order, worth, -1);
        }
    }

    Set<List<Integer>> gregory(boolean scottish) {
        BigFraction quota = new BigFraction(papers.size() / (k + 1) + 1);
        List<Paper> start = papers.stream()
                .map(order -> new Paper(order, BigFraction.ONE, -1).on(BigFraction.ONE, Set.of()))
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
            BigFraction quota,
            boolean scottish,
            List<List<BigFraction>> stages,
            Set<List<Integer>> ends) {
        List<BigFraction> totals = new ArrayList<>();
        for (int c = 0; c < m; c++) {
            int pile = c;
            BigFraction held = piles.stream()
                    .filter(p -> p.pile() == pile)
                    .map(Paper::value)
                    .reduce(BigFraction.ZERO, BigFraction::add);
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
        List<List<BigFraction>> history = new ArrayList<>(stages);
        history.add(totals);
        boolean passes = !surplus.isEmpty();
        int sign = passes ? 1 : -1;
        Comparator<Integer> order = Comparator.comparing(totals::get);
        BigFraction extreme = totals.get((passes ? surplus : hopeful)
                .stream().max(sign > 0 ? order : order.reversed()).orElseThrow());
        List<Integer> tied = (passes ? surplus : hopeful)
                .stream().filter(c -> totals.get(c).compareTo(extreme) == 0).toList();
        for (int stage = history.size() - 2; scottish && stage >= 0; stage--) {
            List<BigFraction> then = history.get(stage);
            List<Integer> among = tied;
            tied = among.stream()
                    .filter(c ->
                            among.stream().noneMatch(d -> sign * then.get(d).compareTo(then.get(c)) > 0))
                    .toList();
        }
        for (int c : tied) {
            Set<Integer> left = new TreeSet<>(surplus);
            Set<Integer> out = new TreeSet<>(excluded);
            BigFraction factor = BigFraction.ONE;
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
                BigFraction worth = paper.value().multiply(factor);
                next.add(paper.pile() == c ? paper.on(scottish ? fiveDecimals(worth) : worth, gone) : paper);
            }
            gregory(next, in, left, out, quota, scottish, history, ends);
        }
    }

    private static BigFraction fiveDecimals(BigFraction worth) {
        int hundredThousandths = worth.multiply(100_000).intValue();
        return new BigFraction(hundredThousandths, 100_000);
    }

    private static final MathContext DIGITS = new MathContext(30);

    /**
     * Meek's count in 30 digits: kept shares are iterated until nothing moves.
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
        BigDecimal[] keep = new BigDecimal[m];
        for (int c = 0; c < m; c++) {
            keep[c] = excluded.contains(c) ? BigDecimal.ZERO : BigDecimal.ONE;
        }
        BigDecimal[] votes = votes(keep);
        for (int iteration = 0; iteration < 400 && elected.size() < k; iteration++) {
            votes = votes(keep);
            BigDecimal all = BigDecimal.ZERO;
            for (BigDecimal v : votes) {
                all = all.add(v);
            }
            BigDecimal quota = all.divide(BigDecimal.valueOf(k + 1L), DIGITS);
            BigDecimal over = new BigDecimal("1e-9"); // the fixed-point quota is one billionth above its fraction
            BigDecimal surplus = BigDecimal.ZERO;
            for (int c = 0; c < m; c++) {
                if (!excluded.contains(c) && votes[c].compareTo(quota.add(over)) >= 0) {
                    elected.add(c);
                }
                if (elected.contains(c) && votes[c].compareTo(quota) > 0) {
                    surplus = surplus.add(votes[c].subtract(quota).abs());
                    keep[c] = keep[c].multiply(quota).divide(votes[c], DIGITS);
                }
            }
            if (surplus.doubleValue() < 1e-12) {
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
        BigDecimal[] last = votes;
        IntFunction<Double> total =
                c -> last[c].setScale(15, RoundingMode.HALF_EVEN).doubleValue();
        double lowest = Double.MAX_VALUE;
        for (int c = 0; c < m; c++) {
            lowest = elected.contains(c) || excluded.contains(c) ? lowest : Math.min(lowest, total.apply(c));
        }
        for (int c = 0; c < m; c++) {
            if (!elected.contains(c) && !excluded.contains(c) && total.apply(c) <= lowest + blur) {
                Set<Integer> out = new TreeSet<>(excluded);
                out.add(c);
                meek(elected, out, blur, ends, seen);
            }
        }
    }

    private BigDecimal[] votes(BigDecimal[] keep) {
        BigDecimal[] votes = new BigDecimal[m];
        Arrays.fill(votes, BigDecimal.ZERO);
        for (int[] order : papers) {
            BigDecimal left = BigDecimal.ONE;
            for (int c : order) {
                BigDecimal kept = left.multiply(keep[c], DIGITS);
                votes[c] = votes[c].add(kept, DIGITS);
                left = left.subtract(kept, DIGITS);
            }
        }
        return votes;
    }
}
