package org.sed4j.voting.rule;

/**
 * A fraction of whole numbers in lowest terms, for the twins: another arithmetic than that of the rules. Overflow is an error.
 *
 * @param above the numerator
 * @param below the denominator, positive
 */
record Ratio(long above, long below) implements Comparable<Ratio> {
    static final Ratio ZERO = new Ratio(0);
    static final Ratio ONE = new Ratio(1);

    Ratio {
        long shared = below == 1 ? 1 : gcd(Math.abs(above), Math.abs(below));
        long sign = below < 0 ? -1 : 1;
        above = sign * above / shared;
        below = sign * below / shared;
    }

    Ratio(long whole) {
        this(whole, 1);
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    Ratio add(Ratio other) {
        long shared = gcd(below, other.below);
        return new Ratio(
                Math.addExact(
                        Math.multiplyExact(above, other.below / shared),
                        Math.multiplyExact(other.above, below / shared)),
                Math.multiplyExact(below / shared, other.below));
    }

    Ratio negate() {
        return new Ratio(-above, below);
    }

    Ratio subtract(Ratio other) {
        return add(other.negate());
    }

    Ratio multiply(Ratio other) {
        Ratio one = new Ratio(above, other.below); // in lowest terms first, so that products stay small
        Ratio two = new Ratio(other.above, below);
        return new Ratio(Math.multiplyExact(one.above, two.above), Math.multiplyExact(one.below, two.below));
    }

    Ratio multiply(long times) {
        return multiply(new Ratio(times));
    }

    @SuppressWarnings("ArgumentSelectionDefectChecker") // the reciprocal
    Ratio divide(Ratio by) {
        return multiply(new Ratio(by.below, by.above));
    }

    Ratio divide(long by) {
        return multiply(new Ratio(1, by));
    }

    /** Towards zero. */
    long whole() {
        return above / below;
    }

    @Override
    public int compareTo(Ratio other) {
        return Long.compare(Math.multiplyExact(above, other.below), Math.multiplyExact(other.above, below));
    }
}
