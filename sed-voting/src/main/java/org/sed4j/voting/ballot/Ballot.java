package org.sed4j.voting.ballot;

/** What one voter hands in. Immutable; candidates are numbers of a {@link Candidates}. Types are rows of {@link TypeProfile}. */
public sealed interface Ballot permits Ranking, Approval, Grades, Utilities {

    /** The same ballot after candidate c was renamed {@code to[c]}. */
    Ballot renamed(int[] to);
}
