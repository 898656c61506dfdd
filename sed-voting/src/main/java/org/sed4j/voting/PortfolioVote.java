package org.sed4j.voting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sed4j.core.game.Election;
import org.sed4j.core.game.Require;
import org.sed4j.core.game.Vote;
import org.sed4j.core.game.VotingMechanism;
import org.sed4j.voting.ballot.Profile;
import org.sed4j.voting.ballot.UtilityProfile;
import org.sed4j.voting.rule.CommitteeOutcome;
import org.sed4j.voting.rule.CommitteeRule;
import org.sed4j.voting.rule.Count;
import org.sed4j.voting.tie.TieBreak;
import org.sed4j.voting.tie.TieContext;
import org.sed4j.voting.tie.TiePolicies;
import org.sed4j.voting.tie.TiePolicy;

/**
 * A vote that elects a committee of objectives and makes the principal pursue all of them: O = Σ_j w_j · O_j.
 *
 * <p>So the views of minorities are not overwhelmed (paper 002, section 5), as far as the committee rule is proportional. In a
 * continuum the election's parameters are the weighted means of the members'; in a finite list they are those of the member
 * with the most weight.
 *
 * @param alternatives what stands for election
 * @param rule elects the committee; an empty seat of it is nobody's
 * @param seats k
 * @param weighting what members weigh
 * @param elicitation how types become ballots
 * @param ties how ties are resolved, also between whole committees, whose members are compared one by one
 */
public record PortfolioVote(
        Alternatives alternatives,
        CommitteeRule rule,
        int seats,
        Weighting weighting,
        Elicitation elicitation,
        TiePolicy ties)
        implements VotingMechanism {

    /** What the members of a portfolio weigh. */
    public enum Weighting {
        /** Every member the same. */
        EQUAL,
        /** Each member as many voters as like it best of all members; between equals a voter is split. */
        SUPPORT
    }

    public PortfolioVote {
        Require.atLeast(seats, 1, "seats");
    }

    /** Truthful ballots, weights by support, ties in the alternatives' order. */
    public static PortfolioVote of(Alternatives alternatives, CommitteeRule rule, int seats) {
        return new PortfolioVote(
                alternatives, rule, seats, Weighting.SUPPORT, Elicitations.truthful(), TiePolicies.lexicographic());
    }

    @Override
    public Election elect(Vote vote) {
        Profile ballots = BallotVote.poll(vote, alternatives, elicitation, rule);
        TieContext context = BallotVote.context(vote, alternatives, ballots);
        CommitteeOutcome outcome = rule.elect(ballots, seats, Count.resolving(ties, context));
        List<TieBreak> broken = new ArrayList<>(outcome.ties());
        List<String> account = new ArrayList<>(outcome.account());
        List<Integer> members = resolve(outcome.committees(), context, broken, account);
        Portfolio portfolio = new Portfolio(alternatives, members, weights(members, vote));
        account.addAll(portfolio.account());
        double[] parameters = portfolio.parameters(vote.objectives());
        return new BallotElection(
                portfolio.objective(vote.objectives()),
                parameters,
                ballots,
                outcome.winners(),
                members,
                broken,
                BallotVote.figures(vote, parameters, outcome.winners(), broken, portfolio.figures()),
                account);
    }

    /** The committee whose members come first in the policy's order of all members. */
    private List<Integer> resolve(
            List<List<Integer>> committees, TieContext context, List<TieBreak> broken, List<String> account) {
        if (committees.size() == 1) {
            return committees.get(0);
        }
        List<Integer> all =
                committees.stream().flatMap(List::stream).distinct().sorted().toList();
        List<Integer> order = ties.order(all, "committees", context);
        TieBreak tie = new TieBreak(
                "committees",
                context.candidates().names(all),
                context.candidates().names(order),
                ties.name());
        broken.add(tie);
        account.add(tie.toString());
        return committees.stream()
                .min((a, b) -> compare(places(a, order), places(b, order)))
                .orElseThrow();
    }

    private static List<Integer> places(List<Integer> committee, List<Integer> order) {
        return committee.stream().map(order::indexOf).sorted().toList();
    }

    private static int compare(List<Integer> a, List<Integer> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            if (!a.get(i).equals(b.get(i))) {
                return Integer.compare(a.get(i), b.get(i));
            }
        }
        return Integer.compare(b.size(), a.size());
    }

    private double[] weights(List<Integer> members, Vote vote) {
        int k = members.size();
        Require.atLeast(k, 1, "members of the committee");
        double[] weights = new double[k];
        if (weighting == Weighting.EQUAL) {
            Arrays.fill(weights, 1.0 / k);
            return weights;
        }
        UtilityProfile utilities = alternatives.utilities(vote.reports());
        int n = utilities.groups();
        for (int i = 0; i < n; i++) {
            double best = Double.NEGATIVE_INFINITY;
            int equals = 0;
            for (int c : members) {
                double u = utilities.utility(i, c);
                equals = u > best ? 1 : u == best ? equals + 1 : equals;
                best = Math.max(best, u);
            }
            for (int j = 0; j < k; j++) {
                weights[j] += utilities.utility(i, members.get(j)) == best ? 1.0 / equals / n : 0;
            }
        }
        return weights;
    }
}
