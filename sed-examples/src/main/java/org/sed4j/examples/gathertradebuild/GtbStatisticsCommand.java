package org.sed4j.examples.gathertradebuild;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.sed4j.core.game.Require;
import org.sed4j.core.report.Json;
import org.sed4j.core.run.Seed;
import org.sed4j.envs.gtb.GtbRules;
import org.sed4j.examples.options.NewFile;
import org.sed4j.examples.options.Output;
import org.sed4j.examples.options.Seeding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sed gtb-statistics}: random play here against random play in the reference, figure by figure. */
@Command(
        name = "gtb-statistics",
        mixinStandardHelpOptions = true,
        description =
                "Random play of Gather-Trade-Build against the reference's: means and how many standard errors apart.")
public final class GtbStatisticsCommand implements Callable<Integer> {
    @Option(names = "--episodes", paramLabel = "N", description = "On the 15x15 map (default: ${DEFAULT-VALUE}).")
    private int episodes = 2000;

    @Option(
            names = "--long-episodes",
            paramLabel = "N",
            description = "On the 25x25 map, of 1000 steps each (default: ${DEFAULT-VALUE}).")
    private int longEpisodes = 200;

    @Mixin
    private final Seeding chance = new Seeding();

    @Mixin
    private final NewFile file = new NewFile();

    @Mixin
    private final Output output = new Output();

    /** The command. */
    public GtbStatisticsCommand() {}

    @Override
    public Integer call() throws IOException {
        PrintWriter print = output.print();
        Require.atLeast(episodes, 1, "--episodes");
        Require.atLeast(longEpisodes, 1, "--long-episodes");
        file.check();
        List<String> lines = new ArrayList<>(List.of(
                "| rules | planner | figure | here | reference | standard errors apart |",
                "|---|---|---|---|---|---|"));
        lines.forEach(print::println);
        List<Map<String, Object>> rows = new ArrayList<>();
        double most = 0;
        for (ReferencePlay reference : ReferencePlay.ALL) {
            boolean large = reference.preset().equals("25x25");
            Map<String, SummaryStatistics> here = RandomPlay.play(
                    GtbRules.preset(reference.preset()),
                    reference.planner(),
                    large ? longEpisodes : episodes,
                    Seed.of(chance.seed())
                            .named(reference.preset())
                            .named(reference.planner().name()));
            for (int j = 0; j < RandomPlay.FIGURES.size(); j++) {
                SummaryStatistics figure = Objects.requireNonNull(here.get(RandomPlay.FIGURES.get(j)));
                double apart = reference.apart(j, figure);
                most = Math.max(most, Math.abs(apart));
                String line = line(reference, j, figure, apart);
                lines.add(line);
                print.println(line);
                rows.add(Json.object(
                        "rules", reference.preset(),
                        "planner", planner(reference),
                        "figure", RandomPlay.FIGURES.get(j),
                        "mean", figure.getMean(),
                        "deviation", figure.getStandardDeviation(),
                        "episodes", figure.getN(),
                        "reference_mean", reference.means().get(j),
                        "standard_errors", apart));
            }
            print.flush();
        }
        file.write(lines);
        double furthest = most;
        output.end(() -> Json.object(
                "command", "gtb-statistics", "seed", chance.seed(), "most_standard_errors", furthest, "rows", rows));
        return 0;
    }

    private static String planner(ReferencePlay reference) {
        return reference.planner().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String line(ReferencePlay reference, int j, SummaryStatistics here, double apart) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %.4g ± %.2g | %.4g ± %.2g | %+.1f |",
                reference.preset(),
                planner(reference),
                RandomPlay.FIGURES.get(j),
                here.getMean(),
                here.getStandardDeviation() / Math.sqrt(here.getN()),
                reference.means().get(j),
                reference.deviations().get(j) / Math.sqrt(reference.episodes()),
                apart);
    }
}
