package org.sed4j.envs.matrix;

/**
 * What everybody gets, affine in the design: P_i(t, a) = base + Σ_j φ_j · slope_j. A table that all worlds share; its arrays
 * are never written.
 *
 * <p>Axes: payees, 0 the leader and i + 1 follower i; |T| type profiles, |A| action profiles; k entries of the design.
 *
 * @param types |T|
 * @param profiles |A|
 * @param levers k
 * @param base [n+1,|T|,|A|]
 * @param slope [n+1,|T|,|A|,k]
 */
record PayoffTable(int types, int profiles, int levers, float[] base, float[] slope) {

    private int cell(int payee, int type, int profile) {
        return (payee * types + type) * profiles + profile;
    }

    /** What one gets. O(k). */
    float of(int payee, int type, int profile, float[] design) {
        int cell = cell(payee, type, profile);
        float sum = base[cell];
        for (int j = 0; j < levers; j++) {
            sum += design[j] * slope[cell * levers + j];
        }
        return sum;
    }

    /** Adds {@code weight} · ∂P/∂φ to a gradient. O(k). */
    void pull(int payee, int type, int profile, float weight, float[] gradient) {
        int cell = cell(payee, type, profile);
        for (int j = 0; j < levers; j++) {
            gradient[j] += weight * slope[cell * levers + j];
        }
    }
}
