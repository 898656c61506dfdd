package org.sed4j.envs.inflation;

/**
 * What the worlds of a batch share. A carrier, never written.
 *
 * @param expectation of each level
 * @param response b
 * @param weight λ
 * @param target k
 * @param every step the principal decides anew
 * @param steps of a round
 * @param part of a round that a step is
 */
@SuppressWarnings("ArrayRecordComponent")
record InflationTable(
        float[] expectation, double response, double weight, double target, boolean every, int steps, float part) {

    static InflationTable of(InflationRules rules) {
        return new InflationTable(
                rules.expectation().floats(),
                rules.response(),
                rules.weight(),
                rules.target(),
                rules.regime() == Regime.DISCRETION,
                rules.steps(),
                1f / rules.steps());
    }
}
