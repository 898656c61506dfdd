package org.sed4j.core.game;

import org.sed4j.core.run.Seed;

/**
 * What a principal is charged with for one round.
 *
 * @param round k, counted from 0
 * @param objective O_k, as elected
 * @param feasible Φ̂: what may be enacted
 * @param incumbent the design in force when the round begins
 * @param trials what-ifs from the present state
 * @param seed where the principal's chance comes from
 */
public record Mandate(
        int round, Objective objective, FeasibleSet feasible, Design incumbent, Trials trials, Seed seed) {}
