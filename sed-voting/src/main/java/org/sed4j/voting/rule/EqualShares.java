package org.sed4j.voting.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.math3.fraction.BigFraction;
import org.sed4j.voting.ballot.ApprovalProfile;
import org.sed4j.voting.rule.Purchases.State;

/**
 * The method of equal shares: voters start with one budget each, and the price of a seat, 1, is spread over its supporters as
 * evenly as it can; the next seat is the one whose supporters pay least at most.
 */
final class EqualShares {

    /** How the seats that nobody can pay for are filled. */
    enum Completion {
        NONE,
        PHRAGMEN,
        APPROVALS,
        BUDGET
    }

    private final Purchases purchases;
    private final ApprovalProfile profile;
    private final int k;

    private EqualShares(ApprovalProfile profile, int k, Count count) {
        this.purchases = new Purchases(profile, count);
        this.profile = profile;
        this.k = k;
    }

    static CommitteeOutcome elect(ApprovalProfile profile, int k, Completion completion, Count count) {
        EqualShares shares = new EqualShares(profile, k, count);
        Set<State> paid = shares.buy(shares.budget(k), k);
        return shares.purchases.outcome(
                switch (completion) {
                    case NONE -> paid;
                    case PHRAGMEN -> Phragmen.fill(shares.purchases, paid, k);
                    case APPROVALS -> shares.byApprovals(paid);
                    case BUDGET -> shares.raised(paid);
                });
    }

    /** What each voter has if all have the prices of that many seats. */
    private BigFraction budget(long seats) {
        return new BigFraction(seats).divide(new BigFraction(profile.voters()));
    }

    /** The states in which nobody can be paid for any more, or {@code most} are elected. */
    private Set<State> buy(BigFraction each, int most) {
        BigFraction[] start = new BigFraction[profile.groups()];
        Arrays.fill(start, each);
        Set<State> level = Set.of(new State(new TreeSet<>(), Arrays.asList(start)));
        Set<State> done = new LinkedHashSet<>();
        while (!level.isEmpty()) {
            Set<State> next = new LinkedHashSet<>();
            for (State state : level) {
                List<Integer> cheapest = state.seats() >= most ? List.of() : cheapest(state);
                if (cheapest.isEmpty()) {
                    done.add(state);
                    continue;
                }
                for (int c : purchases.chosen(cheapest, "seat " + (state.seats() + 1) + " by equal shares")) {
                    next.add(paid(state, c, price(state, c)));
                }
            }
            level = purchases.limited(next);
        }
        return done;
    }

    private List<Integer> cheapest(State state) {
        BigFraction[] prices = new BigFraction[profile.candidates().size()];
        List<Integer> affordable = new ArrayList<>();
        for (int c : purchases.hopeful(state)) {
            prices[c] = price(state, c);
            if (prices[c].compareTo(BigFraction.ZERO) >= 0) {
                affordable.add(c);
            }
        }
        return Extremes.lowest(affordable, c -> prices[c]);
    }

    /** The least q such that supporters who each pay q, or all they have, pay 1; -1 if they cannot. */
    private BigFraction price(State state, int c) {
        List<Integer> groups = new ArrayList<>();
        long payers = 0;
        for (int g = 0; g < profile.groups(); g++) {
            if (profile.approves(g, c) && profile.weight(g) > 0) {
                groups.add(g);
                payers += profile.weight(g);
            }
        }
        groups.sort((g, h) -> state.money().get(g).compareTo(state.money().get(h)));
        BigFraction missing = BigFraction.ONE;
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

    private State paid(State state, int c, BigFraction price) {
        List<BigFraction> money = new ArrayList<>();
        for (int g = 0; g < profile.groups(); g++) {
            BigFraction held = state.money().get(g);
            BigFraction pays = held.compareTo(price) < 0 ? held : price;
            money.add(profile.approves(g, c) ? held.subtract(pays) : held);
        }
        return state.with(c, money);
    }

    private Set<State> byApprovals(Set<State> start) {
        Set<State> filled = new LinkedHashSet<>();
        for (State state : start) {
            Set<State> level = Set.of(state);
            while (level.iterator().next().seats() < k) {
                Set<State> next = new LinkedHashSet<>();
                for (State one : level) {
                    List<Integer> tied = Extremes.highest(purchases.hopeful(one), purchases::supporters);
                    for (int c : purchases.chosen(tied, "seat " + (one.seats() + 1) + " by approvals")) {
                        next.add(one.with(c, one.money()));
                    }
                }
                level = purchases.limited(next);
            }
            filled.addAll(level);
        }
        return filled;
    }

    /**
     * Budgets of k, k+1, ... seats' prices, while no more than k are elected; then by approvals. Given up, and marked inexact,
     * after as many budgets as branches are followed.
     */
    private Set<State> raised(Set<State> start) {
        Set<State> last = start;
        int m = profile.candidates().size();
        long supported = Tournaments.all(m).stream()
                .filter(c -> purchases.supporters(c) > 0)
                .count();
        long most = Math.min(k, supported); // nobody buys a seat for those without supporters, however rich
        for (long seats = k + 1L; seats <= k * profile.voters(); seats++) {
            if (last.stream().allMatch(state -> state.seats() >= most)) {
                return byApprovals(last);
            }
            if (seats - k > purchases.patience()) {
                purchases.giveUp();
                break;
            }
            Set<State> next = buy(budget(seats), k + 1);
            if (next.stream().anyMatch(state -> state.seats() > k)) {
                break;
            }
            last = next;
        }
        return byApprovals(last);
    }
}
