package org.sed4j.examples.applepicking;

import java.util.ArrayList;
import java.util.List;
import org.sed4j.core.config.Config;
import org.sed4j.core.config.Nearest;
import org.sed4j.core.game.VotingMechanism;
import org.sed4j.envs.harvest.HarvestTypes;
import org.sed4j.voting.FixedObjective;
import org.sed4j.voting.LibraryVotes;
import org.sed4j.voting.ThresholdVote;
import org.sed4j.voting.UnfitVote;
import org.sed4j.voting.Votes;

/** The voting mechanism that a configuration asks for: any rule of {@link Votes}, none, or the published code's. */
final class AppleVote {
    private AppleVote() {}

    /**
     * The mechanism.
     *
     * @throws IllegalArgumentException if the rule is unknown, or a key does not go with it
     */
    static VotingMechanism of(Config config) {
        String rule = config.text("vote.rule");
        String column = config.text("vote.ballot").equals("separate") ? Orchard.BALLOT : HarvestTypes.SIGMA;
        if (rule.equals("fixed")) {
            requireTruth(config, "has no reports");
            return FixedObjective.of(config.number("vote.eta"));
        } else if (rule.equals("threshold")) {
            requireTruth(config, "is counted as the published code counts it");
            return new ThresholdVote(column, config.number("vote.threshold"), 0, 1);
        }
        try {
            return LibraryVotes.votes(rule, column, config).mechanism();
        } catch (UnfitVote unfit) {
            if (unfit.option().equals("rule") && unfit.rule().startsWith("be one of")) {
                List<String> known = new ArrayList<>(List.of("fixed", "threshold"));
                known.addAll(Votes.ids());
                throw config.refused("vote.rule", "be one of " + known, "you meant " + Nearest.to(rule, known));
            }
            throw config.refused("vote." + unfit.option(), unfit.rule(), unfit.likely());
        }
    }

    private static void requireTruth(Config config, String why) {
        if (!config.text("vote.elicitation").equals("truthful")) {
            throw config.refused(
                    "vote.elicitation",
                    "be truthful where vote.rule is " + config.text("vote.rule") + ", which " + why,
                    "another vote.rule was meant");
        }
    }
}
