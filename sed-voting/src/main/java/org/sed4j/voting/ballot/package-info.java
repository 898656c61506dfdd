/**
 * What voters hand in: ballots, and profiles of weighted ballots with the principal's row apart. Immutable throughout.
 *
 * <p>Start at {@link org.sed4j.voting.ballot.Profile}. No rule lives here.
 */
@NullMarked
package org.sed4j.voting.ballot;

import org.jspecify.annotations.NullMarked;
