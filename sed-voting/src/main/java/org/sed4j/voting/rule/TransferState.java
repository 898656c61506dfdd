package org.sed4j.voting.rule;

import java.util.List;
import java.util.Set;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Where a count of {@link Transfers} stands; equal ballots always have gone the same way.
 *
 * @param values what one ballot of each group is worth now
 * @param holders who holds the group's ballots, m if nobody does any more
 * @param elected in no order
 * @param pending those elected whose surplus has not passed on
 * @param excluded in no order
 * @param history totals by stage, kept only in the Scottish form
 */
record TransferState(
        List<BigFraction> values,
        List<Integer> holders,
        Set<Integer> elected,
        Set<Integer> pending,
        Set<Integer> excluded,
        List<List<BigFraction>> history) {

    /** The number of the next stage. */
    int stage() {
        return elected.size() - pending.size() + excluded.size() + 1;
    }
}
