package org.sed4j.examples.vote;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.sed4j.core.game.VotingMechanism;
import org.sed4j.core.report.Json;
import org.sed4j.core.run.Seed;
import org.sed4j.examples.options.NewFile;
import org.sed4j.examples.options.Output;
import org.sed4j.examples.options.Seeding;
import org.sed4j.voting.Alternatives;
import org.sed4j.voting.BallotVote;
import org.sed4j.voting.ContinuousVote;
import org.sed4j.voting.Elicitations;
import org.sed4j.voting.PortfolioVote;
import org.sed4j.voting.ThresholdVote;
import org.sed4j.voting.continuous.ContinuousRules;
import org.sed4j.voting.rule.CommitteeRule;
import org.sed4j.voting.rule.Rule;
import org.sed4j.voting.rule.Rules;
import org.sed4j.voting.rule.VotingRule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code sed vote-study}: rule x polarisation x share of strategic voters, against welfare, Gini and minority loss in a society
 * in closed form ({@link FastSociety}).
 *
 * <p>The players are the two {@link Camps}, of which {@code --share} are in the first.
 */
@Command(
        name = "vote-study",
        mixinStandardHelpOptions = true,
        description = "Rules against polarisation and strategy, in a fast society: welfare, Gini, minority loss.")
public final class VoteStudyCommand implements Callable<Integer> {
    @Option(
            names = "--rules",
            split = ",",
            paramLabel = "R",
            description = {"Rules, or mean, median, uniform-phantom, threshold (default: ${DEFAULT-VALUE})."})
    private List<String> rules = List.of(
            "mean",
            "median",
            "uniform-phantom",
            "threshold",
            "plurality",
            "borda",
            "irv",
            "schulze",
            "approval",
            "range",
            "majority-judgement",
            "utilitarian",
            "random-dictatorship",
            "maximal-lotteries",
            "seq-phragmen");

    @Option(
            names = "--polarisation",
            split = ",",
            paramLabel = "P",
            description = "In [0, 1] (default: ${DEFAULT-VALUE}).")
    private List<Double> polarisations = List.of(0.0, 0.5, 0.9);

    @Option(
            names = "--strategic",
            split = ",",
            paramLabel = "S",
            description = {"Shares of voters who vote strategically (default: ${DEFAULT-VALUE})."})
    private List<Double> strategic = List.of(0.0, 0.5, 1.0);

    @Option(names = "--players", paramLabel = "N", description = "Players (default: ${DEFAULT-VALUE}).")
    private int players = 15;

    @Option(names = "--share", paramLabel = "P", description = "Share of the first camp (default: ${DEFAULT-VALUE}).")
    private double share = 0.4;

    @Option(names = "--width", paramLabel = "W", description = "Half-width of a camp (default: ${DEFAULT-VALUE}).")
    private double width = 0.2;

    @Option(
            names = "--steps",
            paramLabel = "K",
            description = "Steps of the grid of objectives (default: ${DEFAULT-VALUE}).")
    private int steps = 4;

    @Option(names = "--societies", paramLabel = "N", description = "Societies a setting (default: ${DEFAULT-VALUE}).")
    private int societies = 200;

    @Mixin
    private final Seeding chance = new Seeding();

    @Mixin
    private final NewFile file = new NewFile();

    @Mixin
    private final Output output = new Output();

    /** The command. */
    public VoteStudyCommand() {}

    @Override
    public Integer call() throws IOException {
        PrintWriter print = output.print();
        file.check();
        Camps camps = new Camps(players, share, width, societies, Seed.of(chance.seed()));
        List<String> lines = new ArrayList<>(List.of(
                "| rule | polarisation | strategic | eta | tax | welfare | gini | minority loss | winners |",
                "|---|---|---|---|---|---|---|---|---|"));
        List<Map<String, Object>> rows = new ArrayList<>();
        lines.forEach(print::println);
        for (String rule : rules) {
            for (double polarisation : polarisations) {
                for (double strategists : canBePlayed(rule) ? strategic : List.of(0.0)) {
                    StudyRow row = new StudyRow(
                            rule,
                            polarisation,
                            strategists,
                            camps.measured(mechanism(rule, strategists), polarisation));
                    rows.add(row.json());
                    lines.add(row.line());
                    print.println(row.line());
                    print.flush();
                }
            }
        }
        file.write(lines);
        output.end(() -> Json.object(
                "command",
                "vote-study",
                "seed",
                chance.seed(),
                "players",
                players,
                "societies",
                societies,
                "rows",
                rows));
        return 0;
    }

    private static boolean votesWithBallots(String rule) {
        return !List.of("mean", "median", "uniform-phantom", "threshold").contains(rule);
    }

    /** Whether voters reckon with the rule; lotteries, committees and continuous rules are voted on truthfully here. */
    private static boolean canBePlayed(String rule) {
        return votesWithBallots(rule) && Rules.parse(rule) instanceof VotingRule;
    }

    private VotingMechanism mechanism(String name, double strategists) {
        if (name.equals("threshold")) {
            return ThresholdVote.published("sigma");
        }
        if (!votesWithBallots(name)) {
            return new ContinuousVote(ContinuousRules.parse(name), "sigma");
        }
        Alternatives grid = Alternatives.grid("sigma", steps);
        Rule rule = Rules.parse(name);
        if (rule instanceof CommitteeRule committee) {
            return PortfolioVote.of(grid, committee, 2);
        }
        return BallotVote.of(grid, rule).with(Elicitations.strategic(strategists, 2));
    }
}
