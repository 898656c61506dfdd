package org.sed4j.voting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.game.Election;
import org.sed4j.core.game.Vote;
import org.sed4j.core.game.VotingMechanism;
import org.sed4j.voting.ballot.TypeProfile;
import org.sed4j.voting.continuous.ContinuousRules;

/**
 * A vote between two ends of a family: one if the mean report is above a threshold, the other if not.
 *
 * <p>{@link #published} is what the code released with paper 002 (commit d9ef0c3) does: mean above 0.5 elects the
 * egalitarian objective (η = 0), otherwise the utilitarian one (η = 1), over a column of random voting values of their own.
 *
 * @param column which column of the type matrix is voted with
 * @param threshold the mean must be above it, strictly
 * @param above the parameter elected above the threshold
 * @param otherwise the parameter elected at or below it
 */
public record ThresholdVote(String column, double threshold, double above, double otherwise)
        implements VotingMechanism {

    /** The released code's vote over that column. */
    public static ThresholdVote published(String column) {
        return new ThresholdVote(column, 0.5, 0, 1);
    }

    @Override
    public Election elect(Vote vote) {
        TypeProfile reports = TypeProfile.of(vote.reports(), List.of(column));
        double mean = ContinuousRules.mean().choose(reports)[0];
        double choice = mean > threshold ? above : otherwise;
        String parameter = vote.objectives().parameters().get(0);
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put(parameter, choice);
        figures.putAll(Figures.of(reports));
        String line = "mean of " + column + " over " + reports.voters() + " voters = " + mean
                + (mean > threshold ? " > " : " <= ") + threshold + ", so " + parameter + " = " + choice;
        return new VoteRecord(vote.objectives(), new double[] {choice}, figures, List.of(line));
    }
}
