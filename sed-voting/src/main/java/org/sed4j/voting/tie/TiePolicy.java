package org.sed4j.voting.tie;

import java.util.List;

/**
 * A policy for ties: puts tied alternatives in order, the most favoured first.
 *
 * <p>An election takes the first of them, an elimination drops the last.
 */
public interface TiePolicy {

    /** The name by which files and the command line know it. */
    String name();

    /**
     * The tied alternatives in order, the most favoured first.
     *
     * @param tied numbers of candidates, rising, at least two
     * @param where the place in the count, such as "round 3"; the same place gives the same order
     * @param context what a policy may look at
     */
    List<Integer> order(List<Integer> tied, String where, TieContext context);
}
