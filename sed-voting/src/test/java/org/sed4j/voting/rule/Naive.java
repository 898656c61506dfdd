package org.sed4j.voting.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.sed4j.voting.ballot.RankingProfile;

/**
 * A second implementation of every ordinal rule, deliberately slow and literal: definitions by enumeration, over one row of
 * ranks for each voter.
 */
final class Naive {
    final int m;
    final List<int[]> voters;
    private final long[][] counted;

    Naive(RankingProfile profile) {
        m = profile.candidates().size();
        voters = profile.expanded().stream().map(ballot -> ballot.levels(m)).toList();
        counted = new long[m][m];
        for (int a = 0; a < m; a++) {
            for (int b = 0; b < m; b++) {
                for (int[] v : voters) {
                    counted[a][b] += v[a] < v[b] ? 1 : 0;
                }
            }
        }
    }

    Set<Integer> winners(String rule) {
        Naive n = this;
        return switch (rule) {
            case "plurality" -> n.scoring((place, m) -> BigFraction.ONE.multiply(place == 0 ? 1 : 0));
            case "anti-plurality" -> n.scoring((place, m) -> BigFraction.ONE.multiply(place == m - 1 ? -1 : 0));
            case "borda" -> n.scoring((place, m) -> new BigFraction(-place));
            case "dowdall" -> n.scoring((place, m) -> new BigFraction(1, place + 1));
            case "condorcet" -> n.condorcet();
            case "copeland" -> n.best(a -> 2 * n.wins(a) + n.ties(a));
            case "llull" -> n.best(a -> n.wins(a) + n.ties(a));
            case "minimax" -> n.best(a -> -n.worst(a, n::margin));
            case "minimax-wv" -> n.best(a -> -n.worst(a, (b, c) -> n.margin(b, c) > 0 ? n.prefers(b, c) : 0));
            case "minimax-opposition" -> n.best(a -> -n.worst(a, n::prefers));
            case "smith" -> n.smith();
            case "schwartz" -> n.schwartz();
            case "uncovered" -> n.uncovered();
            case "schulze" -> n.schulze(n::prefers);
            case "schulze-margins" -> n.schulze(n::margin);
            case "ranked-pairs" -> n.stacks(n::margin);
            case "ranked-pairs-wv" ->
                n.stacks((a, b) -> n.margin(a, b) == 0 ? 0 : n.margin(a, b) > 0 ? n.prefers(a, b) : -n.prefers(b, a));
            case "river" -> n.river();
            case "split-cycle" -> n.splitCycle();
            case "kemeny" -> n.bestOrders(n::prefers);
            case "slater" -> n.bestOrders((a, b) -> n.margin(a, b) > 0 ? 1 : 0);
            case "irv" -> n.eliminate(n.all(), n::leastFirsts);
            case "coombs" -> n.eliminate(n.all(), n::mostLasts);
            case "coombs-majority" -> n.coombsMajority(n.all());
            case "baldwin" -> n.eliminate(n.all(), in -> n.lowest(in, a -> n.bordaWithin(in, a)));
            case "nanson" -> n.nanson(n.all());
            case "bucklin" -> n.bucklin();
            case "top-two" -> n.topTwo();
            case "black" ->
                n.condorcet().size() == 1 && n.m > 1 ? n.condorcet() : n.scoring((place, m) -> new BigFraction(-place));
            default -> throw new IllegalArgumentException(rule);
        };
    }

    interface Of {
        long of(int a);
    }

    interface Pair {
        long of(int a, int b);
    }

    Set<Integer> all() {
        Set<Integer> all = new TreeSet<>();
        for (int c = 0; c < m; c++) {
            all.add(c);
        }
        return all;
    }

    long prefers(int a, int b) {
        return counted[a][b];
    }

    long margin(int a, int b) {
        return prefers(a, b) - prefers(b, a);
    }

    Set<Integer> best(Of score) {
        return lowest(all(), a -> -score.of(a));
    }

    Set<Integer> lowest(Set<Integer> in, Of score) {
        long least = in.stream().mapToLong(score::of).min().orElseThrow();
        Set<Integer> lowest = new TreeSet<>();
        in.stream().filter(a -> score.of(a) == least).forEach(lowest::add);
        return lowest;
    }

    Set<Integer> scoring(BiFunction<Integer, Integer, BigFraction> points) {
        List<BigFraction> scores = new ArrayList<>();
        for (int c = 0; c < m; c++) {
            BigFraction score = BigFraction.ZERO;
            for (int[] v : voters) {
                int above = 0;
                int level = 0;
                for (int d = 0; d < m; d++) {
                    above += v[d] < v[c] ? 1 : 0;
                    level += v[d] == v[c] ? 1 : 0;
                }
                BigFraction sum = BigFraction.ZERO;
                for (int place = above; place < above + level; place++) {
                    sum = sum.add(points.apply(place, m));
                }
                score = score.add(sum.divide(level));
            }
            scores.add(score);
        }
        BigFraction most =
                scores.stream().reduce((a, b) -> a.compareTo(b) >= 0 ? a : b).orElseThrow();
        Set<Integer> winners = new TreeSet<>();
        for (int c = 0; c < m; c++) {
            if (scores.get(c).equals(most)) {
                winners.add(c);
            }
        }
        return winners;
    }

    Set<Integer> condorcet() {
        for (int a = 0; a < m; a++) {
            if (wins(a) == m - 1) {
                return Set.of(a);
            }
        }
        return all();
    }

    long wins(int a) {
        return all().stream().filter(b -> margin(a, b) > 0).count();
    }

    long ties(int a) {
        return all().stream().filter(b -> b != a && margin(a, b) == 0).count();
    }

    long worst(int a, Pair opposition) {
        return all().stream()
                .filter(b -> b != a)
                .mapToLong(b -> opposition.of(b, a))
                .max()
                .orElse(0);
    }

    private List<Set<Integer>> subsets() {
        List<Set<Integer>> subsets = new ArrayList<>();
        for (int mask = 1; mask < 1 << m; mask++) {
            Set<Integer> set = new TreeSet<>();
            for (int c = 0; c < m; c++) {
                if ((mask >> c & 1) != 0) {
                    set.add(c);
                }
            }
            subsets.add(set);
        }
        subsets.sort((s, t) -> s.size() - t.size());
        return subsets;
    }

    private Set<Integer> outside(Set<Integer> set) {
        Set<Integer> outside = all();
        outside.removeAll(set);
        return outside;
    }

    Set<Integer> smith() {
        return subsets().stream()
                .filter(s -> s.stream().allMatch(a -> outside(s).stream().allMatch(b -> margin(a, b) > 0)))
                .findFirst()
                .orElseThrow();
    }

    Set<Integer> schwartz() {
        List<Set<Integer>> minimal = new ArrayList<>();
        for (Set<Integer> s : subsets()) {
            boolean unbeaten = s.stream().allMatch(a -> outside(s).stream().allMatch(b -> margin(b, a) <= 0));
            if (unbeaten && minimal.stream().noneMatch(s::containsAll)) {
                minimal.add(s);
            }
        }
        Set<Integer> union = new TreeSet<>();
        minimal.forEach(union::addAll);
        return union;
    }

    Set<Integer> uncovered() {
        Set<Integer> in = all();
        for (int a = 0; a < m; a++) {
            for (int b = 0; b < m; b++) {
                int over = a;
                int by = b;
                if (margin(b, a) > 0 && all().stream().noneMatch(c -> margin(c, by) > 0 && margin(c, over) <= 0)) {
                    in.remove(a);
                }
            }
        }
        return in;
    }

    /** The strongest of all simple paths, found by walking all of them. */
    private long strongest(int from, int to, Set<Integer> visited, Pair strength) {
        long best = 0;
        for (int next = 0; next < m; next++) {
            if (visited.contains(next) || margin(from, next) <= 0) {
                continue;
            }
            long link = strength.of(from, next);
            Set<Integer> more = new TreeSet<>(visited);
            more.add(next);
            long rest = next == to ? link : Math.min(link, strongest(next, to, more, strength));
            best = Math.max(best, rest);
        }
        return best;
    }

    Set<Integer> schulze(Pair strength) {
        long[][] path = new long[m][m];
        for (int a = 0; a < m; a++) {
            for (int b = 0; b < m; b++) {
                path[a][b] = a == b ? 0 : strongest(a, b, Set.of(a), strength);
            }
        }
        Set<Integer> winners = all();
        winners.removeIf(a -> all().stream().anyMatch(b -> path[b][a] > path[a][b]));
        return winners;
    }

    static List<int[]> permutations(int m) {
        List<int[]> all = new ArrayList<>();
        permute(new int[m], 0, new boolean[m], all);
        return all;
    }

    private static void permute(int[] order, int at, boolean[] used, List<int[]> all) {
        if (at == order.length) {
            all.add(order.clone());
            return;
        }
        for (int c = 0; c < order.length; c++) {
            if (!used[c]) {
                used[c] = true;
                order[at] = c;
                permute(order, at + 1, used, all);
                used[c] = false;
            }
        }
    }

    /**
     * Ranked pairs by the theorem of Zavist and Tideman (1989, "Complete independence of clones in the ranked pairs rule",
     * Soc. Choice Welf. 6): an order can come out of it if and only if it is a stack, that is if for every x above y there is
     * a downward path from x to y each link of which is at least as strong as y is against x.
     */
    Set<Integer> stacks(Pair strength) {
        long[][] s = new long[m][m];
        for (int a = 0; a < m; a++) {
            for (int b = 0; b < m; b++) {
                s[a][b] = a == b ? 0 : strength.of(a, b);
            }
        }
        Set<Integer> tops = new TreeSet<>();
        for (int[] order : permutations(m)) {
            if (!tops.contains(order[0]) && isStack(order, s)) {
                tops.add(order[0]);
            }
        }
        return tops;
    }

    private boolean isStack(int[] order, long[][] s) {
        for (int i = 0; i < m; i++) {
            for (int j = i + 1; j < m; j++) {
                if (!descends(order, i, j, s[order[j]][order[i]], s)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean descends(int[] order, int from, int to, long least, long[][] s) {
        if (from == to) {
            return true;
        }
        for (int next = from + 1; next <= to; next++) {
            if (s[order[from]][order[next]] >= least && descends(order, next, to, least, s)) {
                return true;
            }
        }
        return false;
    }

    /** The defeats left after the weakest links of every simple cycle of majorities are struck out. */
    Set<Integer> splitCycle() {
        boolean[][] struck = new boolean[m][m];
        for (int a = 0; a < m; a++) {
            strike(new ArrayList<>(List.of(a)), struck);
        }
        Set<Integer> winners = all();
        winners.removeIf(a -> all().stream().anyMatch(b -> margin(b, a) > 0 && !struck[b][a]));
        return winners;
    }

    private void strike(List<Integer> path, boolean[][] struck) {
        int last = path.get(path.size() - 1);
        for (int next = 0; next < m; next++) {
            if (margin(last, next) <= 0) {
                continue;
            }
            if (next == path.get(0)) {
                List<Integer> cycle = new ArrayList<>(path);
                cycle.add(next);
                long weakest = Long.MAX_VALUE;
                for (int i = 1; i < cycle.size(); i++) {
                    weakest = Math.min(weakest, margin(cycle.get(i - 1), cycle.get(i)));
                }
                for (int i = 1; i < cycle.size(); i++) {
                    struck[cycle.get(i - 1)][cycle.get(i)] |= margin(cycle.get(i - 1), cycle.get(i)) == weakest;
                }
            } else if (!path.contains(next)) {
                path.add(next);
                strike(path, struck);
                path.remove(path.size() - 1);
            }
        }
    }

    Set<Integer> bestOrders(Pair support) {
        long[][] s = new long[m][m];
        for (int a = 0; a < m; a++) {
            for (int b = 0; b < m; b++) {
                s[a][b] = support.of(a, b);
            }
        }
        long best = -1;
        Set<Integer> tops = new TreeSet<>();
        for (int[] order : permutations(m)) {
            long score = 0;
            for (int i = 0; i < m; i++) {
                for (int j = i + 1; j < m; j++) {
                    score += s[order[i]][order[j]];
                }
            }
            if (score > best) {
                tops.clear();
                best = score;
            }
            if (score == best) {
                tops.add(order[0]);
            }
        }
        return tops;
    }

    interface Losers {
        Set<Integer> of(Set<Integer> in);
    }

    Set<Integer> eliminate(Set<Integer> in, Losers losers) {
        if (in.size() == 1) {
            return in;
        }
        Set<Integer> winners = new TreeSet<>();
        for (int out : losers.of(in)) {
            Set<Integer> rest = new TreeSet<>(in);
            rest.remove(out);
            winners.addAll(eliminate(rest, losers));
        }
        return winners;
    }

    private boolean first(int[] v, Set<Integer> in, int a) {
        return v[a] < m && in.stream().allMatch(b -> b == a || v[a] < v[b]);
    }

    Set<Integer> leastFirsts(Set<Integer> in) {
        return lowest(in, a -> voters.stream().filter(v -> first(v, in, a)).count());
    }

    Set<Integer> mostLasts(Set<Integer> in) {
        return lowest(
                in,
                a -> -voters.stream()
                        .filter(v -> in.stream().allMatch(b -> b == a || v[b] < v[a]))
                        .count());
    }

    Set<Integer> coombsMajority(Set<Integer> in) {
        for (int a : in) {
            long firsts = voters.stream()
                    .filter(v -> in.stream().allMatch(b -> b == a || v[a] < v[b]))
                    .count();
            if (2 * firsts > voters.size()) {
                return Set.of(a);
            }
        }
        if (in.size() == 1) {
            return in;
        }
        Set<Integer> winners = new TreeSet<>();
        for (int out : mostLasts(in)) {
            Set<Integer> rest = new TreeSet<>(in);
            rest.remove(out);
            winners.addAll(coombsMajority(rest));
        }
        return winners;
    }

    long bordaWithin(Set<Integer> in, int a) {
        return in.stream().mapToLong(b -> margin(a, b)).sum();
    }

    Set<Integer> nanson(Set<Integer> in) {
        Set<Integer> rest = new TreeSet<>(in);
        rest.removeIf(a -> bordaWithin(in, a) < 0);
        return rest.size() == in.size() || rest.size() == 1 ? rest : nanson(rest);
    }

    Set<Integer> bucklin() {
        for (int place = 0; place < m; place++) {
            int upTo = place;
            Of reached = a -> voters.stream()
                    .filter(v ->
                            v[a] < m || all().stream().filter(b -> v[b] == m).count() == 1)
                    .filter(v -> all().stream().filter(b -> v[b] < v[a]).count() <= upTo)
                    .count();
            if (place == m - 1 || all().stream().anyMatch(a -> 2 * reached.of(a) > voters.size())) {
                return best(reached);
            }
        }
        throw new AssertionError();
    }

    Set<Integer> topTwo() {
        if (m == 1) {
            return all();
        }
        Of firsts = a -> voters.stream().filter(v -> first(v, all(), a)).count();
        Set<Integer> winners = new TreeSet<>();
        for (int a = 0; a < m; a++) {
            for (int b = 0; b < m; b++) {
                long lower = Math.min(firsts.of(a), firsts.of(b));
                int x = a;
                int y = b;
                // Two may meet if some order of ties puts them both ahead of everybody else.
                if (a == b || all().stream().anyMatch(c -> c != x && c != y && firsts.of(c) > lower)) {
                    continue;
                }
                if (margin(a, b) >= 0) {
                    winners.add(a);
                }
            }
        }
        return winners;
    }

    /**
     * River over all orders of equally strong defeats, ties falling either way, as a search over forests: who hits whom. A
     * defeat that was passed over stays barred, so the forest says what may come next; after a class, no defeat of it fits.
     */
    Set<Integer> river() {
        Set<List<Integer>> forests = Set.of(Collections.nCopies(m, -1));
        long[] strengths = IntStream.range(0, m * m)
                .filter(i -> i / m != i % m && margin(i / m, i % m) >= 0)
                .mapToLong(i -> margin(i / m, i % m))
                .distinct()
                .sorted()
                .toArray();
        for (int s = strengths.length - 1; s >= 0; s--) {
            Set<List<Integer>> ended = new HashSet<>();
            Set<List<Integer>> seen = new HashSet<>();
            for (List<Integer> forest : forests) {
                grow(forest, strengths[s], seen, ended);
            }
            forests = ended;
        }
        Set<Integer> winners = new TreeSet<>();
        forests.forEach(forest -> winners.add(root(forest, 0)));
        return winners;
    }

    private void grow(List<Integer> forest, long strength, Set<List<Integer>> seen, Set<List<Integer>> ended) {
        if (!seen.add(forest)) {
            return;
        }
        boolean grown = false;
        for (int a = 0; a < m; a++) {
            for (int b = 0; b < m; b++) {
                if (a != b && margin(a, b) == strength && forest.get(b) < 0 && root(forest, a) != b) {
                    List<Integer> more = new ArrayList<>(forest);
                    more.set(b, a);
                    grow(more, strength, seen, ended);
                    grown = true;
                }
            }
        }
        if (!grown) {
            ended.add(forest);
        }
    }

    private static int root(List<Integer> forest, int from) {
        int root = from;
        while (forest.get(root) >= 0) {
            root = forest.get(root);
        }
        return root;
    }

    /** One run of River: defeats in that order, none that closes a cycle or hits somebody twice. */
    int river(List<int[]> defeats) {
        int[] parent = new int[m];
        Arrays.fill(parent, -1);
        for (int[] d : defeats) {
            int root = d[0];
            while (parent[root] >= 0) {
                root = parent[root];
            }
            if (parent[d[1]] < 0 && root != d[1]) {
                parent[d[1]] = d[0];
            }
        }
        int winner = 0;
        while (parent[winner] >= 0) {
            winner = parent[winner];
        }
        return winner;
    }
}
