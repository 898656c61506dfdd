package org.sed4j.voting.ballot;

import java.math.BigInteger;

/**
 * A sum of doubles that is rounded once, at the end: the order of the summands cannot show.
 *
 * <p>So a rule that adds up utilities is anonymous to the last bit, on every machine. The accumulator is a fixed-point
 * number wide enough for every double, kept in 32-bit digits inside longs, so that up to 2^30 numbers are added without a
 * carry (the idea of Neal 2015, "Fast exact summation using small and large superaccumulators", arXiv:1505.05571).
 */
public final class ExactSum {
    private static final int DIGITS = 68;
    private static final int LOWEST_EXPONENT = -1074;
    private static final long DIGIT = 0xFFFF_FFFFL;
    private static final int CARRY_AFTER = 1 << 30;

    private final long[] digits = new long[DIGITS];
    private int pending;

    /** The exact sum of these numbers, rounded once to the nearest double. */
    public static double of(double[] values) {
        ExactSum sum = new ExactSum();
        for (double value : values) {
            sum.add(value);
        }
        return sum.value();
    }

    /**
     * Adds a number.
     *
     * @throws IllegalArgumentException if it is not finite
     */
    public void add(double value) {
        long bits = Double.doubleToRawLongBits(value);
        int exponent = (int) (bits >>> 52) & 0x7FF;
        if (exponent == 0x7FF) {
            throw new IllegalArgumentException(
                    "summand (" + value + ") must be a finite number.\nMaybe an earlier result was divided by zero.");
        }
        long mantissa = bits & 0xF_FFFF_FFFF_FFFFL;
        int position = 0;
        if (exponent > 0) {
            mantissa |= 1L << 52;
            position = exponent - 1;
        }
        int digit = position >>> 5;
        int shift = position & 31;
        long low = (mantissa << shift) & DIGIT;
        long middle = (mantissa >>> (32 - shift)) & DIGIT;
        long high = shift == 0 ? 0 : mantissa >>> (64 - shift);
        if (bits < 0) {
            digits[digit] -= low;
            digits[digit + 1] -= middle;
            digits[digit + 2] -= high;
        } else {
            digits[digit] += low;
            digits[digit + 1] += middle;
            digits[digit + 2] += high;
        }
        if (++pending == CARRY_AFTER) {
            carry();
        }
    }

    /**
     * Adds a number {@code times} times, exactly, at the price of at most 63 additions.
     *
     * @throws IllegalArgumentException if {@code value} is not finite or {@code times} is negative
     */
    public void addTimes(double value, long times) {
        if (times < 0) {
            throw new IllegalArgumentException(
                    "times (" + times + ") must not be negative.\nMaybe a weight lost its sign.");
        }
        double doubled = value;
        for (long left = times; left != 0; left >>>= 1) {
            if ((left & 1) != 0) {
                add(doubled);
            }
            doubled = left > 1 ? 2 * doubled : doubled;
        }
    }

    /** An independent sum that stands where this one does. */
    public ExactSum copy() {
        ExactSum copy = new ExactSum();
        System.arraycopy(digits, 0, copy.digits, 0, DIGITS);
        copy.pending = pending;
        return copy;
    }

    /** Takes another sum off, exactly. */
    public void subtract(ExactSum other) {
        other.carry();
        carry();
        for (int i = 0; i < DIGITS; i++) {
            digits[i] -= other.digits[i];
        }
        pending = 1;
    }

    private void carry() {
        for (int i = 0; i < DIGITS - 1; i++) {
            long up = digits[i] >> 32;
            digits[i] &= DIGIT;
            digits[i + 1] += up;
        }
        pending = 0;
    }

    /** The sum so far, rounded to the nearest double (ties to even). */
    public double value() {
        BigInteger total = BigInteger.ZERO;
        for (int i = DIGITS - 1; i >= 0; i--) {
            total = total.shiftLeft(32).add(BigInteger.valueOf(digits[i]));
        }
        int surplus = total.abs().bitLength() - 64;
        if (surplus <= 0) {
            return Math.scalb(total.doubleValue(), LOWEST_EXPONENT);
        }
        boolean inexact = total.abs().getLowestSetBit() < surplus;
        BigInteger top = total.abs().shiftRight(surplus);
        if (inexact) {
            top = top.setBit(0); // the sticky bit: 64 bits are enough for it not to reach the 53 that are kept
        }
        double size = Math.scalb(top.doubleValue(), surplus + LOWEST_EXPONENT);
        return total.signum() < 0 ? -size : size;
    }
}
