/**
 * The commands {@code sed vote} and {@code sed axioms}, and the study of rules in a fast society.
 *
 * <p>Start at {@link org.sed4j.examples.vote.VoteCommand}.
 */
@NullMarked
package org.sed4j.examples.vote;

import org.jspecify.annotations.NullMarked;
