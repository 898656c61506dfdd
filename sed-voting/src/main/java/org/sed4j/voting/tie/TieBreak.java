package org.sed4j.voting.tie;

import java.util.List;

/**
 * A tie and how it was resolved: one line of the record of an election.
 *
 * @param where the place in the count
 * @param tied the names of the tied alternatives, in the field's order
 * @param order the same names, the most favoured first
 * @param policy who said so
 */
public record TieBreak(String where, List<String> tied, List<String> order, String policy) {
    public TieBreak {
        tied = List.copyOf(tied);
        order = List.copyOf(order);
    }

    @Override
    public String toString() {
        return where + ": tie of " + tied + " put in the order " + order + " by " + policy;
    }
}
