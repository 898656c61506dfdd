package org.sed4j.voting.rule;

import org.sed4j.voting.ballot.BallotKind;

/** A rule was asked to count ballots of a kind that it is not defined on; the message names both. */
public final class UndefinedRuleException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    UndefinedRuleException(RuleInfo info, BallotKind kind) {
        super("rule (" + info.id() + ") is not defined on " + kind + "; it counts " + info.accepts()
                + ".\nMaybe another rule was meant, or the ballots should be converted first.");
    }
}
