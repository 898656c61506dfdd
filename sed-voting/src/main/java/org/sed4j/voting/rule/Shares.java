package org.sed4j.voting.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.math3.fraction.BigFraction;
import org.sed4j.voting.ballot.ApprovalProfile;

/**
 * Committees by virtual money: sequential Phragmén, where voters earn at one speed and buy a seat as soon as its supporters
 * hold its price together, and equal shares, where voters start with a budget and the price is spread as evenly as it can.
 */
final class Shares {

    /** How equal shares fills the seats that nobody can pay for. */
    enum Completion {
        NONE,
        PHRAGMEN,
        APPROVALS,
        BUDGET
    }

    private static final int MOST_RAISES = 100_000;

    private final ApprovalProfile profile;
    private final int m;
    private final int k;
    private final Count count;
    private boolean exact = true;

    private Shares(ApprovalProfile profile, int k, Count count) {
        this.profile = profile;
        this.m = profile.candidates().size();
        this.k = k;
        this.count = count;
    }

    /** Who was elected, in no order, and what each voter of each group still holds. */
    private record State(Set<Integer> elected, List<BigFraction> money) {}

    static CommitteeOutcome phragmen(ApprovalProfile profile, int k, Count count) {
        Shares shares = new Shares(profile, k, count);
        List<BigFraction> nothing = Arrays.asList(Thiele.zeros(profile.groups()));
        return shares.finish(shares.phragmen(Set.of(new State(new TreeSet<>(), nothing))));
    }

    static CommitteeOutcome equal(ApprovalProfile profile, int k, Completion completion, Count count) {
        Shares shares = new Shares(profile, k, count);
        BigFraction each = new BigFraction(k).divide(new BigFraction(profile.voters()));
        Set<State> paid = shares.buy(each, k);
        if (completion == Completion.PHRAGMEN) {
            paid = shares.phragmen(paid);
        } else if (completion == Completion.APPROVALS) {
            paid = shares.byApprovals(paid);
        } else if (completion == Completion.BUDGET) {
            paid = shares.raised(paid);
        }
        return shares.finish(paid);
    }

    private CommitteeOutcome finish(Set<State> states) {
        Set<List<Integer>> committees = new HashSet<>();
        states.forEach(state -> committees.add(List.copyOf(state.elected())));
        return Thiele.outcome(profile.candidates(), committees, BigFraction.ZERO, count, exact);
    }

    /** Fills every state to k seats by Phragmén's process. */
    private Set<State> phragmen(Set<State> start) {
        Set<State> level = start;
        while (level.stream().anyMatch(state -> state.elected().size() < k)) {
            Set<State> next = new LinkedHashSet<>();
            for (State state : level) {
                if (state.elected().size() >= k) {
                    next.add(state);
                    continue;
                }
                BigFraction[] times = times(state);
                for (int c :
                        chosen(lowest(times, state), "seat " + (state.elected().size() + 1))) {
                    next.add(bought(state, c, times[c]));
                }
            }
            level = limited(next);
        }
        return level;
    }

    /** After how much more income each voter's supporters of c together hold the price 1; null-free: -1 means never. */
    private BigFraction[] times(State state) {
        BigFraction[] times = new BigFraction[m];
        for (int c = 0; c < m; c++) {
            long supporters = 0;
            BigFraction held = BigFraction.ZERO;
            for (int g = 0; g < profile.groups(); g++) {
                if (profile.approves(g, c)) {
                    supporters += profile.weight(g);
                    held = held.add(state.money().get(g).multiply(profile.weight(g)));
                }
            }
            times[c] = supporters == 0
                    ? BigFraction.MINUS_ONE
                    : BigFraction.ONE.subtract(held).divide(supporters);
        }
        return times;
    }

    /** The candidates not yet elected with the lowest time; those without supporters last of all. */
    private List<Integer> lowest(BigFraction[] times, State state) {
        List<Integer> tied = new ArrayList<>();
        List<Integer> unsupported = new ArrayList<>();
        for (int c = 0; c < m; c++) {
            if (state.elected().contains(c)) {
                continue;
            }
            if (times[c].compareTo(BigFraction.ZERO) < 0) {
                unsupported.add(c);
                continue;
            }
            int order = tied.isEmpty() ? 0 : times[c].compareTo(times[tied.get(0)]);
            if (order < 0) {
                tied.clear();
            }
            if (order <= 0) {
                tied.add(c);
            }
        }
        return tied.isEmpty() ? unsupported : tied;
    }

    private State bought(State state, int c, BigFraction time) {
        Set<Integer> elected = new TreeSet<>(state.elected());
        elected.add(c);
        if (time.compareTo(BigFraction.ZERO) < 0) {
            return new State(elected, state.money());
        }
        List<BigFraction> money = new ArrayList<>();
        for (int g = 0; g < profile.groups(); g++) {
            money.add(
                    profile.approves(g, c)
                            ? BigFraction.ZERO
                            : state.money().get(g).add(time));
        }
        return new State(elected, money);
    }

    /** Equal shares with that budget for each voter, until nobody can be paid for or {@code most} are elected. */
    private Set<State> buy(BigFraction each, int most) {
        BigFraction[] start = new BigFraction[profile.groups()];
        Arrays.fill(start, each);
        Set<State> level = Set.of(new State(new TreeSet<>(), Arrays.asList(start)));
        Set<State> done = new LinkedHashSet<>();
        while (!level.isEmpty()) {
            Set<State> next = new LinkedHashSet<>();
            for (State state : level) {
                List<Integer> cheapest = state.elected().size() >= most ? List.of() : cheapest(state);
                if (cheapest.isEmpty()) {
                    done.add(state);
                    continue;
                }
                for (int c : chosen(cheapest, "seat " + (state.elected().size() + 1) + " by equal shares")) {
                    next.add(paid(state, c, price(state, c)));
                }
            }
            level = limited(next);
        }
        return done;
    }

    private List<Integer> cheapest(State state) {
        List<Integer> tied = new ArrayList<>();
        BigFraction best = BigFraction.MINUS_ONE;
        for (int c = 0; c < m; c++) {
            BigFraction price = state.elected().contains(c) ? BigFraction.MINUS_ONE : price(state, c);
            if (price.compareTo(BigFraction.ZERO) < 0) {
                continue;
            }
            int order = tied.isEmpty() ? -1 : price.compareTo(best);
            if (order < 0) {
                tied.clear();
                best = price;
            }
            if (order <= 0) {
                tied.add(c);
            }
        }
        return tied;
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
        Set<Integer> elected = new TreeSet<>(state.elected());
        elected.add(c);
        List<BigFraction> money = new ArrayList<>();
        for (int g = 0; g < profile.groups(); g++) {
            BigFraction held = state.money().get(g);
            BigFraction pays = held.compareTo(price) < 0 ? held : price;
            money.add(profile.approves(g, c) ? held.subtract(pays) : held);
        }
        return new State(elected, money);
    }

    private Set<State> byApprovals(Set<State> start) {
        Set<State> filled = new LinkedHashSet<>();
        for (State state : start) {
            Set<State> level = Set.of(state);
            while (level.iterator().next().elected().size() < k) {
                Set<State> next = new LinkedHashSet<>();
                for (State one : level) {
                    for (int c :
                            chosen(mostApproved(one), "seat " + (one.elected().size() + 1) + " by approvals")) {
                        Set<Integer> elected = new TreeSet<>(one.elected());
                        elected.add(c);
                        next.add(new State(elected, one.money()));
                    }
                }
                level = limited(next);
            }
            filled.addAll(level);
        }
        return filled;
    }

    private List<Integer> mostApproved(State state) {
        long best = -1;
        List<Integer> tied = new ArrayList<>();
        for (int c = 0; c < m; c++) {
            long approvals = 0;
            for (int g = 0; g < profile.groups(); g++) {
                approvals += profile.approves(g, c) ? profile.weight(g) : 0;
            }
            if (state.elected().contains(c) || approvals < best) {
                continue;
            }
            if (approvals > best) {
                tied.clear();
                best = approvals;
            }
            tied.add(c);
        }
        return tied;
    }

    private boolean supported(int c) {
        for (int g = 0; g < profile.groups(); g++) {
            if (profile.approves(g, c) && profile.weight(g) > 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Budgets of k, k+1, ... seats' prices, while no more than k are elected; then by approvals. Given up, and marked inexact,
     * after {@value #MOST_RAISES} budgets.
     */
    private Set<State> raised(Set<State> start) {
        Set<State> last = start;
        long supported = Tournaments.all(m).stream().filter(this::supported).count();
        long most = Math.min(k, supported); // nobody buys a seat for those without supporters, however rich
        for (long budget = k + 1L; budget <= k * profile.voters(); budget++) {
            if (last.stream().allMatch(state -> state.elected().size() >= most)) {
                return byApprovals(last);
            }
            if (budget - k > MOST_RAISES) {
                exact = false;
                break;
            }
            BigFraction each = new BigFraction(budget).divide(new BigFraction(profile.voters()));
            Set<State> next = buy(each, k + 1);
            if (next.stream().anyMatch(state -> state.elected().size() > k)) {
                break;
            }
            last = next;
        }
        return byApprovals(last);
    }

    private List<Integer> chosen(List<Integer> tied, String where) {
        List<Integer> chosen = count.followsTies() ? tied : List.of(count.first(tied, where));
        count.note(() -> where + ": " + profile.candidates().names(chosen)
                + (chosen.size() > 1 ? " tie, each way followed" : ""));
        return chosen;
    }

    private Set<State> limited(Set<State> level) {
        if (level.size() <= count.branches()) {
            return level;
        }
        exact = false;
        return Set.of(level.iterator().next());
    }
}
