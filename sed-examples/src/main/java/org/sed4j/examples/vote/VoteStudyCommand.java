package org.sed4j.examples.vote;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.game.Election;
import org.sed4j.core.game.ObjectiveFamily;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.game.Vote;
import org.sed4j.core.game.VotingMechanism;
import org.sed4j.core.run.Rng;
import org.sed4j.core.run.Seed;
import org.sed4j.examples.Json;
import org.sed4j.voting.Alternatives;
import org.sed4j.voting.BallotVote;
import org.sed4j.voting.ContinuousVote;
import org.sed4j.voting.Elicitations;
import org.sed4j.voting.PortfolioVote;
import org.sed4j.voting.ThresholdVote;
import org.sed4j.voting.axiom.Measures;
import org.sed4j.voting.continuous.ContinuousRules;
import org.sed4j.voting.rule.CommitteeRule;
import org.sed4j.voting.rule.Rule;
import org.sed4j.voting.rule.Rules;
import org.sed4j.voting.rule.VotingRule;
import org.sed4j.voting.sampling.TypeCultures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code sed vote-study}: rule x polarisation x share of strategic voters, against welfare, Gini and minority loss in a society
 * in closed form ({@link FastSociety}).
 *
 * <p>A camp of {@code --share} of the players wants η near {@code 1/2 - p/2}, the others near {@code 1/2 + p/2}, p being the
 * polarisation; the poorer players are the first camp. They vote, the principal sets the best tax for the elected objective, and
 * the players' utilities are measured.
 */
@Command(
        name = "vote-study",
        mixinStandardHelpOptions = true,
        description = "Rules against polarisation and strategy, in a fast society: welfare, Gini, minority loss.")
public final class VoteStudyCommand implements Callable<Integer> {
    private static final double CONFIDENCE = 0.95;

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

    @Option(names = "--seed", paramLabel = "N", description = "Seed of all chance (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the table there too, as Markdown; a new file.")
    private @Nullable Path out;

    @Option(names = "--json", description = "One JSON object on the last line of standard output.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    /** The command. */
    public VoteStudyCommand() {}

    @Override
    public Integer call() throws IOException {
        PrintWriter print = Objects.requireNonNull(spec).commandLine().getOut();
        if (out != null && Files.exists(out)) {
            throw new IllegalArgumentException(
                    "out (" + out + ") must be a new file.\nMaybe it holds earlier results: give another name.");
        }
        List<String> lines = new ArrayList<>(List.of(
                "| rule | polarisation | strategic | eta | tax | welfare | gini | minority loss | winners |",
                "|---|---|---|---|---|---|---|---|---|"));
        List<Map<String, Object>> rows = new ArrayList<>();
        lines.forEach(print::println);
        for (String rule : rules) {
            for (double polarisation : polarisations) {
                for (double strategists : canBePlayed(rule) ? strategic : List.of(0.0)) {
                    Row row = setting(rule, polarisation, strategists);
                    rows.add(row.json());
                    lines.add(row.line());
                    print.println(row.line());
                    print.flush();
                }
            }
        }
        if (out != null) {
            Files.write(out, lines);
        }
        if (json) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("command", "vote-study");
            result.put("seed", seed);
            result.put("players", players);
            result.put("societies", societies);
            result.put("rows", rows);
            print.println(Json.line(result));
        }
        print.flush();
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

    private Row setting(String rule, double polarisation, double strategists) {
        VotingMechanism mechanism = mechanism(rule, strategists);
        SummaryStatistics[] sums = new SummaryStatistics[6];
        for (int j = 0; j < sums.length; j++) {
            sums[j] = new SummaryStatistics();
        }
        for (int s = 0; s < societies; s++) {
            double[] measured = society(mechanism, polarisation, Seed.of(seed).at(s));
            for (int j = 0; j < sums.length; j++) {
                sums[j].addValue(measured[j]);
            }
        }
        return new Row(rule, polarisation, strategists, sums);
    }

    private double[] society(VotingMechanism mechanism, double polarisation, Seed chance) {
        Rng rng = chance.named("skills").rng();
        double[] skills = new double[players];
        for (int i = 0; i < players; i++) {
            skills[i] = 0.5 + rng.uniform();
        }
        Arrays.sort(skills); // the first camp are the poorer
        FastSociety society = new FastSociety(skills);
        TypeMatrix types = TypeCultures.camps(
                        players, "sigma", share, 0.5 - polarisation / 2, 0.5 + polarisation / 2, width)
                .draw(chance.named("types"));
        ObjectiveFamily family = ObjectiveFamily.continuum(p -> FastSociety.mixture(p[0]), "eta");
        Election election = mechanism.elect(new Vote(0, types, family, Optional.empty(), chance.named("vote")));
        double rate = society.best(election.objective());
        double[] utilities = society.utilities(rate);
        double welfare = 0;
        for (double u : utilities) {
            welfare += u / players;
        }
        Double winners = election.figures().get("winners");
        return new double[] {
            election.parameters()[0],
            rate,
            welfare,
            Measures.gini(utilities),
            Measures.minorityLoss(utilities),
            winners == null ? 1 : winners
        };
    }

    /** A setting and what was measured in it: means and half-widths of 95 % intervals. */
    private record Row(String rule, double polarisation, double strategists, SummaryStatistics... sums) {
        private static final List<String> NAMES = List.of("eta", "tax", "welfare", "gini", "minority_loss", "winners");

        private double half(int j) {
            long n = sums[j].getN();
            return n < 2
                    ? 0
                    : new TDistribution(n - 1.0).inverseCumulativeProbability((1 + CONFIDENCE) / 2)
                            * sums[j].getStandardDeviation()
                            / Math.sqrt(n);
        }

        String line() {
            StringBuilder line = new StringBuilder("| " + rule + " | " + polarisation + " | " + strategists + " |");
            for (int j = 0; j < sums.length; j++) {
                line.append(String.format(Locale.ROOT, " %.3f ± %.3f |", sums[j].getMean(), half(j)));
            }
            return line.toString();
        }

        Map<String, Object> json() {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("rule", rule);
            row.put("polarisation", polarisation);
            row.put("strategic", strategists);
            for (int j = 0; j < sums.length; j++) {
                row.put(NAMES.get(j), sums[j].getMean());
                row.put(NAMES.get(j) + "_half_width", half(j));
            }
            return row;
        }
    }
}
