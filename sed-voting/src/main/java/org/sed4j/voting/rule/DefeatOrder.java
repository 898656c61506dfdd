package org.sed4j.voting.rule;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.Pairwise;
import org.sed4j.voting.rule.Majorities.Strength;

/**
 * Rules that lock in defeats from the strongest to the weakest: ranked pairs and River.
 *
 * <p>Ranked pairs skips a defeat that would close a cycle; River skips also a second defeat of the same candidate. Whom no
 * locked defeat hits wins. Defeats of equal strength are a tie: every order is followed (states that lead to the same locked
 * relation are visited once), or the policy's order of candidates sorts them by winner, then by loser.
 */
final class DefeatOrder {
    private final int m;
    private final boolean river;
    private final List<List<int[]>> classes;
    private final Candidates field;
    private final Count count;
    private final Set<Integer> winners = new TreeSet<>();
    private final Set<State> seen = new HashSet<>();
    private boolean exact = true;

    private DefeatOrder(Candidates field, Pairwise pairs, Strength strength, boolean river, Count count) {
        this.m = pairs.size();
        this.field = field;
        this.river = river;
        this.count = count;
        this.classes = classes(pairs, strength);
    }

    static Outcome count(Candidates field, Pairwise pairs, Strength strength, boolean river, Count count) {
        DefeatOrder order = new DefeatOrder(field, pairs, strength, river, count);
        BitSet none = new BitSet(order.m * order.m);
        if (count.followsTies()) {
            order.follow(0, none, true);
        } else {
            order.resolve(none);
        }
        return Choice.outcome(field, order.winners, List.of(), count, order.exact);
    }

    /** Defeats in classes of equal strength, the strongest class first. */
    private static List<List<int[]>> classes(Pairwise pairs, Strength strength) {
        List<int[]> defeats = new ArrayList<>();
        for (int a = 0; a < pairs.size(); a++) {
            for (int b = 0; b < pairs.size(); b++) {
                if (pairs.beats(a, b)) {
                    defeats.add(new int[] {a, b});
                }
            }
        }
        defeats.sort(Comparator.comparingLong((int[] d) -> -strength.of(pairs, d[0], d[1])));
        List<List<int[]>> classes = new ArrayList<>();
        long last = Long.MIN_VALUE;
        for (int[] defeat : defeats) {
            long now = strength.of(pairs, defeat[0], defeat[1]);
            if (classes.isEmpty() || now != last) {
                classes.add(new ArrayList<>());
            }
            classes.get(classes.size() - 1).add(defeat);
            last = now;
        }
        return classes;
    }

    private record State(int index, BitSet locked) {}

    /**
     * Locks what no order can keep out, class by class, and recurses only where there is a choice. What was passed over stays
     * blocked, so a state is the class and the locked relation.
     */
    private void follow(int from, BitSet start, boolean fresh) {
        int index = from;
        BitSet locked = start;
        boolean first = fresh;
        while (index < classes.size()) {
            List<int[]> live = live(locked, classes.get(index));
            List<int[]> sure = sure(locked, live);
            if (live.isEmpty()) {
                index++;
                first = true;
            } else if (sure.isEmpty()) {
                branch(index, locked, live, first);
                return;
            }
            for (int[] defeat : sure) {
                if (first) {
                    count.note(() -> "lock " + text(defeat));
                }
                locked = lock(locked, defeat);
            }
        }
        addWinners(locked);
    }

    private void branch(int index, BitSet locked, List<int[]> live, boolean fresh) {
        if (seen.size() >= count.branches()) {
            exact = false;
            if (!winners.isEmpty()) {
                return;
            }
        }
        if (!seen.add(new State(index, locked))) {
            return;
        }
        if (fresh) {
            count.note(() -> "equally strong, every order followed: "
                    + live.stream().map(this::text).toList());
        }
        for (int[] defeat : live) {
            follow(index, lock(locked, defeat), false);
        }
    }

    /** Defeats that can still be locked; the others are passed over at once, since no order brings them back. */
    private List<int[]> live(BitSet locked, List<int[]> defeats) {
        return defeats.stream().filter(defeat -> !blocked(locked, defeat)).toList();
    }

    /** Those that every order locks: on no cycle of what is locked and what is live and, in River, alone in hitting. */
    private List<int[]> sure(BitSet locked, List<int[]> live) {
        BitSet all = locked;
        for (int[] defeat : live) {
            all = lock(all, defeat);
        }
        BitSet reach = all;
        return live.stream()
                .filter(d -> !reach.get(d[1] * m + d[0]))
                .filter(d -> !river || live.stream().filter(e -> e[1] == d[1]).count() == 1)
                .toList();
    }

    private String text(int[] defeat) {
        return field.name(defeat[0]) + " > " + field.name(defeat[1]);
    }

    private void resolve(BitSet none) {
        BitSet locked = none;
        for (int index = 0; index < classes.size(); index++) {
            List<int[]> defeats = new ArrayList<>(classes.get(index));
            if (defeats.size() > 1) {
                sort(defeats, "defeats of strength class " + (index + 1));
            }
            for (int[] defeat : defeats) {
                boolean blocked = blocked(locked, defeat);
                count.note(() -> (blocked ? "skip " : "lock ") + text(defeat));
                locked = blocked ? locked : lock(locked, defeat);
            }
        }
        addWinners(locked);
    }

    private void sort(List<int[]> defeats, String where) {
        Set<Integer> involved = new TreeSet<>();
        for (int[] defeat : defeats) {
            involved.add(defeat[0]);
            involved.add(defeat[1]);
        }
        List<Integer> order = count.order(List.copyOf(involved), where);
        defeats.sort(Comparator.comparingInt((int[] d) -> order.indexOf(d[0]))
                .thenComparing(Comparator.comparingInt((int[] d) -> order.indexOf(d[1]))
                        .reversed()));
    }

    private boolean blocked(BitSet locked, int[] defeat) {
        return locked.get(defeat[1] * m + defeat[0])
                || locked.get(defeat[0] * m + defeat[1])
                || (river && hit(locked, defeat[1]));
    }

    private boolean hit(BitSet locked, int loser) {
        for (int a = 0; a < m; a++) {
            if (locked.get(a * m + loser)) {
                return true;
            }
        }
        return false;
    }

    /** The transitive closure after one more defeat. A locked path already says the same, so closures are enough. */
    private BitSet lock(BitSet locked, int[] defeat) {
        BitSet next = (BitSet) locked.clone();
        for (int a = 0; a < m; a++) {
            if (a != defeat[0] && !locked.get(a * m + defeat[0])) {
                continue;
            }
            for (int b = 0; b < m; b++) {
                if (b == defeat[1] || locked.get(defeat[1] * m + b)) {
                    next.set(a * m + b);
                }
            }
        }
        return next;
    }

    private void addWinners(BitSet locked) {
        for (int c = 0; c < m; c++) {
            if (!hit(locked, c)) {
                winners.add(c);
            }
        }
    }
}
