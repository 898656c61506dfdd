package org.sed4j.voting.rule;

import java.util.List;
import org.sed4j.voting.ballot.Candidates;
import org.sed4j.voting.tie.TieBreak;

/**
 * What came of a count: the winners, all tied ones, and the evidence.
 *
 * @param candidates the field
 * @param winners their numbers, rising; at least one
 * @param scores one for each candidate, higher is better; whole numbers and fractions are exact. Empty for rules without
 * @param exact false if a search was cut short, so that winners may be missing or wrong
 * @param ties the ties inside rounds that a policy resolved, in order
 * @param account how the result came about, line by line; empty unless asked for
 */
public record Outcome(
        Candidates candidates,
        List<Integer> winners,
        List<Number> scores,
        boolean exact,
        List<TieBreak> ties,
        List<String> account) {

    public Outcome {
        winners = winners.stream().sorted().toList();
        scores = List.copyOf(scores);
        ties = List.copyOf(ties);
        account = List.copyOf(account);
        if (winners.isEmpty()) {
            throw new AssertionError("a count must have a winner");
        }
    }

    /** Whether more than one wins. */
    public boolean tied() {
        return winners.size() > 1;
    }

    /** The names of the winners, in the field's order. */
    public List<String> winnerNames() {
        return candidates.names(winners);
    }
}
