package org.sed4j.voting.ballot;

/**
 * The ballots of a society over one field of candidates, in groups of equal ballots. Immutable.
 *
 * <p>A group of weight w stands for w voters with that ballot, or for one voter who weighs w: no rule here tells these
 * apart. Weights are whole numbers, so that counts are exact.
 */
public sealed interface Profile permits RankingProfile, ApprovalProfile, GradeProfile, UtilityProfile {

    /** The field. */
    Candidates candidates();

    /** The narrowest kind that all ballots are of. */
    BallotKind kind();

    /** How many groups there are. */
    int groups();

    /** The weight of group g, not negative. */
    long weight(int g);

    /** The total weight, at least 1. */
    long voters();

    /** The ballot of group g. */
    Ballot ballot(int g);
}
