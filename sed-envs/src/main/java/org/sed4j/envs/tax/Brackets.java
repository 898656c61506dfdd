package org.sed4j.envs.tax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sed4j.core.game.DesignSpace;
import org.sed4j.core.game.Require;

/**
 * The brackets [τ_b, τ_{b+1}] into which an income is cut, each taxed at a rate of its own.
 *
 * <p>With rates φ the tax is T(w) = Σ_b φ_b · slice_b(w). It is linear in φ, nondecreasing in w and, for rates in [0, 1],
 * between 0 and w. Immutable.
 *
 * @param cuts {@code τ_0 < τ_1 < ... < τ_B}, in units of income; B = cuts - 1 brackets. What lies above τ_B is not taxed; τ_B may be
 *     infinite
 * @param formula how much of an income falls in a bracket
 * @paper 002, section 4
 */
public record Brackets(List<Double> cuts, Formula formula) {

    /** How much of an income falls in a bracket. */
    public enum Formula {
        /** slice_b(w) = min(w, τ_{b+1}) - τ_b, at least 0: paper 002, section 4. */
        CONTINUOUS,
        /**
         * slice_b(w) = hi - lo + 1 if w ≥ hi, else w - lo + 1 if w ≥ lo, else 0, with lo = τ_b + 1 and hi = τ_{b+1}: the
         * published code of paper 002 (d9ef0c3). Equal to the continuous formula for whole w; jumps between them.
         */
        INTEGER
    }

    /**
     * The three brackets of paper 002 in apples per tax period: (1, 10), (11, 20), (21, 10000).
     *
     * @paper 002, appendix A
     */
    public static final Brackets APPLES = continuous(0, 10, 20, 10000);

    /**
     * The seven brackets of the US federal income tax for single filers, in coins of 1000 dollars, the top one open.
     *
     * <p>Source: Zheng et al. (2022), "The AI Economist", Science Advances 8(18), eabk2607, and its released code.
     */
    public static final Brackets US_FEDERAL = open(0, 9.7, 39.475, 84.2, 160.725, 204.1, 510.3);

    public Brackets {
        cuts = List.copyOf(cuts);
        Require.atLeast(cuts.size(), 2, "cut points of tax brackets");
        for (int b = 0; b < cuts.size(); b++) {
            boolean open = b == cuts.size() - 1 && cuts.get(b) == Double.POSITIVE_INFINITY;
            Require.that(
                    open || Double.isFinite(cuts.get(b)),
                    "cut point " + b,
                    cuts.get(b),
                    "must be a finite number",
                    "an earlier result was divided by zero; only the last may be infinite");
        }
        Require.that(
                cuts.get(0) >= 0,
                "cut point 0",
                cuts.get(0),
                "must be at least 0",
                "the first bracket begins at the lowest taxed income, usually 0");
        for (int b = 1; b < cuts.size(); b++) {
            Require.that(
                    cuts.get(b) > cuts.get(b - 1),
                    "cut point " + b,
                    cuts.get(b),
                    "must be above cut point " + (b - 1) + " (" + cuts.get(b - 1) + ")",
                    "the cut points are not in increasing order");
        }
    }

    /** Brackets with those cut points and the continuous formula. */
    public static Brackets continuous(double... cuts) {
        List<Double> list = new ArrayList<>();
        for (double cut : cuts) {
            list.add(cut);
        }
        return new Brackets(list, Formula.CONTINUOUS);
    }

    /** Brackets that begin at those cut points, the top one open. */
    public static Brackets open(double... starts) {
        double[] cuts = Arrays.copyOf(starts, starts.length + 1);
        cuts[starts.length] = Double.POSITIVE_INFINITY;
        return continuous(cuts);
    }

    /**
     * Brackets of one width, the top one open.
     *
     * @param count at least 2
     * @param top where the top bracket begins, above 0
     */
    public static Brackets linear(int count, double top) {
        Require.atLeast(count, 2, "brackets");
        double[] starts = new double[count];
        for (int b = 0; b < count; b++) {
            starts[b] = top * b / (count - 1);
        }
        return open(starts);
    }

    /**
     * Brackets that double in width: 0, then count - 1 cut points from top / 2^(count-2) to top, the top one open.
     *
     * @param count at least 2
     * @param top where the top bracket begins, above 0
     */
    public static Brackets doubling(int count, double top) {
        Require.atLeast(count, 2, "brackets");
        double[] starts = new double[count];
        for (int b = 1; b < count; b++) {
            starts[b] = Math.scalb(top, b - count + 1);
        }
        return open(starts);
    }

    /** The same cut points with another formula. */
    public Brackets with(Formula other) {
        return new Brackets(cuts, other);
    }

    /** B, the number of brackets. */
    public int count() {
        return cuts.size() - 1;
    }

    /** slice_b(w): how much of income w falls in bracket b, {@code 0 ≤ b < B}. */
    public double slice(int b, double w) {
        double low = cuts.get(b);
        double high = cuts.get(b + 1);
        if (formula == Formula.CONTINUOUS) {
            return Math.max(0, Math.min(w, high) - low);
        }
        return w >= high ? high - low : w >= low + 1 ? w - low : 0;
    }

    /** Φ of a principal that sets these brackets' rates: [0, 1]^B. */
    public DesignSpace.Box rates() {
        return DesignSpace.rates(count(), "rate");
    }

    /** The cut points in doubles, for worlds whose incomes are money. */
    public Levy levy() {
        return new Levy(cuts.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The cut points laid out flat, for use inside a world. */
    public BracketTable table() {
        float[] flat = new float[cuts.size()];
        for (int b = 0; b < flat.length; b++) {
            flat[b] = cuts.get(b).floatValue();
        }
        return new BracketTable(flat, formula == Formula.INTEGER);
    }
}
