package org.sed4j.envs.tax;

/**
 * Brackets in doubles, for worlds whose incomes are money: what is due on an income, at which marginal rate.
 *
 * <p>Rates come as a design, in floats; each is read as the decimal of seven places that it stands for, so that 0.1f is one
 * tenth and a tax can be recomputed exactly elsewhere. A carrier, never written: identity equality.
 *
 * @param cuts {@code m_0 < ... < m_B}; the last may be infinite
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier: a table of configuration, identity equality
public record Levy(double[] cuts) {
    /** Floats in [0, 1] lie at most 6e-8 apart. */
    private static final double PLACES = 1e7;

    /** The decimal that a rate stands for. */
    public static double rate(float rate) {
        return Math.rint(rate * PLACES) / PLACES;
    }

    /** B, the number of brackets. */
    public int count() {
        return cuts.length - 1;
    }

    /** How much of an income falls in bracket b. */
    public double slice(int b, double income) {
        return Math.max(0, Math.min(income, cuts[b + 1]) - cuts[b]);
    }

    /** T(z) = Σ_b rate_b · slice_b(z); 0 for incomes below the first cut. */
    public double due(double income, float[] rates) {
        double tax = 0;
        for (int b = 0; b < cuts.length - 1 && income > cuts[b]; b++) {
            tax += rate(rates[b]) * slice(b, income);
        }
        return tax;
    }

    /** The bracket that an income lies in, left-closed; -1 below the first cut. */
    public int bracket(double income) {
        int b = -1;
        while (b + 1 < cuts.length && income >= cuts[b + 1]) {
            b++;
        }
        return b;
    }

    /** The rate of the bracket that an income lies in; 0 below the first cut and above the last. */
    public double marginal(double income, float[] rates) {
        int b = bracket(income);
        return b < 0 || b >= count() ? 0 : rate(rates[b]);
    }
}
