package org.sed4j.voting.rule;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.math3.fraction.BigFraction;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.RankingProfile;

/**
 * Single transferable vote with weighted-inclusive-Gregory transfers.
 *
 * <p>The quota is Droop's, ⌊valid votes / (k+1)⌋ + 1. A surplus s of a total t passes on every ballot held, at s/t of its
 * value; the largest surplus goes first; without a surplus the lowest candidate is excluded and its ballots pass on at their
 * value. When as many candidates are left as seats, they are elected. In the Scottish form transfer values are cut to five
 * decimals and ties are first broken by the latest earlier stage at which the tied differed.
 */
final class Transfers {
    private static final int SCOTTISH_DECIMALS = 5;

    private final RankingProfile profile;
    private final Candidates field;
    private final int m;
    private final int k;
    private final boolean scottish;
    private final Count count;
    private final BigFraction quota;
    private final Deque<TransferState> open = new ArrayDeque<>();
    private final Set<TransferState> seen = new HashSet<>();
    private final Set<List<Integer>> committees = new LinkedHashSet<>();
    private boolean exact = true;

    private Transfers(RankingProfile profile, int k, boolean scottish, Count count) {
        this.profile = profile;
        this.field = profile.candidates();
        this.m = field.size();
        this.k = k;
        this.scottish = scottish;
        this.count = count;
        long valid = 0;
        for (int g = 0; g < profile.groups(); g++) {
            valid += next(g, Set.of()) < m ? profile.weight(g) : 0;
        }
        this.quota = new BigFraction(valid / (k + 1) + 1);
    }

    static CommitteeOutcome count(RankingProfile profile, int k, boolean scottish, Count count) {
        Transfers transfers = new Transfers(profile, k, scottish, count);
        count.note(() -> "quota " + Choice.number(transfers.quota));
        transfers.open.push(transfers.start());
        while (!transfers.open.isEmpty()) {
            transfers.stage(transfers.open.pop());
        }
        return CommitteeOutcome.of(transfers.field, transfers.committees, BigFraction.ZERO, count, transfers.exact);
    }

    private TransferState start() {
        List<BigFraction> values = new ArrayList<>();
        List<Integer> holders = new ArrayList<>();
        for (int g = 0; g < profile.groups(); g++) {
            values.add(BigFraction.ONE);
            holders.add(next(g, Set.of()));
        }
        return new TransferState(values, holders, Set.of(), Set.of(), Set.of(), List.of());
    }

    /** The best candidate on group g's ballots who is not in {@code gone}; m if there is none. */
    private int next(int g, Set<Integer> gone) {
        int best = m;
        for (int c = 0; c < m; c++) {
            int level = profile.level(g, c);
            if (level < m && !gone.contains(c) && (best == m || level < profile.level(g, best))) {
                best = c;
            }
        }
        return best;
    }

    private BigFraction[] totals(TransferState state) {
        BigFraction[] totals = Fractions.zeros(m + 1);
        for (int g = 0; g < profile.groups(); g++) {
            int holder = state.holders().get(g);
            totals[holder] = totals[holder].add(state.values().get(g).multiply(profile.weight(g)));
        }
        for (int c : state.elected()) {
            // Ballots stay with whom they elected only as far as the quota; what passed on is no longer held.
            totals[c] = state.pending().contains(c) ? totals[c] : quota;
        }
        return totals;
    }

    private void stage(TransferState state) {
        if (!seen.add(state)) {
            return;
        }
        BigFraction[] totals = totals(state);
        count.note(() -> "totals: " + Choice.text(field, Arrays.asList(totals).subList(0, m)));
        Set<Integer> elected = new TreeSet<>(state.elected());
        Set<Integer> pending = new TreeSet<>(state.pending());
        List<Integer> hopeful = new ArrayList<>();
        for (int c = 0; c < m; c++) {
            if (elected.contains(c) || state.excluded().contains(c)) {
                continue;
            }
            if (totals[c].compareTo(quota) >= 0) {
                int winner = c;
                count.note(() -> "elected: " + field.name(winner));
                elected.add(c);
                pending.add(c);
            } else {
                hopeful.add(c);
            }
        }
        if (elected.size() + hopeful.size() <= k || elected.size() >= k) {
            finish(elected, hopeful);
            return;
        }
        List<List<BigFraction>> history = new ArrayList<>(state.history());
        if (scottish) {
            history.add(List.of(totals).subList(0, m));
        }
        TransferState now =
                new TransferState(state.values(), state.holders(), elected, pending, state.excluded(), history);
        if (pending.isEmpty()) {
            exclude(now, hopeful, totals);
        } else {
            passSurplus(now, totals);
        }
    }

    private void finish(Set<Integer> elected, List<Integer> hopeful) {
        List<Integer> committee = new ArrayList<>(elected);
        if (elected.size() < k) {
            committee.addAll(hopeful);
        }
        committees.add(committee);
    }

    private void passSurplus(TransferState state, BigFraction[] totals) {
        List<Integer> tied = Extremes.highest(state.pending(), c -> totals[c]);
        for (int c : chosen(tied, state, true, "surplus at stage " + state.stage())) {
            BigFraction share = totals[c].subtract(quota).divide(totals[c]);
            count.note(() -> "surplus of " + field.name(c) + " passes on at " + Choice.number(share));
            Set<Integer> pending = new TreeSet<>(state.pending());
            pending.remove(c);
            open.push(moved(state, Set.of(c), share, pending, state.excluded()));
        }
    }

    private void exclude(TransferState state, List<Integer> hopeful, BigFraction[] totals) {
        List<Integer> tied = Extremes.lowest(hopeful, c -> totals[c]);
        boolean nothingToPass = totals[tied.get(0)].equals(BigFraction.ZERO);
        if (nothingToPass && hopeful.size() - tied.size() + state.elected().size() >= k) {
            drop(state, tied); // without ballots their order cannot matter
            return;
        }
        for (int c : chosen(tied, state, false, "exclusion at stage " + state.stage())) {
            drop(state, List.of(c));
        }
    }

    private void drop(TransferState state, List<Integer> dropped) {
        count.note(() -> "excluded: " + field.names(dropped));
        Set<Integer> excluded = new TreeSet<>(state.excluded());
        excluded.addAll(dropped);
        open.push(moved(state, Set.copyOf(dropped), BigFraction.ONE, state.pending(), excluded));
    }

    private static List<Integer> extreme(Iterable<Integer> of, List<BigFraction> totals, boolean highest) {
        return highest ? Extremes.highest(of, totals::get) : Extremes.lowest(of, totals::get);
    }

    private List<Integer> chosen(List<Integer> all, TransferState state, boolean highest, String where) {
        List<Integer> tied = all;
        for (int stage = state.history().size() - 2; stage >= 0 && tied.size() > 1; stage--) {
            tied = extreme(tied, state.history().get(stage), highest);
        }
        if (tied.size() == 1) {
            return tied;
        }
        if (!count.followsTies()) {
            return List.of(highest ? count.first(tied, where) : count.last(tied, where));
        }
        List<Integer> followed = tied;
        count.note(() -> where + ": tie of " + field.names(followed) + ", each way followed");
        if (seen.size() >= count.branches()) {
            exact = false;
            return tied.subList(0, 1);
        }
        return tied;
    }

    /** Passes the ballots of {@code from} on to their next candidate at that share of their value. */
    private TransferState moved(
            TransferState state, Set<Integer> from, BigFraction share, Set<Integer> pending, Set<Integer> excluded) {
        Set<Integer> gone = new TreeSet<>(state.elected());
        gone.addAll(excluded);
        List<BigFraction> values = new ArrayList<>(state.values());
        List<Integer> holders = new ArrayList<>(state.holders());
        for (int g = 0; g < profile.groups(); g++) {
            if (from.contains(holders.get(g))) {
                values.set(g, cut(values.get(g).multiply(share)));
                holders.set(g, next(g, gone));
            }
        }
        return new TransferState(values, holders, state.elected(), pending, excluded, state.history());
    }

    private BigFraction cut(BigFraction value) {
        if (!scottish) {
            return value;
        }
        BigDecimal decimal = new BigDecimal(value.getNumerator())
                .divide(new BigDecimal(value.getDenominator()), SCOTTISH_DECIMALS, RoundingMode.DOWN);
        return new BigFraction(decimal.unscaledValue(), BigInteger.TEN.pow(SCOTTISH_DECIMALS));
    }
}
