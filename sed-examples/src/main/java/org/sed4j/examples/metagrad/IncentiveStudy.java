package org.sed4j.examples.metagrad;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sed4j.core.config.Config;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.pomg.Worlds;
import org.sed4j.core.report.Filmstrip;
import org.sed4j.core.report.Legend;
import org.sed4j.core.run.Crew;
import org.sed4j.core.run.Interruption;
import org.sed4j.core.run.Plan;
import org.sed4j.core.run.Progress;
import org.sed4j.core.run.RunFolder;
import org.sed4j.core.run.Runner;
import org.sed4j.core.run.Seed;
import org.sed4j.core.run.Turns;
import org.sed4j.examples.Study;
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
                Trials trials = trials(config, game, players, seed)) {
            economy.reset();
            Population population = players.population(1, seed.named("players"));
            population.shareWith(crew);
            IncentiveDesigner designer =
                    new Designers(config, game).designer(economy, population, seed.named("designer"));
            Learning learning = new Learning(designer, population, trials);
            Lessons lessons = new Lessons(config, learning, players.exploration());
            Plan plan = Plan.of("episode", lessons.of())
                    .checkpoints(config.whole("run.checkpoint_every"), config.integer("run.checkpoints"))
                    .watching("net", "designer_return")
                    .watching("base", "base_return")
                    .watching("paid", "incentives");
            if (!Runner.play(lessons, folder, plan, progress, interruption)) {
                return new Result(false, lessons.number(), Map.of());
            }
            Map<String, Double> figures = learning.test(config.integer("run.final_episodes"));
            int filmed = config.integer("run.replay_episodes");
            if (filmed > 0) {
                Filmstrip.write(
                        List.of(learning.film("What was learned", filmed).strip()), folder);
            }
            return new Result(true, lessons.of(), figures);
        }
    }

    @Override
    public Legend legend(Config config) {
        return IncentiveLegend.of(config);
    }

    private static Trials trials(Config config, Game game, Players players, Seed seed) {
        boolean charged = !config.text("designer.cost").equals("none");
        return new Trials(game, players, config.integer("run.evaluation_episodes"), charged, seed.named("tests"));
    }

    /** Episodes of learning, some of them followed by a test: that is a row. */
    private static final class Lessons implements Turns {
        private final Learning learning;
        private final Exploration exploration;
        private final long episodes;
        private final long every;
        private final int tested;

        Lessons(Config config, Learning learning, Exploration exploration) {
            this.learning = learning;
            this.exploration = exploration;
            this.episodes = config.whole("run.episodes");
            this.every = config.whole("run.evaluate_every");
            this.tested = config.integer("run.evaluation_episodes");
        }

        @Override
        public long number() {
            return learning.episode();
        }

        @Override
        public long rows() {
            return learning.tests();
        }

        @Override
        public boolean ended() {
            return learning.episode() >= episodes && !due();
        }

        @Override
        public long of() {
            return episodes;
        }

        private boolean due() {
            long e = learning.episode();
            return !learning.tested() && (e % every == 0 || e == episodes);
        }

        /** Before the first episode there is a test of the untaught. */
        @Override
        public Map<String, Double> next() {
            if (!due()) {
                learning.next(exploration.at(learning.episode()));
            }
            Map<String, Double> row = new LinkedHashMap<>();
            if (due()) {
                row.put("round", (double) learning.episode());
                row.putAll(learning.test(tested));
            }
            return row;
        }

        @Override
        public void save(DataOutput out) throws IOException {
            learning.save(out);
        }

        @Override
        public void load(DataInput in) throws IOException {
            learning.load(in);
        }
    }
}
