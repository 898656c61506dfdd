package org.sed4j.core.stackelberg.lp;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.commons.math3.fraction.BigFraction;
import org.sed4j.core.game.Require;

/** Doubles read as fractions, so that what was meant as 1/3 is 1/3. */
public final class Fractions {
    private Fractions() {}

    /**
     * The simplest fraction (that of the least denominator) which rounds to this double: 0.1 gives 1/10,
     * 0.3333333333333333 gives 1/3.
     *
     * <p>By the continued fraction of the double, cut at the first convergent or semiconvergent that rounds to it.
     */
    public static BigFraction simplest(double value) {
        Require.finite(value, "number to read as a fraction");
        if (value == Math.rint(value)) {
            return new BigFraction(new BigDecimal(value).toBigInteger());
        }
        BigFraction exact = new BigFraction(Math.abs(value));
        BigInteger p0 = BigInteger.ONE;
        BigInteger q0 = BigInteger.ZERO;
        BigInteger p1 = floor(exact);
        BigInteger q1 = BigInteger.ONE;
        BigFraction rest = exact.subtract(new BigFraction(p1));
        while (!rounds(p1, q1, Math.abs(value))) {
            BigFraction inverse = rest.reciprocal();
            BigInteger term = floor(inverse);
            BigInteger p = term.multiply(p1).add(p0);
            BigInteger q = term.multiply(q1).add(q0);
            if (rounds(p, q, Math.abs(value))) {
                return signed(semiconvergent(p0, q0, p1, q1, term, Math.abs(value)), value);
            }
            rest = inverse.subtract(new BigFraction(term));
            p0 = p1;
            q0 = q1;
            p1 = p;
            q1 = q;
        }
        return signed(new BigFraction(p1, q1), value);
    }

    /** The least k ≤ term with (k p1 + p0) / (k q1 + q0) rounding to the value, found by halving. */
    private static BigFraction semiconvergent(
            BigInteger p0, BigInteger q0, BigInteger p1, BigInteger q1, BigInteger term, double value) {
        BigInteger low = BigInteger.ONE;
        BigInteger high = term;
        while (low.compareTo(high) < 0) {
            BigInteger middle = low.add(high).shiftRight(1);
            if (rounds(middle.multiply(p1).add(p0), middle.multiply(q1).add(q0), value)) {
                high = middle;
            } else {
                low = middle.add(BigInteger.ONE);
            }
        }
        return new BigFraction(high.multiply(p1).add(p0), high.multiply(q1).add(q0));
    }

    private static BigInteger floor(BigFraction positive) {
        return positive.getNumerator().divide(positive.getDenominator());
    }

    private static boolean rounds(BigInteger p, BigInteger q, double value) {
        return new BigFraction(p, q).doubleValue() == value;
    }

    private static BigFraction signed(BigFraction magnitude, double value) {
        return value < 0 ? magnitude.negate() : magnitude;
    }

    /**
     * The least positive integer whose product with every value is an integer, the values read as {@link #simplest}.
     */
    public static BigInteger denominator(double... values) {
        BigInteger multiple = BigInteger.ONE;
        for (double value : values) {
            BigInteger q = simplest(value).getDenominator();
            multiple = multiple.divide(multiple.gcd(q)).multiply(q);
        }
        return multiple;
    }
}
