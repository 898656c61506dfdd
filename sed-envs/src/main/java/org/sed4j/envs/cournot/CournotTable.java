package org.sed4j.envs.cournot;

/**
 * What the worlds of a batch share. A carrier, never written.
 *
 * @param quantity of each level
 * @param demand a
 * @param steepness b
 * @param cost c
 * @param steps of a round
 * @param part of a round that a step is
 */
@SuppressWarnings("ArrayRecordComponent")
record CournotTable(float[] quantity, double demand, double steepness, double cost, int steps, float part) {

    static CournotTable of(CournotRules rules) {
        return new CournotTable(
                rules.quantity().floats(),
                rules.demand(),
                rules.steepness(),
                rules.cost(),
                rules.steps(),
                1f / rules.steps());
    }
}
