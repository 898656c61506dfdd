package org.sed4j.core.game;

/** One clear message for a value that breaks its rule: name, value, rule, likely cause. */
public final class Require {
    private Require() {}

    /**
     * Requires anything.
     *
     * @param cause what to look at, without a full stop; shown after "Maybe"
     * @throws IllegalArgumentException always fails with that message if {@code holds} is false
     */
    public static void that(boolean holds, String name, Object value, String rule, String cause) {
        if (!holds) {
            throw new IllegalArgumentException(name + " (" + value + ") " + rule + ".\nMaybe " + cause + ".");
        }
    }

    /** Requires {@code value >= least}. */
    public static int atLeast(int value, int least, String name) {
        that(value >= least, name, value, "must be at least " + least, "a size was left at zero or a sign was lost");
        return value;
    }

    /** Requires a finite number. */
    public static double finite(double value, String name) {
        that(Double.isFinite(value), name, value, "must be a finite number", "an earlier result was divided by zero");
        return value;
    }

    /** Requires {@code low <= value <= high}. */
    public static double within(double value, double low, double high, String name) {
        that(
                value >= low && value <= high,
                name,
                value,
                "must lie in [" + low + ", " + high + "]",
                high == 1 ? "it was given in percent" : "a bound or a unit is off");
        return value;
    }
}
