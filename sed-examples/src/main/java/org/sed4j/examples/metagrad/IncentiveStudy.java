package org.sed4j.examples.metagrad;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.run.Interruption;
import org.sed4j.core.run.MetricsCsv;
import org.sed4j.core.run.Progress;
import org.sed4j.core.run.RunFolder;
import org.sed4j.core.run.Seed;
import org.sed4j.examples.Json;
import org.sed4j.examples.Study;
import org.sed4j.examples.config.Config;
import org.sed4j.rl.policygradient.Exploration;
import org.sed4j.rl.policygradient.IncentiveDesigner;
import org.sed4j.rl.policygradient.Population;

/**
 * A designer of incentives and players learn beside each other in one world, and are tested now and then.
 *
 * <p>Runs take minutes and keep no checkpoints: one that was stopped begins again from its seed and measures the same.
 */
public final class IncentiveStudy implements Study {
    private final Function<Config, Game> games;

    /** A study of the games that configurations describe. */
    IncentiveStudy(Function<Config, Game> games) {
        this.games = games;
    }

    @Override
    public void check(Config config) {
        Game game = games.apply(config);
        Players players = new Players(config, game);
        Population population = players.population(1, Seed.of(0));
        players.exploration();
        try (Pomg economy = Worlds.of(game.maker()).build()) {
            economy.reset();
            new Designers(config, game).designer(economy, population, Seed.of(0));
        }
    }

    @Override
    public Map<String, Object> together(Map<Long, Result> results) {
        Map<String, Object> lists = new LinkedHashMap<>();
        lists.put("designer_returns", each(results, "designer_return"));
        lists.put("base_returns", each(results, "base_return"));
        return lists;
    }

    private static List<Double> each(Map<Long, Result> results, String figure) {
        return results.values().stream()
                .map(result -> result.figures().getOrDefault(figure, Double.NaN))
                .toList();
    }

    @Override
    public Result run(Config config, RunFolder folder, Progress progress, Interruption interruption)
            throws IOException {
        Seed seed = Seed.of(config.whole("run.seed"));
        Game game = games.apply(config);
        Players players = new Players(config, game);
        int tests = config.integer("run.evaluation_episodes");
        try (Pomg economy = Worlds.of(game.maker()).seed(seed.named("economy")).build();
                Trials trials = new Trials(game, players, tests, seed.named("tests"));
                MetricsCsv metrics = MetricsCsv.open(folder.metrics());
                MetricsCsv timing = MetricsCsv.open(folder.timing())) {
            economy.reset();
            metrics.truncateTo(0);
            timing.truncateTo(0);
            Population population = players.population(1, seed.named("players"));
            IncentiveDesigner designer =
                    new Designers(config, game).designer(economy, population, seed.named("designer"));
            long episodes = config.whole("run.episodes");
            long every = config.whole("run.evaluate_every");
            Exploration exploration = players.exploration();
            long begun = System.nanoTime();
            for (long e = 0; e <= episodes; e++) {
                if (e % every == 0 || e == episodes) {
                    Map<String, Double> row = new LinkedHashMap<>();
                    row.put("round", (double) e);
                    row.putAll(trials.figures(population, designer.government(), tests));
                    metrics.append(row);
                    double seconds = (System.nanoTime() - begun) * 1e-9;
                    timing.append(Map.of("round", (double) e, "run_seconds", seconds));
                    progress.report(e, episodes, "episode " + e + "/" + episodes, watched(row));
                    if (interruption.requested()) {
                        return new Result(false, e, Map.of());
                    }
                }
                if (e < episodes) {
                    designer.iterate(exploration.at(e));
                }
            }
            Map<String, Double> figures =
                    trials.figures(population, designer.government(), config.integer("run.final_episodes"));
            film(config, folder, trials, population, designer);
            return new Result(true, episodes, figures);
        }
    }

    private static void film(
            Config config, RunFolder folder, Trials trials, Population population, IncentiveDesigner designer)
            throws IOException {
        int count = config.integer("run.replay_episodes");
        if (count > 0) {
            Trials.Film film = trials.film("What was learned", population, designer.government(), count);
            folder.write(folder.replay(), Json.line(Map.of("replays", List.of(film.document()))));
        }
    }

    private static Map<String, Double> watched(Map<String, Double> row) {
        Map<String, Double> watched = new LinkedHashMap<>();
        watched.put("net", row.get("designer_return"));
        watched.put("base", row.get("base_return"));
        watched.put("paid", row.get("incentives"));
        return watched;
    }
}
