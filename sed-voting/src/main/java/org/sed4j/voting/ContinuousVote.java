package org.sed4j.voting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.game.Election;
import org.sed4j.core.game.Require;
import org.sed4j.core.game.Vote;
import org.sed4j.core.game.VotingMechanism;
import org.sed4j.voting.ballot.TypeProfile;
import org.sed4j.voting.continuous.ContinuousRule;

/**
 * A vote on a continuum of objectives O_η: a continuous rule turns columns of the reports into the parameters η.
 *
 * <p>With the mean over the column of selfishness it is the vote of paper 002, section 4: f(σ) = (1/n)·Σ σ_i = η.
 *
 * @param rule f
 * @param columns which columns of the type matrix are voted with, one for each parameter of the family
 * @param elicitation how the reports that are handed in become what the rule counts: for a study of the vote alone, without
 *     followers. In a society it is the followers who report ({@link Reporting}), so that everybody who looks on sees what they
 *     said, and this stays truthful
 * @paper 002, Definition 3.2 and section 4
 */
public record ContinuousVote(ContinuousRule rule, List<String> columns, TypeElicitation elicitation)
        implements VotingMechanism {

    public ContinuousVote {
        columns = List.copyOf(columns);
        Require.atLeast(columns.size(), 1, "columns to vote with");
    }

    /** The vote with that rule and those columns, truthful. */
    public ContinuousVote(ContinuousRule rule, String... columns) {
        this(rule, List.of(columns), TypeElicitations.truthful());
    }

    /** The same vote with reports made otherwise. */
    public ContinuousVote with(TypeElicitation other) {
        return new ContinuousVote(rule, columns, other);
    }

    @Override
    public Election elect(Vote vote) {
        List<String> parameters = vote.objectives().parameters();
        Require.that(
                parameters.size() == columns.size(),
                "columns to vote with",
                columns,
                "must be as many as the parameters " + parameters,
                "the family of objectives has another dimension");
        TypeProfile reports = elicitation.reports(
                TypeProfile.of(vote.reports(), columns), rule, vote.seed().named("elicitation"));
        double[] choice = rule.choose(reports);
        Map<String, Double> figures = new LinkedHashMap<>();
        List<String> account = new ArrayList<>();
        for (int j = 0; j < choice.length; j++) {
            figures.put(parameters.get(j), choice[j]);
            account.add(parameters.get(j) + " = " + rule.id() + " of " + columns.get(j) + " over " + reports.voters()
                    + " voters = " + choice[j]);
        }
        figures.putAll(Figures.of(reports));
        return new VoteRecord(vote.objectives(), choice, figures, account);
    }
}
