package org.sed4j.voting.rule;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.sed4j.voting.ballot.Candidates;

/** Counts that drop one candidate a round until one is left; ties among the droppable are followed or resolved. */
final class Elimination {

    /** What a round says of those still in. */
    @FunctionalInterface
    interface Round {
        Dropping drop(BitSet in);
    }

    /**
     * Whom a round drops.
     *
     * @param tied the candidates of whom one is dropped
     * @param together true if all of them go at once: whatever the order, all would go before anybody else
     * @param line what the account says of the round
     */
    record Dropping(List<Integer> tied, boolean together, Supplier<String> line) {}

    private final Candidates field;
    private final Round round;
    private final Count count;
    private final Set<BitSet> seen = new HashSet<>();
    private final Set<Integer> winners = new TreeSet<>();
    private boolean exact = true;

    private Elimination(Candidates field, Round round, Count count) {
        this.field = field;
        this.round = round;
        this.count = count;
    }

    /** Drops until one is left; if a round would drop everybody at once, they tie. */
    static Outcome run(Candidates field, Count count, Round round) {
        Elimination run = new Elimination(field, round, count);
        Deque<BitSet> open = new ArrayDeque<>();
        BitSet all = new BitSet();
        all.set(0, field.size());
        open.push(all);
        while (!open.isEmpty()) {
            run.step(open.pop(), open);
        }
        return Choice.outcome(field, run.winners, List.of(), count, run.exact);
    }

    private void step(BitSet in, Deque<BitSet> open) {
        if (!seen.add(in)) {
            return;
        }
        if (in.cardinality() == 1) {
            winners.add(in.nextSetBit(0));
            return;
        }
        Dropping drop = round.drop(in);
        int number = field.size() - in.cardinality() + 1;
        count.note(() -> "with " + in.cardinality() + " in: " + drop.line().get());
        if (drop.together() || drop.tied().size() == 1) {
            leave(in, drop.tied(), open);
            return;
        }
        if (!count.followsTies()) {
            leave(in, List.of(count.last(drop.tied(), "round " + number)), open);
            return;
        }
        count.note(() -> "tied to be dropped, each way followed: " + field.names(drop.tied()));
        boolean cut = seen.size() + open.size() >= count.branches();
        exact &= !cut;
        for (int c : cut ? drop.tied().subList(0, 1) : drop.tied()) {
            leave(in, List.of(c), open);
        }
    }

    private void leave(BitSet in, List<Integer> dropped, Deque<BitSet> open) {
        BitSet rest = (BitSet) in.clone();
        dropped.forEach(rest::clear);
        if (rest.isEmpty()) {
            dropped.forEach(winners::add);
            return;
        }
        count.note(() -> "out: " + field.names(dropped));
        open.push(rest);
    }
}
