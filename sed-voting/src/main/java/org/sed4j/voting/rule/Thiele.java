package org.sed4j.voting.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.math3.fraction.BigFraction;
import org.apache.commons.math3.util.ArithmeticUtils;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.sed4j.core.game.Require;
import org.sed4j.voting.ballot.ApprovalProfile;

/** Committees by Thiele's scores, in which a further member adds less: the best of all, or built step by step. */
final class Thiele {
    /** Above this many committees the search is sequential and the outcome inexact. */
    static final long MOST_COMMITTEES = 5_000_000;

    private Thiele() {}

    /** What the j-th approved member of a committee adds for a voter. */
    enum Weights {
        HARMONIC,
        COVERAGE;

        BigFraction of(int j) {
            return this == HARMONIC ? new BigFraction(1, j) : j == 1 ? BigFraction.ONE : BigFraction.ZERO;
        }
    }

    static BigFraction score(ApprovalProfile profile, Set<Integer> committee, Weights weights) {
        BigFraction score = BigFraction.ZERO;
        for (int g = 0; g < profile.groups(); g++) {
            int j = 0;
            for (int c : profile.ballot(g).approved()) {
                if (committee.contains(c)) {
                    score = score.add(weights.of(++j).multiply(profile.weight(g)));
                }
            }
        }
        return score;
    }

    /** The best of all committees; sequential and marked inexact if there are too many of them. */
    static CommitteeOutcome optimal(ApprovalProfile profile, int k, Weights weights, Count count) {
        int m = profile.candidates().size();
        if (CombinatoricsUtils.binomialCoefficientDouble(m, k) > MOST_COMMITTEES || k > 22) {
            count.note(() -> "too many committees to try all: built one by one instead");
            CommitteeOutcome built = sequential(profile, k, weights, count);
            return new CommitteeOutcome(
                    built.candidates(), built.committees(), built.score(), false, built.ties(), built.account());
        }
        // The common denominator of 1, 1/2, ..., 1/k makes every score a whole number.
        long unit = 1;
        for (int j = 2; j <= k; j++) {
            unit = ArithmeticUtils.lcm(unit, j);
        }
        long[] worth = new long[k + 1];
        for (int j = 1; j <= k; j++) {
            worth[j] = worth[j - 1] + weights.of(j).multiply(unit).longValue();
        }
        Require.that(
                profile.voters() <= Long.MAX_VALUE / worth[k],
                "voters for a committee of " + k,
                profile.voters(),
                "must be at most " + Long.MAX_VALUE / worth[k] + ", so that scores are exact",
                "weights were scaled up");
        int[] chosen = Combinations.first(k);
        long best = -1;
        List<List<Integer>> committees = new ArrayList<>();
        do {
            long score = score(profile, chosen, worth);
            if (score > best) {
                committees.clear();
                best = score;
            }
            if (score == best) {
                committees.add(Arrays.stream(chosen).boxed().toList());
            }
        } while (Combinations.next(chosen, m));
        return CommitteeOutcome.of(profile.candidates(), committees, new BigFraction(best).divide(unit), count, true);
    }

    private static long score(ApprovalProfile profile, int[] chosen, long[] worth) {
        long score = 0;
        for (int g = 0; g < profile.groups(); g++) {
            int j = 0;
            for (int c : chosen) {
                j += profile.approves(g, c) ? 1 : 0;
            }
            score += profile.weight(g) * worth[j];
        }
        return score;
    }

    static CommitteeOutcome sequential(ApprovalProfile profile, int k, Weights weights, Count count) {
        return grow(profile, k, weights, count, new TreeSet<>(), false);
    }

    static CommitteeOutcome reverse(ApprovalProfile profile, int k, Count count) {
        Set<Integer> all = new TreeSet<>(Tournaments.all(profile.candidates().size()));
        return grow(profile, k, Weights.HARMONIC, count, all, true);
    }

    /** Adds, or takes out, the member whose step leaves the highest score, level by level over all tied committees. */
    private static CommitteeOutcome grow(
            ApprovalProfile profile, int k, Weights weights, Count count, Set<Integer> start, boolean takeOut) {
        int m = profile.candidates().size();
        Set<Set<Integer>> level = new LinkedHashSet<>(List.of(start));
        boolean exact = true;
        while (level.iterator().next().size() != k) {
            Set<Set<Integer>> next = new LinkedHashSet<>();
            for (Set<Integer> committee : level) {
                List<Integer> tied = bestSteps(profile, weights, committee, takeOut, m);
                String where = (takeOut ? "taking out with " : "seat ") + (committee.size() + (takeOut ? 0 : 1));
                if (!count.followsTies()) {
                    tied = List.of(takeOut ? count.last(tied, where) : count.first(tied, where));
                }
                List<Integer> steps = tied;
                count.note(() -> where + ": " + profile.candidates().names(steps)
                        + (steps.size() > 1 ? " tie, each way followed" : ""));
                for (int c : steps) {
                    next.add(changed(committee, c, takeOut));
                }
                if (next.size() > count.branches()) {
                    exact = false;
                    break;
                }
            }
            level = next;
        }
        Set<List<Integer>> committees = new HashSet<>();
        level.forEach(committee -> committees.add(List.copyOf(committee)));
        BigFraction score = score(profile, level.iterator().next(), weights);
        return CommitteeOutcome.of(profile.candidates(), committees, score, count, exact);
    }

    private static List<Integer> bestSteps(
            ApprovalProfile profile, Weights weights, Set<Integer> committee, boolean takeOut, int m) {
        List<Integer> steps = Tournaments.all(m).stream()
                .filter(c -> committee.contains(c) == takeOut)
                .toList();
        return Extremes.highest(steps, c -> score(profile, changed(committee, c, takeOut), weights));
    }

    private static Set<Integer> changed(Set<Integer> committee, int c, boolean takeOut) {
        Set<Integer> changed = new TreeSet<>(committee);
        if (takeOut) {
            changed.remove(c);
        } else {
            changed.add(c);
        }
        return changed;
    }
}
