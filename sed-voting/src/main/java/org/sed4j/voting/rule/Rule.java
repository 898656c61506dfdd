package org.sed4j.voting.rule;

/** Anything that turns a profile into a result: see {@link VotingRule}, {@link LotteryRule}, {@link CommitteeRule}, {@link
 * BudgetRule}. */
public interface Rule {

    /** What the rule is called, which ballots it is defined on, and what is known of it. */
    RuleInfo info();

    /** The name by which files and the command line know it, parameters included. */
    default String id() {
        return info().id();
    }
}
