package org.sed4j.core.game;

import org.sed4j.core.run.Seed;

/**
 * What a principal is charged with for one round.
 *
 * @param round k, counted from 0
 * @param election what came of the vote: O_k and its parameters
 * @param feasible Φ̂: what may be enacted
 * @param incumbent the design in force when the round begins
 * @param steps how many steps the round will last
 * @param trials what-ifs from the present state
 * @param seed where the principal's chance comes from
 */
public record Mandate(
        int round, Election election, FeasibleSet feasible, Design incumbent, int steps, Trials trials, Seed seed) {

    /** O_k, as elected. */
    public Objective objective() {
        return election.objective();
    }
}
