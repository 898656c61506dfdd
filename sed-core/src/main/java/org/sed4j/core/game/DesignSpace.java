package org.sed4j.core.game;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A design space Φ ⊆ R^k: which designs a principal may choose, entry by entry and together.
 *
 * @paper 002, Definition 3.1 (Φ)
 */
public sealed interface DesignSpace permits DesignSpace.Box, DesignSpace.Simplex {

    /** What each of the k entries is called, in order. */
    List<String> names();

    /** k, the number of entries. */
    default int dimension() {
        return names().size();
    }

    /** What keeps φ out of Φ, in one sentence without a full stop; empty if φ ∈ Φ. Axis: φ has k entries. */
    String objection(double[] phi);

    /**
     * Returns φ if it lies in Φ.
     *
     * @throws IllegalArgumentException naming the entry, its value and the rule otherwise
     */
    default Design require(Design phi) {
        String objection = objection(phi.toArray());
        if (!objection.isEmpty()) {
            throw new IllegalArgumentException("Design " + phi + " is not in Φ: " + objection + ".");
        }
        return phi;
    }

    /** Whether φ ∈ Φ. */
    default boolean contains(Design phi) {
        return objection(phi.toArray()).isEmpty();
    }

    /** Φ = [low, high]^k with those names. */
    static Box box(double low, double high, String... names) {
        return new Box(List.of(names), Collections.nCopies(names.length, low), Collections.nCopies(names.length, high));
    }

    /** Φ = [0, 1]^k: rates, shares and probabilities. */
    static Box rates(int k, String stem) {
        List<String> names = new ArrayList<>();
        for (int j = 0; j < k; j++) {
            names.add(stem + "_" + j);
        }
        return new Box(names, Collections.nCopies(k, 0.0), Collections.nCopies(k, 1.0));
    }

    /** No design at all: the rules are fixed (k = 0). */
    static Box none() {
        return new Box(List.of(), List.of(), List.of());
    }

    /** Φ = R^k. */
    static Box unbounded(String... names) {
        return box(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, names);
    }

    /**
     * A box: low_j ≤ φ_j ≤ high_j for each entry.
     *
     * @param names what each entry is called
     * @param low least value of each entry, possibly -∞
     * @param high greatest value of each entry, possibly +∞
     */
    record Box(List<String> names, List<Double> low, List<Double> high) implements DesignSpace {
        public Box {
            names = List.copyOf(names);
            low = List.copyOf(low);
            high = List.copyOf(high);
            Require.that(
                    names.size() == low.size() && names.size() == high.size(),
                    "bounds of a design space",
                    low.size() + " low, " + high.size() + " high",
                    "must be one for each of the " + names.size() + " names",
                    "an entry was added without its bounds");
            for (int j = 0; j < names.size(); j++) {
                Require.that(
                        low.get(j) <= high.get(j),
                        "bounds of " + names.get(j),
                        low.get(j) + ", " + high.get(j),
                        "must not cross",
                        "low and high were swapped");
            }
        }

        @Override
        public String objection(double[] phi) {
            if (phi.length != names.size()) {
                return "it has " + phi.length + " entries, the space has " + names.size() + " " + names;
            }
            for (int j = 0; j < phi.length; j++) {
                if (!(phi[j] >= low.get(j) && phi[j] <= high.get(j))) {
                    return names.get(j) + " (" + phi[j] + ") must lie in [" + low.get(j) + ", " + high.get(j) + "]";
                }
            }
            return "";
        }
    }

    /**
     * The probability simplex: entries at least 0 that sum to 1, within 1e-6 (designs are held in floats).
     *
     * @param names what each entry is called
     */
    record Simplex(List<String> names) implements DesignSpace {
        private static final double SUM_TOLERANCE = 1e-6;

        public Simplex {
            names = List.copyOf(names);
            Require.atLeast(names.size(), 1, "entries of a simplex");
        }

        @Override
        public String objection(double[] phi) {
            if (phi.length != names.size()) {
                return "it has " + phi.length + " entries, the simplex has " + names.size();
            }
            double sum = 0;
            for (int j = 0; j < phi.length; j++) {
                if (!(phi[j] >= 0)) {
                    return names.get(j) + " (" + phi[j] + ") must be at least 0";
                }
                sum += phi[j];
            }
            return Math.abs(sum - 1) <= SUM_TOLERANCE ? "" : "its entries sum to " + sum + ", not to 1";
        }
    }
}
