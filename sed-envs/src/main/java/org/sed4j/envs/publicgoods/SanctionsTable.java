package org.sed4j.envs.publicgoods;

/**
 * What the worlds of a batch share. A carrier, never written.
 *
 * @param gift of each level
 * @param share r/n
 * @param enforcement κ
 * @param steps of a round
 * @param part of a round that a step is
 */
@SuppressWarnings("ArrayRecordComponent")
record SanctionsTable(float[] gift, double share, double enforcement, int steps, float part) {

    static SanctionsTable of(SanctionsRules rules) {
        return new SanctionsTable(
                rules.gift().floats(),
                rules.factor() / rules.players(),
                rules.enforcement(),
                rules.steps(),
                1f / rules.steps());
    }
}
