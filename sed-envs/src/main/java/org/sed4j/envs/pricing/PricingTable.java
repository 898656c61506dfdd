package org.sed4j.envs.pricing;

/**
 * What the worlds of a batch share. A carrier, never written.
 *
 * @param worth u_i
 * @param noisy whether worths vary
 * @param scale 1/λ
 * @param steps of a round
 * @param part of a round that a step is
 */
@SuppressWarnings("ArrayRecordComponent")
record PricingTable(float[] worth, boolean noisy, double scale, int steps, float part) {

    static PricingTable of(PricingRules rules) {
        double[] worths = rules.worths();
        float[] floats = new float[worths.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) worths[i];
        }
        return new PricingTable(
                floats, rules.noisy(), rules.noisy() ? 1 / rules.precision() : 0, rules.steps(), 1f / rules.steps());
    }
}
