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
 * The method of equal shares with costs: of the projects whose supporters can pay for them, the one at the least price for a
 * unit of utility is bought, its supporters paying equally, or all they have.
 */
final class BudgetShares {
    private final Purchases purchases;
    private final ApprovalProfile profile;
    private final Budget budget;
    private final boolean byCost;

    private BudgetShares(Purchases purchases, Budget budget, boolean byCost) {
        this.purchases = purchases;
        this.profile = purchases.profile();
        this.budget = budget;
        this.byCost = byCost;
    }

    static CommitteeOutcome fund(ApprovalProfile profile, Budget budget, boolean byCost, Count count) {
        Purchases purchases = new Purchases(profile, count);
        BudgetShares shares = new BudgetShares(purchases, budget, byCost);
        BigFraction[] start = new BigFraction[profile.groups()];
        Arrays.fill(start, budget.limit().divide(new BigFraction(profile.voters())));
        Set<State> level = Set.of(new State(new TreeSet<>(), Arrays.asList(start)));
        Set<State> done = new LinkedHashSet<>();
        while (!level.isEmpty()) {
            Set<State> next = new LinkedHashSet<>();
            for (State state : level) {
                shares.buy(state, next, done);
            }
            level = purchases.limited(next);
        }
        return purchases.outcome(done);
    }

    private void buy(State state, Set<State> next, Set<State> done) {
        BigFraction[] most = new BigFraction[profile.candidates().size()];
        List<Integer> affordable = new ArrayList<>();
        for (int c : purchases.hopeful(state)) {
            boolean worthless = byCost && budget.cost(c).compareTo(BigFraction.ZERO) == 0;
            most[c] = worthless ? BigFraction.MINUS_ONE : most(state, c);
            if (most[c].compareTo(BigFraction.ZERO) >= 0) {
                affordable.add(c);
            }
        }
        if (affordable.isEmpty()) {
            done.add(state);
            return;
        }
        List<Integer> cheapest = Extremes.lowest(affordable, c -> byCost ? most[c].divide(budget.cost(c)) : most[c]);
        for (int c : purchases.chosen(cheapest, GreedyBudget.where(state))) {
            next.add(paid(state, c, most[c]));
        }
    }

    /** The least q such that supporters who each pay q, or all they have, pay the cost; -1 if they cannot. */
    private BigFraction most(State state, int c) {
        List<Integer> groups = new ArrayList<>();
        long payers = 0;
        for (int g = 0; g < profile.groups(); g++) {
            if (profile.approves(g, c) && profile.weight(g) > 0) {
                groups.add(g);
                payers += profile.weight(g);
            }
        }
        groups.sort((g, h) -> state.money().get(g).compareTo(state.money().get(h)));
        BigFraction missing = budget.cost(c);
        for (int g : groups) {
            BigFraction share = missing.divide(payers);
            if (state.money().get(g).compareTo(share) >= 0) {
                return share;
            }
            missing = missing.subtract(state.money().get(g).multiply(profile.weight(g)));
            payers -= profile.weight(g);
        }
        return BigFraction.MINUS_ONE;
    }

    private State paid(State state, int c, BigFraction most) {
        List<BigFraction> money = new ArrayList<>();
        for (int g = 0; g < profile.groups(); g++) {
            BigFraction held = state.money().get(g);
            BigFraction pays = held.compareTo(most) < 0 ? held : most;
            money.add(profile.approves(g, c) ? held.subtract(pays) : held);
        }
        return state.with(c, money);
    }
}
