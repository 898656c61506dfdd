/**
 * Voting mechanisms V = (O, f, Θ): how a society's reports become the objective that its principal must pursue.
 *
 * <p>Start at {@link org.sed4j.voting.ContinuousVote}, the mechanism of paper 002's section 4. A mechanism is an elicitation
 * (from types to ballots), a rule, a tie policy and a map from the winner to an objective; rules live in
 * {@code org.sed4j.voting.rule} and {@code org.sed4j.voting.continuous}.
 */
@NullMarked
package org.sed4j.voting;

import org.jspecify.annotations.NullMarked;
