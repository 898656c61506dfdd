package org.sed4j.voting.rule;

import org.sed4j.voting.ballot.Profile;

/** A social decision scheme: from a profile to a lottery over candidates. No chance enters before the lottery is drawn. */
public interface LotteryRule extends Rule {

    /**
     * The lottery for this profile.
     *
     * @throws UndefinedRuleException if the rule is not defined on such ballots
     */
    Lottery lottery(Profile profile);
}
