package org.sed4j.voting.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.apache.commons.math3.fraction.BigFraction;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.tie.TieBreak;

/**
 * What came of electing a committee: every committee that ties for winning, and the evidence.
 *
 * @param candidates the field
 * @param committees the winning committees, each as rising numbers, in rising order; at least one
 * @param score of a winning committee under the rule's measure, if it has one; else 0
 * @param exact false if a search was cut short or replaced by a sequential one
 * @param ties the ties inside rounds that a policy resolved, in order
 * @param account how the result came about, line by line; empty unless asked for
 */
public record CommitteeOutcome(
        Candidates candidates,
        List<List<Integer>> committees,
        BigFraction score,
        boolean exact,
        List<TieBreak> ties,
        List<String> account) {

    public CommitteeOutcome {
        List<List<Integer>> sorted = new ArrayList<>();
        committees.forEach(committee -> sorted.add(committee.stream().sorted().toList()));
        sorted.sort(Comparator.comparing(CommitteeOutcome::key));
        committees = List.copyOf(sorted);
        ties = List.copyOf(ties);
        account = List.copyOf(account);
        if (committees.isEmpty()) {
            throw new AssertionError("a count must elect a committee");
        }
    }

    /** These win; the account says so. */
    static CommitteeOutcome of(
            Candidates field, Collection<List<Integer>> committees, BigFraction score, Count count, boolean exact) {
        for (List<Integer> committee : committees) {
            count.note(() -> "committee: " + field.names(committee));
        }
        return new CommitteeOutcome(field, List.copyOf(committees), score, exact, count.ties(), count.account());
    }

    private static String key(List<Integer> committee) {
        StringBuilder key = new StringBuilder();
        committee.forEach(c -> key.append((char) c.intValue()));
        return key.toString();
    }

    /** Whether more than one committee wins. */
    public boolean tied() {
        return committees.size() > 1;
    }

    /** Everybody who is in a winning committee. */
    public List<Integer> winners() {
        TreeSet<Integer> all = new TreeSet<>();
        committees.forEach(all::addAll);
        return List.copyOf(all);
    }

    /** The winning committees by name. */
    public List<List<String>> names() {
        return committees.stream().map(candidates::names).toList();
    }
}
