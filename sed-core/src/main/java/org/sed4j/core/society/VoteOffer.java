package org.sed4j.core.society;

import java.util.List;
import org.sed4j.core.config.Config;
import org.sed4j.core.game.VotingMechanism;

/** Voting mechanisms by the name of their rule. Their keys are in the section {@code vote}. */
public interface VoteOffer extends Offer {

    /** The rules there are, without their parameters. */
    List<String> rules();

    /**
     * The mechanism, configured so.
     *
     * @param rule one of {@link #rules}, with its parameter after a colon if it has one
     * @param column of types that is voted with
     * @throws IllegalArgumentException if the parameter, or a key, does not go with the rule
     */
    VotingMechanism vote(String rule, String column, Config config);

    /** A rule's name without its parameter. */
    static String stem(String rule) {
        int colon = rule.indexOf(':');
        return colon < 0 ? rule : rule.substring(0, colon);
    }
}
