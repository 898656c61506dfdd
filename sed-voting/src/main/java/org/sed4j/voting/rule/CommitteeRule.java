package org.sed4j.voting.rule;

import org.sed4j.core.game.Require;
import org.sed4j.voting.ballot.Profile;

/** A rule that elects committees of k candidates. All that tie are results. */
public interface CommitteeRule extends Rule {

    /**
     * Elects k of the field.
     *
     * @param count how ties inside rounds are treated, and whether an account is kept
     * @throws UndefinedRuleException if the rule is not defined on such ballots
     * @throws IllegalArgumentException if k is below 1 or larger than the field
     */
    CommitteeOutcome elect(Profile profile, int k, Count count);

    /** Elects k of the field, following every way that a tie inside a round could fall. */
    default CommitteeOutcome elect(Profile profile, int k) {
        return elect(profile, k, Count.parallel());
    }

    /** Requires 1 ≤ k ≤ m. */
    static int requireSeats(Profile profile, int k) {
        int m = profile.candidates().size();
        Require.that(
                k >= 1 && k <= m,
                "seats",
                k,
                "must lie from 1 to the " + m + " candidates",
                "seats and candidates were swapped");
        return k;
    }
}
