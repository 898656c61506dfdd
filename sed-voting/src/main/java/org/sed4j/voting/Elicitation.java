package org.sed4j.voting;

import java.util.List;
import org.sed4j.core.run.Seed;
import org.sed4j.voting.ballot.Ballot;
import org.sed4j.voting.ballot.UtilityProfile;
import org.sed4j.voting.rule.Rule;

/**
 * How a society's utilities become the ballots that are handed in, truthful or not.
 *
 * @paper 002, Definition 3.2: reports need not be truthful
 */
@FunctionalInterface
public interface Elicitation {

    /** One ballot for each voter, in the voters' order, of the form that was asked for. */
    List<Ballot> ballots(Question question);

    /**
     * What voters are asked.
     *
     * @param utilities what each voter truly gets from each alternative, one voter for each row
     * @param form the form of ballot
     * @param rule the rule that will count, for voters who reckon with it
     * @param seed where chance in reporting comes from
     */
    record Question(UtilityProfile utilities, BallotForm form, Rule rule, Seed seed) {
        /** The truthful ballot of voter i. */
        Ballot sincere(int i) {
            return form.ballot(utilities.row(i));
        }
    }
}
