package org.sed4j.voting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sed4j.core.config.Config;
import org.sed4j.core.config.Key;
import org.sed4j.core.game.Require;
import org.sed4j.core.game.VotingMechanism;
import org.sed4j.core.society.VoteOffer;

/** The rules of this library, for societies told by name; and {@code fixed}, which is no vote. */
public final class LibraryVotes implements VoteOffer {
    private static final String FIXED = "fixed";

    @Override
    public String name() {
        return "sed-voting";
    }

    @Override
    public String about() {
        return "continuous rules over the reports, and rules with ballots over a grid";
    }

    @Override
    public List<String> rules() {
        List<String> rules = new ArrayList<>(List.of(FIXED));
        rules.addAll(Votes.ids());
        return rules;
    }

    @Override
    public List<Key> keys() {
        List<Key> keys = new ArrayList<>(List.of(
                Key.whole("vote.grid", 10)
                        .from(1)
                        .to(1000)
                        .means("rules with ballots: steps of the grid, whose grid + 1 points stand for election"),
                Key.whole("vote.seats", 2)
                        .from(1)
                        .to(1001)
                        .means("rules for committees: how many points are elected and pursued together"),
                Key.choice("vote.weighting", "support", "equal")
                        .means("rules for committees: members weigh as many voters as like them best, or the same"),
                Key.choice("vote.lottery", "drawn", "mixed")
                        .means("rules with lotteries: one point is drawn, or all are pursued, by their shares"),
                Key.choice(
                                "vote.ties",
                                "lexicographic",
                                "random",
                                "principal",
                                "incumbent",
                                "borda",
                                "plurality",
                                "fail")
                        .means("rules with ballots: how ties are resolved, the lowest first if nothing else tells"),
                Key.flag("vote.follow_ties", false)
                        .means("rules for one winner: ties inside rounds are followed each way, not resolved at once"),
                Key.choice("vote.elicitation", "truthful", "noisy", "truncating", "strategic")
                        .means("how ballots are made of types"),
                Key.number("vote.noise", 0.1)
                        .from(0)
                        .to(1000)
                        .means("noisy: standard deviation of the error in each utility, or in the reported point"),
                Key.whole("vote.told", 3)
                        .from(1)
                        .to(1001)
                        .means("truncating: how many points a ballot tells of, the best ones"),
                Key.number("vote.strategic_share", 0.5)
                        .from(0)
                        .to(1)
                        .means("strategic: share of players who report what pays most for them"),
                Key.whole("vote.strategic_rounds", 2)
                        .from(1)
                        .to(100)
                        .means("strategic: how often each of them may answer the others' ballots")));
        return keys;
    }

    @Override
    public VotingMechanism vote(String rule, String column, Config config) {
        if (VoteOffer.stem(rule).equals(FIXED)) {
            return VotingMechanism.always(rule.equals(FIXED) ? 1 : point(rule.substring(FIXED.length() + 1), config));
        }
        try {
            return votes(rule, column, config).mechanism();
        } catch (UnfitVote unfit) {
            String key = unfit.option().equals("rule") ? "society.vote" : "vote." + unfit.option();
            throw config.refused(key, unfit.rule(), unfit.likely());
        }
    }

    private static double point(String typed, Config config) {
        try {
            return Require.within(Double.parseDouble(typed), 0, 1, "fixed point");
        } catch (IllegalArgumentException none) {
            throw config.refused("society.vote", "name a point in [0, 1] after \"fixed:\"", "a rule was meant");
        }
    }

    /** The vote by that rule that a configuration with these keys asks for. */
    public static Votes votes(String rule, String column, Config config) {
        Votes votes = Votes.by(rule)
                .over(column)
                .grid(config.integer("vote.grid"))
                .seats(
                        config.integer("vote.seats"),
                        PortfolioVote.Weighting.valueOf(
                                config.text("vote.weighting").toUpperCase(Locale.ROOT)))
                .ties(config.text("vote.ties"))
                .spoken(manner(config));
        if (config.text("vote.lottery").equals("mixed")) {
            votes = votes.mixed();
        }
        return config.flag("vote.follow_ties") ? votes.followingTies() : votes;
    }

    private static Manner manner(Config config) {
        return switch (config.text("vote.elicitation")) {
            case "noisy" -> new Manner.Noisy(config.number("vote.noise"));
            case "truncating" -> new Manner.Truncating(config.integer("vote.told"));
            case "strategic" ->
                new Manner.Strategic(config.number("vote.strategic_share"), config.integer("vote.strategic_rounds"));
            default -> new Manner.Truthful();
        };
    }
}
