package org.sed4j.voting.tie;

import java.util.List;

/** A tie that the policy at hand does not resolve; the message names the place and the tied alternatives. */
public final class UnresolvedTieException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    /** The tie of these alternatives at that place. */
    public UnresolvedTieException(List<String> tied, String where, String why) {
        super("tie (" + tied + ") at " + where + " must be resolved, and " + why
                + ".\nMaybe another tie policy is wanted: lexicographic, random with a seed, principal, incumbent.");
    }
}
