package org.sed4j.examples.applepicking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sed4j.core.config.Config;
import org.sed4j.core.config.Nearest;
import org.sed4j.core.game.VotingMechanism;
import org.sed4j.envs.harvest.HarvestTypes;
import org.sed4j.voting.Alternatives;
import org.sed4j.voting.BallotVote;
import org.sed4j.voting.ContinuousVote;
import org.sed4j.voting.Elicitation;
import org.sed4j.voting.Elicitations;
import org.sed4j.voting.FixedObjective;
import org.sed4j.voting.MixtureVote;
import org.sed4j.voting.PortfolioVote;
import org.sed4j.voting.ThresholdVote;
import org.sed4j.voting.TypeElicitation;
import org.sed4j.voting.TypeElicitations;
import org.sed4j.voting.continuous.ContinuousRule;
import org.sed4j.voting.continuous.ContinuousRules;
import org.sed4j.voting.rule.CommitteeRule;
import org.sed4j.voting.rule.LotteryRule;
import org.sed4j.voting.rule.Rule;
import org.sed4j.voting.rule.Rules;
import org.sed4j.voting.tie.TiePolicies;
import org.sed4j.voting.tie.TiePolicy;

/**
 * The voting mechanism that a configuration asks for.
 *
 * <p>A continuous rule takes the reports as they are. A rule with ballots elects a point of a grid of η, which is worth
 * 1 - |σ_i - η| to player i: single-peaked at its type. A rule for committees elects several points, and the principal pursues
 * their weighted sum, which in the family {η Σ + (1 - η) min} is the objective at their weighted mean. A lottery's point is drawn,
 * or its points are pursued together, weighing as much as they are likely.
 */
final class AppleVote {
    private static final int REPORT_STEPS = 100;

    private final Config config;
    private final String id;
    private final String column;

    private AppleVote(Config config) {
        this.config = config;
        this.id = config.text("vote.rule");
        this.column = config.text("vote.ballot").equals("separate") ? Orchard.BALLOT : HarvestTypes.SIGMA;
    }

    /**
     * The mechanism.
     *
     * @throws IllegalArgumentException if the rule is unknown, or a key does not go with it
     */
    static VotingMechanism of(Config config) {
        return new AppleVote(config).mechanism();
    }

    private VotingMechanism mechanism() {
        if (id.equals("fixed")) {
            requireTruth("has no reports");
            return FixedObjective.of(config.number("vote.eta"));
        } else if (id.equals("threshold")) {
            requireTruth("is counted as the published code counts it");
            return new ThresholdVote(column, config.number("vote.threshold"), 0, 1);
        }
        Optional<Rule> rule = ballotRule();
        return rule.isPresent()
                ? withBallots(rule.get())
                : new ContinuousVote(continuousRule(), column).with(reports());
    }

    private void requireTruth(String why) {
        if (!config.text("vote.elicitation").equals("truthful")) {
            throw config.refused(
                    "vote.elicitation",
                    "be truthful where vote.rule is " + id + ", which " + why,
                    "another vote.rule was meant");
        }
    }

    private Optional<Rule> ballotRule() {
        if (Rules.ids().stream().noneMatch(known -> known.equals(stem(id)))) {
            return Optional.empty();
        }
        try {
            return Optional.of(Rules.parse(id));
        } catch (IllegalArgumentException e) {
            throw refused(e, "the parameter after the colon is missing or is no number");
        }
    }

    private ContinuousRule continuousRule() {
        if (ContinuousRules.ids().stream().noneMatch(known -> known.equals(stem(id)))) {
            List<String> known = new ArrayList<>(List.of("fixed", "threshold"));
            known.addAll(ContinuousRules.ids());
            known.addAll(Rules.ids());
            throw config.refused("vote.rule", "be one of " + known, "you meant " + Nearest.to(stem(id), known));
        }
        try {
            return ContinuousRules.parse(id);
        } catch (IllegalArgumentException e) {
            throw refused(e, "the parameter after the colon is missing or out of range");
        }
    }

    private static String stem(String id) {
        int colon = id.indexOf(':');
        return colon < 0 ? id : id.substring(0, colon);
    }

    private IllegalArgumentException refused(IllegalArgumentException why, String cause) {
        String said = String.valueOf(why.getMessage()).split("[.]?\n", 2)[0];
        return config.refused("vote.rule", "name a rule that can be made: " + said, cause);
    }

    private VotingMechanism withBallots(Rule rule) {
        int steps = config.integer("vote.grid");
        Alternatives grid = Alternatives.grid(column, steps);
        TiePolicy ties = ties(rule);
        if (rule instanceof LotteryRule lottery && config.text("vote.lottery").equals("mixed")) {
            return new MixtureVote(grid, lottery, ballots());
        }
        if (!(rule instanceof CommitteeRule committee)) {
            return new BallotVote(grid, rule, ballots(), ties, config.flag("vote.follow_ties"));
        }
        int seats = config.integer("vote.seats");
        if (seats > steps + 1) {
            throw config.refused(
                    "vote.seats", "be at most vote.grid + 1 (" + (steps + 1) + ")", "vote.grid was made coarser");
        }
        PortfolioVote.Weighting weighting =
                PortfolioVote.Weighting.valueOf(config.text("vote.weighting").toUpperCase(Locale.ROOT));
        return new PortfolioVote(grid, committee, seats, weighting, ballots(), ties);
    }

    private TiePolicy ties(Rule rule) {
        String policy = config.text("vote.ties");
        if ((policy.equals("borda") || policy.equals("plurality")) && !Rules.countsRankings(rule)) {
            throw config.refused(
                    "vote.ties",
                    "be another policy where vote.rule is " + id + ", whose ballots are no rankings",
                    "lexicographic or random was meant");
        }
        return TiePolicies.parse(policy);
    }

    private Elicitation ballots() {
        return switch (config.text("vote.elicitation")) {
            case "noisy" -> Elicitations.noisy(config.number("vote.noise"));
            case "truncating" -> Elicitations.truncating(config.integer("vote.told"));
            case "strategic" ->
                Elicitations.strategic(config.number("vote.strategic_share"), config.integer("vote.strategic_rounds"));
            default -> Elicitations.truthful();
        };
    }

    private TypeElicitation reports() {
        return switch (config.text("vote.elicitation")) {
            case "noisy" -> TypeElicitations.noisy(config.number("vote.noise"));
            case "strategic" ->
                TypeElicitations.strategic(
                        config.number("vote.strategic_share"), config.integer("vote.strategic_rounds"), REPORT_STEPS);
            case "truncating" ->
                throw config.refused(
                        "vote.elicitation",
                        "be truthful, noisy or strategic where vote.rule is " + id + ", which takes one point a player",
                        "a rule with ballots was meant");
            default -> TypeElicitations.truthful();
        };
    }
}
