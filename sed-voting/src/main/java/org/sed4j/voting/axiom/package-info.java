/**
 * What rules do and do not satisfy: axioms checked with witnesses, manipulation with its gain, measures of an election.
 *
 * <p>Start at {@link org.sed4j.voting.axiom.Axioms} and {@link org.sed4j.voting.axiom.Manipulation}. The names of axioms are
 * in {@link org.sed4j.voting.rule.Axiom}.
 */
@NullMarked
package org.sed4j.voting.axiom;

import org.jspecify.annotations.NullMarked;
