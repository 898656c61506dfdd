package org.sed4j.voting;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.sed4j.core.game.Election;
import org.sed4j.core.game.Vote;
import org.sed4j.core.game.VotingMechanism;
import org.sed4j.voting.ballot.Profile;
import org.sed4j.voting.rule.Lotteries;
import org.sed4j.voting.rule.Lottery;
import org.sed4j.voting.rule.LotteryRule;

/**
 * A vote whose shares make the principal's objective: O = Σ_c p_c · O_c, where a lottery rule gives the shares p and nothing is
 * drawn.
 *
 * <p>With {@link Lotteries#proportionalMixing} every voter divides one vote and p is the average, so that each voter decides
 * 1/n of the objective. In a continuum the election's parameters are the mean by p of the alternatives' (between the ends 0
 * and 1 of η, the average share of the end 1); in a finite list they are those of the alternative with the most.
 *
 * @param alternatives what stands for election
 * @param rule gives the shares
 * @param elicitation how types become ballots
 * @paper 002, Definition 3.2
 */
public record MixtureVote(Alternatives alternatives, LotteryRule rule, Elicitation elicitation)
        implements VotingMechanism {

    /** Truthful ballots and proportional mixing. */
    public static MixtureVote of(Alternatives alternatives) {
        return new MixtureVote(alternatives, Lotteries.proportionalMixing(), Elicitations.truthful());
    }

    @Override
    public Election elect(Vote vote) {
        Profile ballots = BallotVote.poll(vote, alternatives, elicitation, rule);
        Lottery shares = rule.lottery(ballots);
        List<Integer> members = shares.support();
        double[] weights = members.stream()
                .map(shares.probabilities()::get)
                .mapToDouble(BigFraction::doubleValue)
                .toArray();
        Portfolio portfolio = new Portfolio(alternatives, members, weights);
        List<String> account = new ArrayList<>(List.of("shares by " + rule.id() + ": " + shares));
        account.addAll(portfolio.account());
        double[] parameters = portfolio.parameters(vote.objectives());
        return new BallotElection(
                portfolio.objective(vote.objectives()),
                parameters,
                ballots,
                members,
                members,
                List.of(),
                BallotVote.figures(vote, parameters, members, List.of(), portfolio.figures()),
                account);
    }
}
