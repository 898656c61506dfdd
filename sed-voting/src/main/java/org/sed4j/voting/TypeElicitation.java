package org.sed4j.voting;

import org.sed4j.core.run.Seed;
import org.sed4j.voting.ballot.TypeProfile;
import org.sed4j.voting.continuous.ContinuousRule;

/**
 * How a society's types become the reports on a continuum that are handed in, truthful or not.
 *
 * @paper 002, Definition 3.2: reports need not be truthful
 */
@FunctionalInterface
public interface TypeElicitation {

    /**
     * The reports, one for each voter.
     *
     * @param truth the voters' types, each coordinate in [0, 1]
     * @param rule the rule that will choose, for voters who reckon with it
     * @param seed where chance in reporting comes from
     */
    TypeProfile reports(TypeProfile truth, ContinuousRule rule, Seed seed);
}
