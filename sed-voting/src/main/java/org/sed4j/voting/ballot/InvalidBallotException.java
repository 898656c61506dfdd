package org.sed4j.voting.ballot;

import org.sed4j.core.run.Shown;

/** A ballot, or a profile of ballots, that breaks its rules; the message names the voter, the value and the rule. */
public final class InvalidBallotException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    /** Characters of a rule, which may list all candidates. */
    private static final int MOST = 400;

    /** One clear message. */
    public InvalidBallotException(String message) {
        super(message);
    }

    /**
     * @param holds false throws
     * @param name what is wrong
     * @param value its value
     * @param rule what it must be
     * @param cause what to look at, shown after "Maybe"
     */
    static void unless(boolean holds, String name, Object value, String rule, String cause) {
        if (!holds) {
            throw new InvalidBallotException(Shown.of(name) + " (" + Shown.of(value) + ") " + Shown.of(rule, MOST)
                    + ".\nMaybe " + Shown.of(cause) + ".");
        }
    }
}
