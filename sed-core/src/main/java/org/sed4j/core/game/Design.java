package org.sed4j.core.game;

import java.util.Arrays;

/**
 * A principal's action φ ∈ Φ ⊆ R^k: the numbers that the rules of the economy depend on.
 *
 * <p>Immutable. What each entry means, and in which unit, is said by the {@link DesignSpace} it is taken from.
 *
 * @paper 002, Definition 3.1 (φ); 000, Definition 9
 */
public final class Design {
    private final double[] values;

    private Design(double[] values) {
        this.values = values;
    }

    /**
     * The design with these entries.
     *
     * @throws IllegalArgumentException if an entry is NaN or infinite
     */
    public static Design of(double... values) {
        for (int j = 0; j < values.length; j++) {
            Require.finite(values[j], "entry " + j + " of the design");
        }
        return new Design(values.clone());
    }

    /** The design with these entries, widened exactly. */
    public static Design of(float[] values, int from, int length) {
        double[] copy = new double[length];
        for (int j = 0; j < length; j++) {
            copy[j] = values[from + j];
        }
        return of(copy);
    }

    /** The design of k zeros: "no tax" in the apple-picking game. */
    public static Design zeros(int k) {
        return new Design(new double[k]);
    }

    /** k, the number of entries. */
    public int size() {
        return values.length;
    }

    /** Entry j, counted from 0. */
    public double get(int j) {
        return values[j];
    }

    /** A copy of the entries. */
    public double[] toArray() {
        return values.clone();
    }

    /** A copy of the entries, rounded to float: what the engine holds in force. */
    public float[] toFloats() {
        float[] floats = new float[values.length];
        for (int j = 0; j < floats.length; j++) {
            floats[j] = (float) values[j];
        }
        return floats;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Design design && Arrays.equals(values, design.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Design" + Arrays.toString(values);
    }
}
