package org.sed4j.voting;

/**
 * How voters say what they want.
 *
 * @paper 002, Definition 3.2: reports need not be truthful
 */
public sealed interface Manner {

    /** As it is. */
    record Truthful() implements Manner {}

    /**
     * With errors.
     *
     * @param deviation standard deviation of the error in each utility, or in the reported point
     */
    record Noisy(double deviation) implements Manner {}

    /**
     * Ballots that tell of the best few alternatives only.
     *
     * @param told how many
     */
    record Truncating(int told) implements Manner {}

    /**
     * A share of voters says what pays most for them, given what others say.
     *
     * @param share of voters, in [0, 1]
     * @param rounds how often each of them may answer the others, at least 1
     */
    record Strategic(double share, int rounds) implements Manner {}
}
