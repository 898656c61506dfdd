package org.sed4j.voting.rule;

import org.sed4j.voting.ballot.Profile;

/** A social choice correspondence: from a profile to the set of its winners. All that tie are winners. */
public interface VotingRule extends Rule {

    /**
     * Counts the ballots.
     *
     * @param count how ties inside rounds are treated, and whether an account is kept
     * @throws UndefinedRuleException if the rule is not defined on such ballots
     */
    Outcome count(Profile profile, Count count);

    /** Counts the ballots, following every way that a tie inside a round could fall. */
    default Outcome apply(Profile profile) {
        return count(profile, Count.parallel());
    }
}
