/**
 * Voting rules: from a profile of ballots to the set of winners, to a lottery, or to committees.
 *
 * <p>Start at {@link org.sed4j.voting.rule.Rules}, which knows every rule by its id, and
 * {@link org.sed4j.voting.rule.VotingRule}. A rule is a pure function; what ties leave open is in its result.
 */
@NullMarked
package org.sed4j.voting.rule;

import org.jspecify.annotations.NullMarked;
