package org.sed4j.rl.policygradient;

/**
 * What an adaptive step remembers of the gradients before: their decaying mean and mean of squares.
 *
 * <p>A carrier; never written after it was made.
 *
 * @param mean m, [parameters]; empty for a rule that remembers nothing
 * @param square v, [parameters]
 * @param steps t, how many steps have been taken
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier: identity equality
public record Moments(double[] mean, double[] square, long steps) {
    private static final double[] NOTHING = {};

    /** Nothing remembered yet. */
    public static Moments none() {
        return new Moments(NOTHING, NOTHING, 0);
    }

    /** Zeros. */
    static Moments zeros(int parameters) {
        return new Moments(new double[parameters], new double[parameters], 0);
    }
}
