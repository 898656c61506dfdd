package org.sed4j.voting.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.math3.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * A second implementation of every rule for committees that counts approvals, deliberately slow and literal: one set for each
 * voter, every committee scored, ties followed by recursion.
 */
final class NaiveCommittees {
    private final List<Set<Integer>> voters;
    private final int m;
    private final int k;

    NaiveCommittees(List<Set<Integer>> voters, int m, int k) {
        this.voters = voters;
        this.m = m;
        this.k = k;
    }

    Set<List<Integer>> committees(String rule) {
        return switch (rule) {
            case "av" -> best(set -> sum(v -> new BigFraction(common(v, set))));
            case "sav" ->
                best(set -> sum(v -> v.isEmpty() ? BigFraction.ZERO : new BigFraction(common(v, set), v.size())));
            case "pav" -> best(this::pav);
            case "cc" -> best(this::covered);
            case "seq-pav" -> growing(new TreeSet<>(), this::pav);
            case "seq-cc" -> growing(new TreeSet<>(), this::covered);
            case "rev-seq-pav" -> shrinking(all());
            case "seq-phragmen" -> phragmen(new TreeSet<>(), zeros());
            case "mes" -> lists(endings(new BigFraction(k, voters.size()), k));
            case "mes-phragmen" -> completed(set -> phragmenFrom(set));
            case "mes-av" -> completed(ending -> byApprovals(ending.elected()));
            case "mes-budget" -> budget();
            default -> throw new IllegalArgumentException(rule);
        };
    }

    private interface OfSet {
        BigFraction of(Set<Integer> set);
    }

    private interface OfVoter {
        BigFraction of(Set<Integer> approved);
    }

    private Set<Integer> all() {
        Set<Integer> all = new TreeSet<>();
        for (int c = 0; c < m; c++) {
            all.add(c);
        }
        return all;
    }

    private List<BigFraction> zeros() {
        return new ArrayList<>(Collections.nCopies(voters.size(), BigFraction.ZERO));
    }

    private static int common(Set<Integer> one, Set<Integer> other) {
        return (int) one.stream().filter(other::contains).count();
    }

    private BigFraction sum(OfVoter value) {
        return voters.stream().map(value::of).reduce(BigFraction.ZERO, BigFraction::add);
    }

    private BigFraction pav(Set<Integer> set) {
        return sum(v -> {
            BigFraction harmonic = BigFraction.ZERO;
            for (int j = 1; j <= common(v, set); j++) {
                harmonic = harmonic.add(new BigFraction(1, j));
            }
            return harmonic;
        });
    }

    private BigFraction covered(Set<Integer> set) {
        return sum(v -> common(v, set) > 0 ? BigFraction.ONE : BigFraction.ZERO);
    }

    private Set<List<Integer>> best(OfSet score) {
        List<Set<Integer>> sets = new ArrayList<>();
        for (int mask = 0; mask < 1 << m; mask++) {
            Set<Integer> set = new TreeSet<>();
            for (int c = 0; c < m; c++) {
                if ((mask >> c & 1) != 0) {
                    set.add(c);
                }
            }
            if (set.size() == k) {
                sets.add(set);
            }
        }
        return lists(highest(sets, score));
    }

    private static List<Set<Integer>> highest(List<Set<Integer>> sets, OfSet score) {
        List<BigFraction> scores = sets.stream().map(score::of).toList();
        BigFraction most = scores.stream().max(Comparator.naturalOrder()).orElseThrow();
        List<Set<Integer>> highest = new ArrayList<>();
        for (int i = 0; i < sets.size(); i++) {
            if (scores.get(i).compareTo(most) == 0) {
                highest.add(sets.get(i));
            }
        }
        return highest;
    }

    private static Set<List<Integer>> lists(Iterable<Set<Integer>> sets) {
        Set<List<Integer>> lists = new HashSet<>();
        sets.forEach(set -> lists.add(List.copyOf(set)));
        return lists;
    }

    private static Set<Integer> with(Set<Integer> set, int c) {
        Set<Integer> more = new TreeSet<>(set);
        more.add(c);
        return more;
    }

    private List<Set<Integer>> grown(Set<Integer> set) {
        return all().stream()
                .filter(c -> !set.contains(c))
                .map(c -> with(set, c))
                .toList();
    }

    private Set<List<Integer>> growing(Set<Integer> set, OfSet score) {
        if (set.size() == k) {
            return lists(List.of(set));
        }
        Set<List<Integer>> ends = new HashSet<>();
        highest(grown(set), score).forEach(next -> ends.addAll(growing(next, score)));
        return ends;
    }

    private Set<List<Integer>> shrinking(Set<Integer> set) {
        if (set.size() == k) {
            return lists(List.of(set));
        }
        List<Set<Integer>> smaller = set.stream()
                .map(c -> {
                    Set<Integer> less = new TreeSet<>(set);
                    less.remove(c);
                    return less;
                })
                .toList();
        Set<List<Integer>> ends = new HashSet<>();
        highest(smaller, this::pav).forEach(next -> ends.addAll(shrinking(next)));
        return ends;
    }

    /** Phragmén by loads: c would bring its supporters to (1 + their loads) / their number; the lowest is taken. */
    private Set<List<Integer>> phragmen(Set<Integer> set, List<BigFraction> loads) {
        if (set.size() >= k) {
            return lists(List.of(set));
        }
        BigFraction lowest = null;
        for (int c = 0; c < m; c++) {
            BigFraction load = set.contains(c) ? null : load(c, loads);
            lowest = load != null && (lowest == null || load.compareTo(lowest) < 0) ? load : lowest;
        }
        Set<List<Integer>> ends = new HashSet<>();
        for (int c = 0; c < m; c++) {
            BigFraction load = set.contains(c) ? null : load(c, loads);
            if (set.contains(c) || (lowest == null ? load != null : load == null || load.compareTo(lowest) != 0)) {
                continue;
            }
            List<BigFraction> next = new ArrayList<>(loads);
            for (int i = 0; i < next.size() && load != null; i++) {
                next.set(i, voters.get(i).contains(c) ? load : next.get(i));
            }
            ends.addAll(phragmen(with(set, c), next));
        }
        return ends;
    }

    /** The load that c would bring its supporters to; null if it has none. */
    private @Nullable BigFraction load(int c, List<BigFraction> loads) {
        BigFraction sum = BigFraction.ONE;
        int supporters = 0;
        for (int i = 0; i < loads.size(); i++) {
            if (voters.get(i).contains(c)) {
                sum = sum.add(loads.get(i));
                supporters++;
            }
        }
        return supporters == 0 ? null : sum.divide(supporters);
    }

    /** An end of equal shares: who was elected, and what each voter has left. */
    private record Ending(Set<Integer> elected, List<BigFraction> left) {}

    /** Phragmén goes on from the money left: a voter who has more than another has a load lower by as much. */
    private Set<List<Integer>> phragmenFrom(Ending ending) {
        return phragmen(
                ending.elected(),
                ending.left().stream().map(BigFraction::negate).toList());
    }

    private Set<Set<Integer>> endings(BigFraction each, int most) {
        Set<Set<Integer>> sets = new HashSet<>();
        List<BigFraction> money = new ArrayList<>(Collections.nCopies(voters.size(), each));
        buy(new Ending(new TreeSet<>(), money), most, new HashSet<>()).forEach(e -> sets.add(e.elected()));
        return sets;
    }

    private Set<Ending> buy(Ending now, int most, Set<Ending> ends) {
        BigFraction cheapest = null;
        for (int c = 0; c < m && now.elected().size() < most; c++) {
            BigFraction price = now.elected().contains(c) ? null : price(c, now.left());
            cheapest = price != null && (cheapest == null || price.compareTo(cheapest) < 0) ? price : cheapest;
        }
        if (cheapest == null) {
            ends.add(now);
            return ends;
        }
        for (int c = 0; c < m; c++) {
            BigFraction price = now.elected().contains(c) ? null : price(c, now.left());
            if (price == null || price.compareTo(cheapest) != 0) {
                continue;
            }
            List<BigFraction> left = new ArrayList<>();
            for (int i = 0; i < voters.size(); i++) {
                BigFraction has = now.left().get(i);
                left.add(voters.get(i).contains(c) ? has.subtract(least(has, price)) : has);
            }
            buy(new Ending(with(now.elected(), c), left), most, ends);
        }
        return ends;
    }

    private static BigFraction least(BigFraction one, BigFraction other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** The q with Σ min(money, q) = 1 over supporters: tried for every number of them who pay all they have. */
    private @Nullable BigFraction price(int c, List<BigFraction> money) {
        List<BigFraction> purses = new ArrayList<>();
        for (int i = 0; i < voters.size(); i++) {
            if (voters.get(i).contains(c)) {
                purses.add(money.get(i));
            }
        }
        purses.sort(Comparator.naturalOrder());
        for (int poor = 0; poor < purses.size(); poor++) {
            BigFraction missing = BigFraction.ONE;
            for (int i = 0; i < poor; i++) {
                missing = missing.subtract(purses.get(i));
            }
            BigFraction q = missing.divide(purses.size() - poor);
            BigFraction paid = BigFraction.ZERO;
            for (BigFraction purse : purses) {
                paid = paid.add(least(purse, q));
            }
            if (paid.compareTo(BigFraction.ONE) == 0) {
                return q;
            }
        }
        return null;
    }

    private interface Completion {
        Set<List<Integer>> of(Ending ending);
    }

    private Set<List<Integer>> completed(Completion completion) {
        List<BigFraction> money =
                new ArrayList<>(Collections.nCopies(voters.size(), new BigFraction(k, voters.size())));
        Set<List<Integer>> all = new HashSet<>();
        buy(new Ending(new TreeSet<>(), money), k, new HashSet<>())
                .forEach(ending -> all.addAll(completion.of(ending)));
        return all;
    }

    private Set<List<Integer>> byApprovals(Set<Integer> set) {
        return growing(set, grown -> sum(v -> new BigFraction(common(v, grown))));
    }

    /** Every budget of k, k + 1, ... seats; the last one before more than k are elected, or one that elects k for sure. */
    private Set<List<Integer>> budget() {
        Set<Set<Integer>> last = endings(new BigFraction(k, voters.size()), k);
        for (int budget = k + 1; budget <= k * voters.size() && last.stream().anyMatch(s -> s.size() < k); budget++) {
            Set<Set<Integer>> next = endings(new BigFraction(budget, voters.size()), k + 1);
            if (next.stream().anyMatch(s -> s.size() > k)) {
                break;
            }
            last = next;
        }
        Set<List<Integer>> all = new HashSet<>();
        last.forEach(set -> all.addAll(byApprovals(set)));
        return all;
    }
}
