package org.sed4j.examples.gathertradebuild;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.sed4j.core.config.Config;
import org.sed4j.core.game.Design;
import org.sed4j.core.game.ObjectiveFamily;
import org.sed4j.core.game.Round;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.game.TypeSpace;
import org.sed4j.core.game.Witness;
import org.sed4j.core.pomg.Noise;
import org.sed4j.core.report.Filmstrip;
import org.sed4j.core.report.Legend;
import org.sed4j.core.run.Plan;
import org.sed4j.core.run.Progress;
import org.sed4j.core.run.RunFolder;
import org.sed4j.core.run.Seed;
import org.sed4j.core.society.Cast;
import org.sed4j.core.society.Film;
import org.sed4j.core.society.RunKeys;
import org.sed4j.core.society.Session;
import org.sed4j.core.society.Society;
import org.sed4j.core.welfare.Welfare;
import org.sed4j.envs.gtb.BySkill;
import org.sed4j.envs.gtb.GatherTradeBuild;
import org.sed4j.envs.gtb.GtbKeys;
import org.sed4j.envs.gtb.GtbRules;
import org.sed4j.envs.gtb.TradeLog;
import org.sed4j.envs.tax.Brackets;
import org.sed4j.examples.society.SocietyStudy;
import org.sed4j.voting.FixedObjective;

/**
 * The society of paper 004: Gather-Trade-Build, who sets its rates, and players who learn; then all are tested, nobody learning.
 *
 * <p>A round is one episode in every world, begun with all rates at 0. Nobody votes: the objective is equality × mean coin at the
 * episode's end.
 */
public final class GtbStudy extends SocietyStudy {
    @Override
    protected Society society(Config config) {
        GtbRules rules = GtbKeys.rules(config);
        requireRates(config, rules);
        GtbParts parts = new GtbParts(config);
        int n = rules.players();
        TypeMatrix alike = TypeMatrix.of(List.of("objective"), new double[1], new double[n][1]);
        return RunKeys.apply(config, Society.of(GatherTradeBuild.maker(rules)))
                .types(TypeSpace.fixed(alike))
                .objectives(
                        ObjectiveFamily.continuum(weight -> Welfare.equalityTimesMean("coin", weight[0]), "equality"))
                .vote(FixedObjective.of(1))
                .initial(Design.zeros(rules.brackets().count()))
                .principal(parts.principal())
                .followers(parts.followers())
                .rounds(rules.episode(), 1)
                .trials(config.integer("run.worlds"), 1, Noise.FRESH)
                .rowsOf(session -> GtbRow.watching(session, rules))
                .build();
    }

    private static void requireRates(Config config, GtbRules rules) {
        int brackets = rules.brackets().count();
        if (config.text("tax.method").equals("fixed") && config.numbers("tax.rates").length != brackets) {
            throw config.refused(
                    "tax.rates",
                    "hold " + brackets + " rates where tax.method is fixed, one for each bracket",
                    "they were left out, or one for each player was meant");
        }
        if (config.text("tax.method").equals("us-federal") && !rules.brackets().equals(Brackets.US_FEDERAL)) {
            throw config.refused(
                    "tax.cuts",
                    "be " + Brackets.US_FEDERAL.cuts().subList(0, Brackets.US_FEDERAL.count())
                            + " where tax.method is us-federal",
                    "fixed was meant, with tax.rates");
        }
    }

    @Override
    public List<String> inputs(Config config) {
        return GtbRules.presets().contains(config.text("world.map")) ? List.of() : List.of("world.map");
    }

    @Override
    public Legend legend(Config config) {
        return GtbLegend.of(config);
    }

    @Override
    protected Plan plan(Config config) {
        Plan plan = super.plan(config);
        for (String figure : List.of("welfare_at_end", "equality_of_coin", "productivity", "houses")) {
            plan = plan.watching(figure, figure);
        }
        return plan;
    }

    /** Episodes in worlds nobody has seen, nobody learning: what economists look at, and a film. */
    @Override
    protected Map<String, Double> judged(Session session, Config config, RunFolder folder, Progress progress)
            throws IOException {
        progress.note("Testing on worlds nobody has seen.");
        Film film = new Film("After learning, " + config.text("tax.method"), config.integer("run.replay_steps"));
        TradeLog trades = new TradeLog();
        BySkill bySkill = new BySkill(GtbKeys.rules(config), session.society().spaces());
        Cast cast = new Cast(
                session.principal().frozen(),
                session.followers().frozen(),
                Witness.all(List.of(film, trades, bySkill)));
        Seed seed = session.seed().named("test");
        Round round = session.episode(
                        cast, config.integer("run.test_worlds"), seed.named("worlds"), seed.named("round"))
                .get(0);
        folder.write(folder.root().resolve("by_skill.csv"), bySkill.table());
        folder.write(folder.root().resolve("trades.csv"), trades.table());
        Filmstrip.write(film.strip().stream().toList(), folder);
        Map<String, Double> figures = GtbRow.of(round, session, bySkill).figures();
        figures.keySet().removeAll(List.of("round", "episodes"));
        return figures;
    }
}
