package org.sed4j.examples.metagrad;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sed4j.core.config.Config;
import org.sed4j.core.report.Filmstrip;
import org.sed4j.core.report.Legend;
import org.sed4j.core.run.Plan;
import org.sed4j.core.run.Progress;
import org.sed4j.core.run.RunFolder;
import org.sed4j.core.run.Turns;
import org.sed4j.core.society.Objectives;
import org.sed4j.core.society.RunKeys;
import org.sed4j.core.society.Session;
import org.sed4j.core.society.Society;
import org.sed4j.core.welfare.Welfare;
import org.sed4j.examples.society.SocietyStudy;

/**
 * The society of paper 004, section 5: a designer of incentives and players who learn beside each other in one world, tested now and
 * then. A round is an episode; nobody votes, and what is maximised is everybody's reward without incentives.
 */
public final class IncentiveStudy extends SocietyStudy {
    private final Function<Config, Game> games;

    /** A study of the games that configurations describe. */
    IncentiveStudy(Function<Config, Game> games) {
        this.games = games;
    }

    @Override
    protected Society society(Config config) {
        Game game = games.apply(config);
        IncentiveParts parts = new IncentiveParts(config, game);
        return Society.of(game.maker())
                .objectives(Objectives.of("utilitarian", game.base(), Welfare::mixes))
                .principal(parts.principal())
                .followers(parts.followers())
                .rounds(game.horizon(), 1)
                .planned(config.whole("run.episodes"))
                .threads(RunKeys.threads(config))
                .rows((round, session) -> Map.of()) // tests are what is measured
                .build();
    }

    @Override
    public void check(Config config) {
        super.check(config);
        begun(config).close();
    }

    @Override
    public Legend legend(Config config) {
        return IncentiveLegend.of(config);
    }

    @Override
    protected Plan plan(Config config) {
        return Plan.of("episode", config.whole("run.episodes"))
                .checkpoints(config.whole("run.checkpoint_every"), config.integer("run.checkpoints"))
                .watching("net", "designer_return")
                .watching("base", "base_return")
                .watching("paid", "incentives");
    }

    @Override
    protected Turns turns(Session session, Config config, RunFolder folder) {
        return new Lessons(session, tests(session, config), config);
    }

    private Tests tests(Session session, Config config) {
        return new Tests(session, games.apply(config), config);
    }

    @Override
    protected Map<String, Double> judged(Session session, Config config, RunFolder folder, Progress progress)
            throws IOException {
        Tests tests = tests(session, config);
        int filmed = config.integer("run.replay_episodes");
        if (filmed > 0) {
            Filmstrip.write(
                    tests.film("What was learned", filmed, session.seed().named("film")).stream()
                            .toList(),
                    folder);
        }
        return tests.figures(
                config.integer("run.final_episodes"), session.seed().named("last test"));
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
}
