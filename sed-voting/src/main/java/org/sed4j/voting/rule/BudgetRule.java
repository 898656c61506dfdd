package org.sed4j.voting.rule;

import org.sed4j.voting.ballot.Budget;
import org.sed4j.voting.ballot.Profile;

/** A rule that chooses projects of different costs within a budget (participatory budgeting). All that tie are results. */
public interface BudgetRule extends Rule {

    /**
     * Chooses projects that cost no more than the budget together.
     *
     * @param count how ties inside rounds are treated, and whether an account is kept
     * @return committees are the sets of projects; one may be empty
     * @throws UndefinedRuleException if the rule is not defined on such ballots
     * @throws IllegalArgumentException if the budget is of another field
     */
    CommitteeOutcome fund(Profile profile, Budget budget, Count count);

    /** Chooses projects, following every way that a tie inside a round could fall. */
    default CommitteeOutcome fund(Profile profile, Budget budget) {
        return fund(profile, budget, Count.parallel());
    }
}
