package org.sed4j.voting.ballot;

/** What every profile has: the field, and who votes, in groups. */
abstract class Electorate {
    final Candidates candidates;
    final Weights weights;

    Electorate(Candidates candidates, Weights weights) {
        this.candidates = candidates;
        this.weights = weights;
    }

    /** The field. */
    public final Candidates candidates() {
        return candidates;
    }

    /** How many groups there are. */
    public final int groups() {
        return weights.groups();
    }

    /** The weight of group g, not negative. */
    public final long weight(int g) {
        return weights.of(g);
    }

    /** The total weight, at least 1. */
    public final long voters() {
        return weights.total();
    }
}
