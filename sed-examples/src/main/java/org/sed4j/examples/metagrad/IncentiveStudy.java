package org.sed4j.examples.metagrad;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.run.Checkpoints;
import org.sed4j.core.run.Crew;
import org.sed4j.core.run.Interruption;
import org.sed4j.core.run.MetricsCsv;
import org.sed4j.core.run.Progress;
import org.sed4j.core.run.RunFolder;
import org.sed4j.core.run.Seed;
import org.sed4j.examples.Json;
import org.sed4j.examples.Study;
import org.sed4j.examples.config.Config;
import org.sed4j.examples.report.Filmstrip;
import org.sed4j.rl.policygradient.Exploration;
import org.sed4j.rl.policygradient.IncentiveDesigner;
import org.sed4j.rl.policygradient.Population;

/**
 * A designer of incentives and players learn beside each other in one world, and are tested now and then; from the start or
 * from the newest checkpoint.
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
        int threads = config.integer("run.threads");
        try (Pomg economy = Worlds.of(game.maker()).seed(seed.named("economy")).build();
                Crew crew = Crew.of(threads == 0 ? Runtime.getRuntime().availableProcessors() : threads);
                Trials trials = trials(config, game, players, seed);
                MetricsCsv metrics = MetricsCsv.open(folder.metrics());
                MetricsCsv timing = MetricsCsv.open(folder.timing())) {
            economy.reset();
            folder.write(folder.labels(), Json.line(Map.of("round", "episode")));
            Population population = players.population(1, seed.named("players"));
            population.shareWith(crew);
            IncentiveDesigner designer =
                    new Designers(config, game).designer(economy, population, seed.named("designer"));
            Learning learning = new Learning(designer, population, trials);
            return new Running(config, folder, progress, learning, players.exploration(), metrics, timing)
                    .go(interruption);
        }
    }

    private static Trials trials(Config config, Game game, Players players, Seed seed) {
        boolean charged = !config.text("designer.cost").equals("none");
        return new Trials(game, players, config.integer("run.evaluation_episodes"), charged, seed.named("tests"));
    }

    /** One run under way. */
    private static final class Running {
        private final Config config;
        private final RunFolder folder;
        private final Progress progress;
        private final Learning learning;
        private final Exploration exploration;
        private final MetricsCsv metrics;
        private final MetricsCsv timing;
        private final Checkpoints checkpoints;
        private final long episodes;
        private final long every;
        private long begun = System.nanoTime();

        Running(
                Config config,
                RunFolder folder,
                Progress progress,
                Learning learning,
                Exploration exploration,
                MetricsCsv metrics,
                MetricsCsv timing) {
            this.config = config;
            this.folder = folder;
            this.progress = progress;
            this.learning = learning;
            this.exploration = exploration;
            this.metrics = metrics;
            this.timing = timing;
            this.checkpoints = folder.checkpoints(config.integer("run.checkpoints"));
            this.episodes = config.whole("run.episodes");
            this.every = config.whole("run.evaluate_every");
        }

        Result go(Interruption interruption) throws IOException {
            resume();
            testIfDue();
            while (learning.episode() < episodes) {
                if (interruption.requested()) {
                    checkpoint();
                    return new Result(false, learning.episode(), Map.of());
                }
                learning.next(exploration.at(learning.episode()));
                testIfDue();
            }
            checkpoint();
            Map<String, Double> figures = learning.test(config.integer("run.final_episodes"));
            film();
            return new Result(true, episodes, figures);
        }

        private void resume() throws IOException {
            if (checkpoints.any()) {
                long episode = checkpoints.load(learning);
                progress.note("Going on after episode " + episode + ".");
            }
            metrics.truncateTo(learning.tests());
            timing.truncateTo(learning.tests());
        }

        private void testIfDue() throws IOException {
            long e = learning.episode();
            if (learning.tested() || (e % every != 0 && e != episodes)) {
                return;
            }
            double seconds = (System.nanoTime() - begun) * 1e-9;
            Map<String, Double> row = new LinkedHashMap<>();
            row.put("round", (double) e);
            row.putAll(learning.test(config.integer("run.evaluation_episodes")));
            metrics.append(row);
            Map<String, Double> clock = new LinkedHashMap<>(); // in order: it fixes the columns
            clock.put("round", (double) e);
            clock.put("seconds", seconds);
            timing.append(clock);
            progress.report(e, episodes, "episode " + e + "/" + episodes, watched(row));
            if (learning.tests() % config.integer("run.checkpoint_every") == 0) {
                checkpoint();
            }
            begun = System.nanoTime();
        }

        private void checkpoint() throws IOException {
            metrics.sync();
            timing.sync();
            checkpoints.save(learning.episode(), learning);
        }

        private void film() throws IOException {
            int count = config.integer("run.replay_episodes");
            if (count > 0) {
                Filmstrip.write(List.of(learning.film("What was learned", count).strip()), folder);
            }
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
