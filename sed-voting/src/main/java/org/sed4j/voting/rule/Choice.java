package org.sed4j.voting.rule;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.fraction.BigFraction;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.ballot.Profile;

/**
 * A voting rule made from a function, and the ways in which such functions state their result.
 *
 * @param <P> the profiles that it counts
 */
record Choice<P extends Profile>(RuleInfo info, Class<P> type, Counting<P> counting) implements VotingRule {

    /** Counts ballots that were found to be of the right kind. */
    @FunctionalInterface
    interface Counting<P> {
        Outcome count(P profile, Count count);
    }

    /** The same rule with more known about it. */
    Choice<P> with(UnaryOperator<RuleInfo> more) {
        return new Choice<>(more.apply(info), type, counting);
    }

    @Override
    public Outcome count(Profile profile, Count count) {
        info.require(profile);
        return counting.count(type.cast(profile), count);
    }

    @Override
    public String toString() {
        return id();
    }

    /** These win, without scores. */
    static Outcome winners(Candidates field, Iterable<Integer> winners, Count count) {
        return outcome(field, winners, List.of(), count, true);
    }

    static Outcome outcome(
            Candidates field, Iterable<Integer> winners, List<Number> scores, Count count, boolean exact) {
        List<Integer> list = new ArrayList<>();
        winners.forEach(list::add);
        count.note(() -> "winners: " + field.names(list));
        return new Outcome(field, list, scores, exact, count.ties(), count.account());
    }

    /** Whoever has the highest score wins. */
    static Outcome highest(Candidates field, long[] scores, Count count) {
        long best = Arrays.stream(scores).max().orElseThrow();
        List<Number> list = new ArrayList<>();
        for (long score : scores) {
            list.add(score);
        }
        return best(field, list, c -> scores[c] == best, count);
    }

    /** Whoever has the highest score wins. */
    static Outcome highest(Candidates field, BigFraction[] scores, Count count) {
        BigFraction best = Arrays.stream(scores).max(Comparator.naturalOrder()).orElseThrow();
        return best(field, List.of(scores), c -> scores[c].compareTo(best) == 0, count);
    }

    /** Whoever has the highest score wins; scores are compared exactly. */
    static Outcome highest(Candidates field, double[] scores, Count count) {
        double best = Arrays.stream(scores).max().orElseThrow();
        List<Number> list = new ArrayList<>();
        for (double score : scores) {
            list.add(score);
        }
        return best(field, list, c -> scores[c] == best, count);
    }

    private static Outcome best(Candidates field, List<Number> scores, IntPredicate isBest, Count count) {
        List<Integer> winners = new ArrayList<>();
        for (int c = 0; c < scores.size(); c++) {
            if (isBest.test(c)) {
                winners.add(c);
            }
        }
        count.note(() -> "scores: " + text(field, scores));
        return outcome(field, winners, scores, count, true);
    }

    /** "Ann 3, Bob 5/2". */
    static String text(Candidates field, List<? extends Number> scores) {
        List<String> parts = new ArrayList<>();
        for (int c = 0; c < scores.size(); c++) {
            parts.add(field.name(c) + " " + number(scores.get(c)));
        }
        return String.join(", ", parts);
    }

    static String number(Number score) {
        if (score instanceof BigFraction fraction) {
            return fraction.getDenominator().equals(BigInteger.ONE)
                    ? fraction.getNumerator().toString()
                    : fraction.getNumerator() + "/" + fraction.getDenominator();
        }
        return score.toString();
    }

    /** The members of the set for which the mark is up. */
    static List<Integer> marked(boolean[] marks) {
        List<Integer> list = new ArrayList<>();
        for (int c = 0; c < marks.length; c++) {
            if (marks[c]) {
                list.add(c);
            }
        }
        return list;
    }

    static Set<Integer> set(Iterable<Integer> members) {
        Set<Integer> set = new TreeSet<>();
        members.forEach(set::add);
        return set;
    }
}
