package org.sed4j.envs.fishery;

/**
 * What the worlds of a batch share, in a step's units. A carrier, never written.
 *
 * @param effort of each level
 * @param atOnce whether the stock is always where it would settle
 * @param growth r a step
 * @param capacity K
 * @param catches q a step
 * @param depletion q / r
 * @param price p
 * @param cost c a step
 * @param pace of a step
 * @param steps of a round
 * @param start the stock at first
 */
@SuppressWarnings("ArrayRecordComponent")
record FisheryTable(
        float[] effort,
        boolean atOnce,
        float growth,
        float capacity,
        float catches,
        double depletion,
        float price,
        float cost,
        float pace,
        int steps,
        float start) {

    static FisheryTable of(FisheryRules rules) {
        return new FisheryTable(
                rules.effort().floats(),
                rules.adjustment() == Adjustment.AT_ONCE,
                (float) (rules.growth() * rules.pace()),
                (float) rules.capacity(),
                (float) (rules.catchability() * rules.pace()),
                rules.catchability() / rules.growth(),
                (float) rules.price(),
                (float) (rules.cost() * rules.pace()),
                (float) rules.pace(),
                rules.steps(),
                (float) rules.start());
    }
}
