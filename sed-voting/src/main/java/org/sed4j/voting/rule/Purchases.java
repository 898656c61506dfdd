package org.sed4j.voting.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.math3.fraction.BigFraction;
import org.sed4j.voting.ballot.ApprovalProfile;

/**
 * A count in which voters buy seats with virtual money: what {@link Phragmen} and {@link EqualShares} have in common.
 *
 * <p>A level is the set of states that it can be in after as many purchases, ties being followed.
 */
final class Purchases {
    private final ApprovalProfile profile;
    private final Count count;
    private boolean exact = true;

    Purchases(ApprovalProfile profile, Count count) {
        this.profile = profile;
        this.count = count;
    }

    /** Who was elected, in no order, and what each voter of each group still holds. */
    record State(Set<Integer> elected, List<BigFraction> money) {
        int seats() {
            return elected.size();
        }

        /** The state with one more elected and that money left. */
        State with(int c, List<BigFraction> left) {
            Set<Integer> more = new TreeSet<>(elected);
            more.add(c);
            return new State(more, left);
        }
    }

    ApprovalProfile profile() {
        return profile;
    }

    /** Those not yet elected. */
    List<Integer> hopeful(State state) {
        return Tournaments.all(profile.candidates().size()).stream()
                .filter(c -> !state.elected().contains(c))
                .toList();
    }

    /** How many voters approve of c. */
    long supporters(int c) {
        long supporters = 0;
        for (int g = 0; g < profile.groups(); g++) {
            supporters += profile.approves(g, c) ? profile.weight(g) : 0;
        }
        return supporters;
    }

    /** After how many steps that decide nothing a count gives up. */
    int patience() {
        return count.branches();
    }

    /** Says that the outcome may miss something. */
    void giveUp() {
        exact = false;
    }

    /** The tied ones, if ties are followed; else the one that the policy takes. */
    List<Integer> chosen(List<Integer> tied, String where) {
        List<Integer> chosen = count.followsTies() ? tied : List.of(count.first(tied, where));
        count.note(() -> where + ": " + profile.candidates().names(chosen)
                + (chosen.size() > 1 ? " tie, each way followed" : ""));
        return chosen;
    }

    /** The level, or one state of it if there are too many to follow. */
    Set<State> limited(Set<State> level) {
        if (level.size() <= count.branches()) {
            return level;
        }
        exact = false;
        return Set.of(level.iterator().next());
    }

    CommitteeOutcome outcome(Set<State> states) {
        Set<List<Integer>> committees = new HashSet<>();
        states.forEach(state -> committees.add(List.copyOf(state.elected())));
        return CommitteeOutcome.of(profile.candidates(), committees, BigFraction.ZERO, count, exact);
    }
}
