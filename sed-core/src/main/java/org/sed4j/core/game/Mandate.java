package org.sed4j.core.game;

import org.sed4j.core.run.Seed;

/**
 * What a principal is charged with for one round.
 *
 * @param round k, counted from 0
 * @param election what came of the vote: O_k and its parameters
 * @param reports θ as reported; row 0 is the principal's own type
 * @param feasible Φ̂ around the incumbent or around φ_0: what may be enacted. The economy pulls into it, world by world
 * @param incumbent the design in force when the round begins, the mean over worlds
 * @param steps how many steps the round will last
 * @param trials what-ifs from the present state
 * @param seed where the principal's chance comes from
 */
public record Mandate(
        int round,
        Election election,
        TypeMatrix reports,
        FeasibleSet feasible,
        Design incumbent,
        int steps,
        Trials trials,
        Seed seed) {

    /** O_k, as elected. */
    public Objective objective() {
        return election.objective();
    }

    /** The same charge counted from another round on: for a principal that takes office later. */
    public Mandate inRound(int number) {
        return new Mandate(number, election, reports, feasible, incumbent, steps, trials, seed);
    }
}
