package org.sed4j.voting.ballot;

/** The kinds of ballot that a rule may be defined on. */
public enum BallotKind {
    /** A strict ranking of every candidate (one candidate may be left out: it is last). */
    LINEAR("strict and complete rankings"),
    /** A strict ranking of some candidates; the others are below, tied. */
    TRUNCATED("strict rankings that leave candidates out"),
    /** A ranking with ties above its end. */
    WEAK("rankings with ties"),
    /** A set of approved candidates. */
    APPROVAL("approvals"),
    /** A grade for each candidate, from a common scale. */
    GRADES("grades"),
    /** A utility for each candidate. */
    UTILITIES("utilities"),
    /** A point of a continuum: a row of the type matrix. */
    TYPES("types");

    private final String words;

    BallotKind(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
