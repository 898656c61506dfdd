package org.sed4j.envs.oracle;

import org.sed4j.core.game.Design;

/**
 * What an oracle says about an aim. Arrays are copied.
 *
 * @param aim what was asked for
 * @param policy the number chosen
 * @param design the design in which it is in force
 * @param value of the aim
 * @param responses what players do, n numbers
 * @param utilities what players get in a round, n numbers
 * @param revenue what is raised in a round
 */
public record Answer(
        String aim,
        double policy,
        Design design,
        double value,
        double[] responses,
        double[] utilities,
        double revenue) {

    public Answer {
        responses = responses.clone();
        utilities = utilities.clone();
    }

    @Override
    public double[] responses() {
        return responses.clone();
    }

    @Override
    public double[] utilities() {
        return utilities.clone();
    }
}
