package org.sed4j.voting.ballot;

/** The weights of a profile's groups, checked. */
final class Weights {
    /** No electorate is larger: up to here every whole number is a double, and sums of counts fit a long. */
    private static final long LARGEST = 1L << 53;

    private final long[] weights;
    private final long total;

    /** Takes the array over. */
    Weights(long[] weights) {
        this.weights = weights;
        long sum = 0;
        for (int g = 0; g < weights.length; g++) {
            if (weights[g] < 0) {
                InvalidBallotException.unless(
                        false, "weight of ballot " + g, weights[g], "must not be negative", "a sign was lost");
            }
            sum = sum(sum, weights[g]);
        }
        InvalidBallotException.unless(
                sum > 0, "total weight of the profile", sum, "must be positive", "the profile is empty");
        total = sum;
    }

    /** Two weights together. */
    static long sum(long one, long other) {
        long sum = one > LARGEST || other > LARGEST ? Long.MAX_VALUE : one + other;
        if (sum > LARGEST) {
            InvalidBallotException.unless(
                    false,
                    "weights of the profile",
                    one + " + " + other,
                    "must sum to at most 2^53, so that counts are exact",
                    "weights were scaled up");
        }
        return sum;
    }

    long of(int g) {
        return weights[g];
    }

    long total() {
        return total;
    }

    int groups() {
        return weights.length;
    }

    /** A weight given as a double, which must be a whole number. */
    static long whole(double weight) {
        InvalidBallotException.unless(
                weight >= 0 && weight <= LARGEST && weight == Math.rint(weight),
                "weight of a ballot",
                weight,
                "must be a whole number and not negative",
                "shares were given: multiply them to whole numbers");
        return (long) weight;
    }
}
