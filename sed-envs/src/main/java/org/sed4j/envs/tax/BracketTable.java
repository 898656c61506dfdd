package org.sed4j.envs.tax;

/**
 * The cut points of {@link Brackets} as a flat table, and the same arithmetic in floats: what a world computes taxes with.
 *
 * <p>A carrier, never written: identity equality.
 *
 * @param cuts τ_0 ... τ_B
 * @param whole whether the integer formula holds
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier: a table of configuration, identity equality
public record BracketTable(float[] cuts, boolean whole) {

    /** B, the number of brackets. */
    public int count() {
        return cuts.length - 1;
    }

    /** slice_b(w): how much of income w falls in bracket b. */
    public float slice(int b, float w) {
        float low = cuts[b];
        float high = cuts[b + 1];
        if (whole) {
            return w >= high ? high - low : w >= low + 1 ? w - low : 0;
        }
        return Math.max(0, Math.min(w, high) - low);
    }

    /** T(w) at the first B numbers of a design. */
    public float tax(float w, float[] rates) {
        float tax = 0;
        for (int b = 0; b < cuts.length - 1; b++) {
            tax += rates[b] * slice(b, w);
        }
        return tax;
    }
}
