package org.sed4j.voting.rule;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.math3.fraction.BigFraction;
import org.sed4j.voting.ballot.ApprovalProfile;
import org.sed4j.voting.ballot.Budget;
import org.sed4j.voting.rule.Purchases.State;

/** Takes the best project that still fits, until none fits. */
final class GreedyBudget {
    private GreedyBudget() {}

    static CommitteeOutcome fund(ApprovalProfile profile, Budget budget, boolean perCost, Count count) {
        Purchases purchases = new Purchases(profile, count);
        List<BigFraction> nothing = Arrays.asList(Fractions.zeros(profile.groups()));
        Set<State> level = Set.of(new State(new TreeSet<>(), nothing));
        Set<State> done = new LinkedHashSet<>();
        while (!level.isEmpty()) {
            Set<State> next = new LinkedHashSet<>();
            for (State state : level) {
                BigFraction left = budget.limit().subtract(budget.cost(state.elected()));
                List<Integer> fitting = purchases.hopeful(state).stream()
                        .filter(c -> budget.cost(c).compareTo(left) <= 0)
                        .toList();
                if (fitting.isEmpty()) {
                    done.add(state);
                    continue;
                }
                for (int c : purchases.chosen(best(purchases, budget, perCost, fitting), where(state))) {
                    next.add(state.with(c, state.money()));
                }
            }
            level = purchases.limited(next);
        }
        return purchases.outcome(done);
    }

    static String where(State state) {
        return "project " + (state.seats() + 1);
    }

    /** Projects that cost nothing come first, if somebody approves of them. */
    private static List<Integer> best(Purchases purchases, Budget budget, boolean perCost, List<Integer> fitting) {
        List<Integer> free = fitting.stream()
                .filter(c -> perCost && budget.cost(c).compareTo(BigFraction.ZERO) == 0 && purchases.supporters(c) > 0)
                .toList();
        return free.isEmpty()
                ? Extremes.highest(fitting, c -> {
                    BigFraction approvals = new BigFraction(purchases.supporters(c));
                    boolean divides = perCost && budget.cost(c).compareTo(BigFraction.ZERO) > 0;
                    return divides ? approvals.divide(budget.cost(c)) : approvals;
                })
                : free;
    }
}
