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

/** Sequential Phragmén: voters earn at one speed, and buy a seat as soon as its supporters hold its price, 1, together. */
final class Phragmen {
    private final Purchases purchases;
    private final ApprovalProfile profile;

    private Phragmen(Purchases purchases) {
        this.purchases = purchases;
        this.profile = purchases.profile();
    }

    static CommitteeOutcome elect(ApprovalProfile profile, int k, Count count) {
        Purchases purchases = new Purchases(profile, count);
        List<BigFraction> nothing = Arrays.asList(Fractions.zeros(profile.groups()));
        return purchases.outcome(fill(purchases, Set.of(new State(new TreeSet<>(), nothing)), k));
    }

    /** Fills every state to k seats, voters starting with what they hold. */
    static Set<State> fill(Purchases purchases, Set<State> start, int k) {
        Phragmen process = new Phragmen(purchases);
        Set<State> level = start;
        while (level.stream().anyMatch(state -> state.seats() < k)) {
            Set<State> next = new LinkedHashSet<>();
            for (State state : level) {
                if (state.seats() >= k) {
                    next.add(state);
                } else {
                    process.buy(state, next);
                }
            }
            level = purchases.limited(next);
        }
        return level;
    }

    private void buy(State state, Set<State> next) {
        BigFraction[] times = times(state);
        List<Integer> hopeful = purchases.hopeful(state);
        List<Integer> supported = hopeful.stream()
                .filter(c -> times[c].compareTo(BigFraction.ZERO) >= 0)
                .toList();
        List<Integer> first = supported.isEmpty() ? hopeful : Extremes.lowest(supported, c -> times[c]);
        for (int c : purchases.chosen(first, "seat " + (state.seats() + 1))) {
            next.add(bought(state, c, times[c]));
        }
    }

    /** After how much more income each candidate's supporters hold the price together; -1 means never. */
    private BigFraction[] times(State state) {
        BigFraction[] times = new BigFraction[profile.candidates().size()];
        for (int c = 0; c < times.length; c++) {
            BigFraction held = BigFraction.ZERO;
            for (int g = 0; g < profile.groups(); g++) {
                if (profile.approves(g, c)) {
                    held = held.add(state.money().get(g).multiply(profile.weight(g)));
                }
            }
            long supporters = purchases.supporters(c);
            times[c] = supporters == 0
                    ? BigFraction.MINUS_ONE
                    : BigFraction.ONE.subtract(held).divide(supporters);
        }
        return times;
    }

    private State bought(State state, int c, BigFraction time) {
        if (time.compareTo(BigFraction.ZERO) < 0) {
            return state.with(c, state.money());
        }
        List<BigFraction> money = new ArrayList<>();
        for (int g = 0; g < profile.groups(); g++) {
            boolean pays = profile.approves(g, c);
            money.add(pays ? BigFraction.ZERO : state.money().get(g).add(time));
        }
        return state.with(c, money);
    }
}
