package org.sed4j.voting;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.sed4j.core.config.Nearest;
import org.sed4j.core.game.VotingMechanism;
import org.sed4j.voting.continuous.ContinuousRules;
import org.sed4j.voting.rule.CommitteeRule;
import org.sed4j.voting.rule.LotteryRule;
import org.sed4j.voting.rule.Rule;
import org.sed4j.voting.rule.Rules;
import org.sed4j.voting.tie.TiePolicies;
import org.sed4j.voting.tie.TiePolicy;

/**
 * A vote by any rule of the library on a family of objectives with one parameter in [0, 1], by the rule's name.
 *
 * <pre>{@code
 * VotingMechanism vote = Votes.by("schulze").over("selfishness").grid(20).ties("random").mechanism();
 * }</pre>
 *
 * <p>A continuous rule takes the reports as they are. A rule with ballots elects a point of a grid, which is worth
 * 1 - |type - point| to a voter: single-peaked at its type. A rule for committees elects several points, and the principal
 * pursues their weighted sum. A lottery's point is drawn, or its points are pursued together, weighing as much as they are
 * likely. Immutable.
 */
public final class Votes {
    private static final int REPORT_STEPS = 100;

    private final String rule;
    private final String column;
    private final int grid;
    private final int seats;
    private final PortfolioVote.Weighting weighting;
    private final boolean mixed;
    private final String ties;
    private final boolean followsTies;
    private final Manner manner;

    private Votes(
            String rule,
            String column,
            int grid,
            int seats,
            PortfolioVote.Weighting weighting,
            boolean mixed,
            String ties,
            boolean followsTies,
            Manner manner) {
        this.rule = rule;
        this.column = column;
        this.grid = grid;
        this.seats = seats;
        this.weighting = weighting;
        this.mixed = mixed;
        this.ties = ties;
        this.followsTies = followsTies;
        this.manner = manner;
    }

    /**
     * A vote by the rule of that name, over the column "weight", with eleven alternatives, two seats, weights by support,
     * lotteries drawn, ties for the lowest, and truthful voters, as far as these mean something to the rule.
     *
     * @param rule an id of {@link ContinuousRules} or {@link Rules}, with its parameter after a colon if it has one
     */
    public static Votes by(String rule) {
        return new Votes(
                rule,
                "weight",
                10,
                2,
                PortfolioVote.Weighting.SUPPORT,
                false,
                "lexicographic",
                false,
                new Manner.Truthful());
    }

    /** The vote by that rule over that column of types, everything else as {@link #by} has it. */
    public static VotingMechanism parse(String rule, String column) {
        return by(rule).over(column).mechanism();
    }

    /** Every rule's id: continuous ones, then those with ballots. */
    public static List<String> ids() {
        List<String> ids = new ArrayList<>(ContinuousRules.ids());
        ids.addAll(Rules.ids());
        return ids;
    }

    /** The same vote over another column of types. */
    public Votes over(String name) {
        return new Votes(rule, name, grid, seats, weighting, mixed, ties, followsTies, manner);
    }

    /** The same vote with {@code steps} + 1 points to choose from; rules with ballots only. */
    public Votes grid(int steps) {
        return new Votes(rule, column, steps, seats, weighting, mixed, ties, followsTies, manner);
    }

    /** The same vote with so many seats, and what their holders weigh; rules for committees only. */
    public Votes seats(int count, PortfolioVote.Weighting weigh) {
        return new Votes(rule, column, grid, count, weigh, mixed, ties, followsTies, manner);
    }

    /** The same vote in which all points of a lottery are pursued together, instead of one that is drawn. */
    public Votes mixed() {
        return new Votes(rule, column, grid, seats, weighting, true, ties, followsTies, manner);
    }

    /**
     * The same vote with ties resolved otherwise; rules with ballots only.
     *
     * @param policy an id of {@link TiePolicies}
     */
    public Votes ties(String policy) {
        return new Votes(rule, column, grid, seats, weighting, mixed, policy, followsTies, manner);
    }

    /** The same vote in which ties inside rounds are followed each way; rules for one winner only. */
    public Votes followingTies() {
        return new Votes(rule, column, grid, seats, weighting, mixed, ties, true, manner);
    }

    /** The same vote with voters of another manner. */
    public Votes spoken(Manner other) {
        return new Votes(rule, column, grid, seats, weighting, mixed, ties, followsTies, other);
    }

    /**
     * The mechanism.
     *
     * @throws UnfitVote if the rule is unknown, naming the nearest, or an option does not go with it
     */
    public VotingMechanism mechanism() {
        if (known(Rules.ids())) {
            return withBallots(made(() -> Rules.parse(rule), "missing or is no number"));
        }
        if (!known(ContinuousRules.ids())) {
            List<String> names = ids();
            throw new UnfitVote("rule", rule, "be one of " + names, "you meant " + Nearest.to(stem(rule), names));
        }
        return new ContinuousVote(made(() -> ContinuousRules.parse(rule), "missing or out of range"), column)
                .with(reports());
    }

    private boolean known(List<String> names) {
        return names.contains(stem(rule));
    }

    private static String stem(String id) {
        int colon = id.indexOf(':');
        return colon < 0 ? id : id.substring(0, colon);
    }

    private <T> T made(Supplier<T> parsed, String how) {
        try {
            return parsed.get();
        } catch (IllegalArgumentException e) {
            String said = String.valueOf(e.getMessage()).split("[.]?\n", 2)[0];
            throw new UnfitVote(
                    "rule", rule, "name a rule that can be made: " + said, "the parameter after the colon is " + how);
        }
    }

    private VotingMechanism withBallots(Rule counted) {
        Alternatives points = Alternatives.grid(column, grid);
        TiePolicy policy = policy(counted);
        if (counted instanceof LotteryRule lottery && mixed) {
            return new MixtureVote(points, lottery, ballots());
        }
        if (!(counted instanceof CommitteeRule committee)) {
            return new BallotVote(points, counted, ballots(), policy, followsTies);
        }
        if (seats > grid + 1) {
            throw new UnfitVote(
                    "seats", seats, "be at most the grid's " + (grid + 1) + " points", "the grid was made coarser");
        }
        return new PortfolioVote(points, committee, seats, weighting, ballots(), policy);
    }

    private TiePolicy policy(Rule counted) {
        if ((ties.equals("borda") || ties.equals("plurality")) && !Rules.countsRankings(counted)) {
            throw new UnfitVote(
                    "ties",
                    ties,
                    "be another policy where the rule is " + rule + ", whose ballots are no rankings",
                    "lexicographic or random was meant");
        }
        return TiePolicies.parse(ties);
    }

    private Elicitation ballots() {
        if (manner instanceof Manner.Noisy noisy) {
            return Elicitations.noisy(noisy.deviation());
        } else if (manner instanceof Manner.Truncating truncating) {
            return Elicitations.truncating(truncating.told());
        } else if (manner instanceof Manner.Strategic strategic) {
            return Elicitations.strategic(strategic.share(), strategic.rounds());
        }
        return Elicitations.truthful();
    }

    private TypeElicitation reports() {
        if (manner instanceof Manner.Noisy noisy) {
            return TypeElicitations.noisy(noisy.deviation());
        } else if (manner instanceof Manner.Strategic strategic) {
            return TypeElicitations.strategic(strategic.share(), strategic.rounds(), REPORT_STEPS);
        } else if (manner instanceof Manner.Truncating) {
            throw new UnfitVote(
                    "elicitation",
                    "truncating",
                    "be truthful, noisy or strategic where the rule is " + rule + ", which takes one point a player",
                    "a rule with ballots was meant");
        }
        return TypeElicitations.truthful();
    }
}
