package org.sed4j.voting.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.math3.fraction.BigFraction;
import org.sed4j.voting.ballot.ApprovalProfile;
import org.sed4j.voting.ballot.Budget;
import org.sed4j.voting.rule.Purchases.State;

/**
 * Sequential Phragmén with costs. Projects that cost more than the whole budget are left out; those without supporters come
 * last, all at once.
 */
final class BudgetPhragmen {
    private final Purchases purchases;
    private final ApprovalProfile profile;
    private final Budget budget;

    private BudgetPhragmen(Purchases purchases, Budget budget) {
        this.purchases = purchases;
        this.profile = purchases.profile();
        this.budget = budget;
    }

    static CommitteeOutcome fund(ApprovalProfile profile, Budget budget, Count count) {
        Purchases purchases = new Purchases(profile, count);
        BudgetPhragmen process = new BudgetPhragmen(purchases, budget);
        List<BigFraction> nothing = Arrays.asList(Fractions.zeros(profile.groups()));
        Set<State> level = Set.of(new State(new TreeSet<>(), nothing));
        Set<State> done = new LinkedHashSet<>();
        while (!level.isEmpty()) {
            Set<State> next = new LinkedHashSet<>();
            for (State state : level) {
                process.buy(state, next, done);
            }
            level = purchases.limited(next);
        }
        return purchases.outcome(done);
    }

    private void buy(State state, Set<State> next, Set<State> done) {
        List<Integer> hopeful = purchases.hopeful(state).stream()
                .filter(c -> budget.cost(c).compareTo(budget.limit()) <= 0)
                .toList();
        List<Integer> supported =
                hopeful.stream().filter(c -> purchases.supporters(c) > 0).toList();
        List<Integer> first = supported.isEmpty() ? hopeful : Extremes.lowest(supported, c -> time(state, c));
        BigFraction left = budget.limit().subtract(budget.cost(state.elected()));
        if (first.stream().anyMatch(c -> budget.cost(c).compareTo(left) > 0) || first.isEmpty()) {
            done.add(state);
            return;
        }
        for (int c : purchases.chosen(first, GreedyBudget.where(state))) {
            next.add(supported.isEmpty() ? state.with(c, state.money()) : bought(state, c, time(state, c)));
        }
    }

    /** After how much more income the supporters hold the cost together. */
    private BigFraction time(State state, int c) {
        BigFraction held = BigFraction.ZERO;
        for (int g = 0; g < profile.groups(); g++) {
            if (profile.approves(g, c)) {
                held = held.add(state.money().get(g).multiply(profile.weight(g)));
            }
        }
        return budget.cost(c).subtract(held).divide(purchases.supporters(c));
    }

    private State bought(State state, int c, BigFraction time) {
        List<BigFraction> money = new ArrayList<>();
        for (int g = 0; g < profile.groups(); g++) {
            boolean pays = profile.approves(g, c);
            money.add(pays ? BigFraction.ZERO : state.money().get(g).add(time));
        }
        return state.with(c, money);
    }
}
