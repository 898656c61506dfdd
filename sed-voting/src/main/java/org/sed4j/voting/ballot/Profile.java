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

    /**
     * The same society in which one voter of group g hands in another ballot.
     *
     * @throws InvalidBallotException if the ballot is of another type or does not fit the field, or nobody is in the group
     */
    Profile swapped(int g, Ballot instead);

    /** Requires that somebody is in group g to take one voter out of. */
    private static void requireVoter(Profile profile, int g) {
        InvalidBallotException.unless(
                profile.weight(g) > 0, "voters in group " + g, profile.weight(g), "must be at least 1", "it is empty");
    }

    /** The ballot as one of that type. */
    static <B extends Ballot> B requireType(Class<B> type, Profile profile, int g, Ballot ballot) {
        requireVoter(profile, g);
        InvalidBallotException.unless(
                type.isInstance(ballot),
                "ballot",
                ballot,
                "must be a " + type.getSimpleName(),
                "the rule counts others");
        return type.cast(ballot);
    }
}
