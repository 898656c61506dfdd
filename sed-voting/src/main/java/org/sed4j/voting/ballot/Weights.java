package org.sed4j.voting.ballot;

/** The weights of a profile's groups, checked. */
final class Weights {
    /** Up to here every whole number is a double. */
    private static final double LARGEST = 1L << 53;

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
            sum = Math.addExact(sum, weights[g]);
        }
        InvalidBallotException.unless(
                sum > 0, "total weight of the profile", sum, "must be positive", "the profile is empty");
        total = sum;
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
