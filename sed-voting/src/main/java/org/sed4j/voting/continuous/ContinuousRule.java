package org.sed4j.voting.continuous;

import org.sed4j.voting.ballot.TypeProfile;

/**
 * A social choice function on a continuum: from n reported points of R^k to one point.
 *
 * <p>A pure function: the order of voters does not show in the result, to the last bit, unless the rule says so.
 *
 * @paper 002, Definition 3.2 (f: Θ → O) with O the family O_η
 */
public interface ContinuousRule {

    /** The name by which files and the command line know it, parameters included. */
    String id();

    /** The chosen point, k numbers. */
    double[] choose(TypeProfile profile);

    /** The same rule made from what it does to one coordinate. */
    static ContinuousRule coordinatewise(String id, Coordinate rule) {
        return new ContinuousRule() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public double[] choose(TypeProfile profile) {
                double[] choice = new double[profile.names().size()];
                for (int j = 0; j < choice.length; j++) {
                    choice[j] = rule.choose(profile, j);
                }
                return choice;
            }

            @Override
            public String toString() {
                return id;
            }
        };
    }

    /** What a rule does to one coordinate. */
    @FunctionalInterface
    interface Coordinate {
        /** The choice on coordinate j of the profile. */
        double choose(TypeProfile profile, int j);
    }
}
