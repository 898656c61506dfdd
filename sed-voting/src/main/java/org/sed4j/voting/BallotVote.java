package org.sed4j.voting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.sed4j.core.game.Election;
import org.sed4j.core.game.Past;
import org.sed4j.core.game.Vote;
import org.sed4j.core.game.VotingMechanism;
import org.sed4j.voting.ballot.Profile;
import org.sed4j.voting.ballot.UtilityProfile;
import org.sed4j.voting.rule.Count;
import org.sed4j.voting.rule.Lottery;
import org.sed4j.voting.rule.LotteryRule;
import org.sed4j.voting.rule.Outcome;
import org.sed4j.voting.rule.Rule;
import org.sed4j.voting.rule.VotingRule;
import org.sed4j.voting.tie.TieBreak;
import org.sed4j.voting.tie.TieContext;
import org.sed4j.voting.tie.TiePolicies;
import org.sed4j.voting.tie.TiePolicy;

/**
 * A vote with ballots on finitely many objectives: types become ballots, a rule counts them, a policy resolves ties, and the
 * winner is the objective.
 *
 * <p>Any rule for one winner will do, and any rule whose result is a lottery, which is then drawn from the vote's own stream.
 * Ties inside the rounds of a rule are resolved by the same policy, or followed and left to the end.
 *
 * @param alternatives what stands for election
 * @param rule a {@link VotingRule} or a {@link LotteryRule}
 * @param elicitation how types become ballots
 * @param ties how ties are resolved
 * @param followsTies true if ties inside rounds are followed rather than resolved
 * @paper 002, Definition 3.2 with a finite O
 */
public record BallotVote(
        Alternatives alternatives, Rule rule, Elicitation elicitation, TiePolicy ties, boolean followsTies)
        implements VotingMechanism {

    public BallotVote {
        if (!(rule instanceof VotingRule) && !(rule instanceof LotteryRule)) {
            throw new IllegalArgumentException("rule (" + rule.id()
                    + ") must elect one alternative.\nMaybe a PortfolioVote was meant: it takes rules for committees.");
        }
    }

    /** Truthful ballots; ties are resolved in the alternatives' order, also inside rounds. */
    public static BallotVote of(Alternatives alternatives, Rule rule) {
        return new BallotVote(alternatives, rule, Elicitations.truthful(), TiePolicies.lexicographic(), false);
    }

    /** The same vote with ballots made otherwise. */
    public BallotVote with(Elicitation other) {
        return new BallotVote(alternatives, rule, other, ties, followsTies);
    }

    /** The same vote with ties resolved otherwise. */
    public BallotVote with(TiePolicy other) {
        return new BallotVote(alternatives, rule, elicitation, other, followsTies);
    }

    /** The same vote with ties inside rounds followed, so that only the last tie is resolved. */
    public BallotVote followingTies() {
        return new BallotVote(alternatives, rule, elicitation, ties, true);
    }

    @Override
    public Election elect(Vote vote) {
        Profile ballots = poll(vote, alternatives, elicitation, rule);
        TieContext context = context(vote, alternatives, ballots);
        Map<String, Double> figures = new LinkedHashMap<>();
        List<String> account = new ArrayList<>();
        List<TieBreak> broken = new ArrayList<>();
        List<Integer> winners;
        int chosen;
        if (rule instanceof LotteryRule scheme) {
            Lottery lottery = scheme.lottery(ballots);
            winners = lottery.support();
            chosen = lottery.draw(vote.seed().named("lottery"));
            account.add("lottery: " + lottery);
        } else {
            Count count = followsTies ? Count.explained() : Count.resolving(ties, context);
            Outcome outcome = ((VotingRule) rule).count(ballots, count);
            winners = outcome.winners();
            account.addAll(outcome.account());
            broken.addAll(outcome.ties());
            chosen = resolve(winners, context, broken, account);
            for (int c = 0; c < outcome.scores().size(); c++) {
                figures.put(
                        "score_" + alternatives.candidates().name(c),
                        outcome.scores().get(c).doubleValue());
            }
        }
        account.add("elected by " + rule.id() + ": " + alternatives.candidates().name(chosen));
        double[] parameters = alternatives.parameters(chosen);
        return new BallotElection(
                vote.objectives().at(parameters),
                parameters,
                ballots,
                winners,
                List.of(chosen),
                broken,
                figures(vote, parameters, winners, broken, figures),
                account);
    }

    private int resolve(List<Integer> winners, TieContext context, List<TieBreak> broken, List<String> account) {
        if (winners.size() == 1) {
            return winners.get(0);
        }
        List<Integer> order = ties.order(winners, "winners", context);
        TieBreak tie = new TieBreak(
                "winners",
                context.candidates().names(winners),
                context.candidates().names(order),
                ties.name());
        broken.add(tie);
        account.add(tie.toString());
        return order.get(0);
    }

    /** The ballots that are handed in. */
    static Profile poll(Vote vote, Alternatives alternatives, Elicitation elicitation, Rule rule) {
        UtilityProfile utilities = alternatives.utilities(vote.reports());
        BallotForm form = BallotForm.of(rule.info().accepts());
        Elicitation.Question question =
                new Elicitation.Question(utilities, form, rule, vote.seed().named("elicitation"));
        Profile ballots = form.profile(alternatives.candidates(), elicitation.ballots(question));
        rule.info().require(ballots);
        return ballots;
    }

    private static double[] point(Past past) {
        return past.parameters().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** What tie policies may look at: the ballots, the incumbent, the principal's own order, the vote's stream. */
    static TieContext context(Vote vote, Alternatives alternatives, Profile ballots) {
        OptionalInt incumbent =
                vote.past().isPresent() ? alternatives.indexOf(point(vote.past().get())) : OptionalInt.empty();
        double[] own = alternatives.principal(vote.reports());
        List<Integer> order = new ArrayList<>();
        for (int c = 0; c < own.length; c++) {
            order.add(c);
        }
        order.sort((a, b) -> Double.compare(own[b], own[a]));
        return new TieContext(
                alternatives.candidates(), Optional.of(ballots), incumbent, order, Optional.of(vote.seed()));
    }

    static Map<String, Double> figures(
            Vote vote, double[] parameters, List<Integer> winners, List<TieBreak> broken, Map<String, Double> more) {
        Map<String, Double> figures = new LinkedHashMap<>();
        List<String> names = vote.objectives().parameters();
        for (int j = 0; j < parameters.length; j++) {
            figures.put(names.get(j), parameters[j]);
        }
        figures.put("winners", (double) winners.size());
        figures.put("ties_broken", (double) broken.size());
        figures.put("voters", (double) vote.reports().players());
        figures.putAll(more);
        return figures;
    }
}
