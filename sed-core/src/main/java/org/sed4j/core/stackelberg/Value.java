package org.sed4j.core.stackelberg;

import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * A number that a solver found, exact if it was found in rationals.
 *
 * @param number the double nearest to it
 * @param exact the fraction, if it was found exactly
 */
public record Value(double number, Optional<BigFraction> exact) {

    /** A floating-point result. */
    static Value of(double number) {
        return new Value(number, Optional.empty());
    }

    /** An exact result. */
    static Value of(BigFraction exact) {
        return new Value(exact.doubleValue(), Optional.of(exact));
    }

    /** "55/2", "1", or the double if it is not exact. */
    @Override
    public String toString() {
        return exact.map(fraction -> fraction.toString().replace(" ", "")).orElse(String.valueOf(number));
    }
}
