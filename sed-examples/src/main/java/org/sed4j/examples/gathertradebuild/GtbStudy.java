package org.sed4j.examples.gathertradebuild;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.game.Round;
import org.sed4j.core.game.Rounds;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.run.Checkpoints;
import org.sed4j.core.run.Interruption;
import org.sed4j.core.run.MetricsCsv;
import org.sed4j.core.run.Progress;
import org.sed4j.core.run.RunFolder;
import org.sed4j.envs.gtb.GatherTradeBuild;
import org.sed4j.envs.gtb.GtbRules;
import org.sed4j.envs.tax.Brackets;
import org.sed4j.examples.BackendKey;
import org.sed4j.examples.Json;
import org.sed4j.examples.Study;
import org.sed4j.examples.config.Config;

/** Players learn to gather, trade and build under one way of setting taxes; then all are tested, nobody learning. */
public final class GtbStudy implements Study {
    /** The study. */
    public GtbStudy() {}

    @Override
    public void check(Config config) {
        GtbRules rules = WorldKeys.rules(config);
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
        BackendKey.check(config, GatherTradeBuild.maker(rules));
    }

    @Override
    public Result run(Config config, RunFolder folder, Progress progress, Interruption interruption)
            throws IOException {
        try (GtbSociety society = GtbSociety.of(config);
                MetricsCsv metrics = MetricsCsv.open(folder.metrics());
                MetricsCsv timing = MetricsCsv.open(folder.timing())) {
            BackendKey.announce(config, society.economy(), progress);
            Rounds<Pomg> rounds = society.rounds();
            folder.write(folder.labels(), Json.line(labels(society.rules())));
            Checkpoints checkpoints = folder.checkpoints(config.integer("run.checkpoints"));
            int done = checkpoints.any() ? (int) checkpoints.load(rounds) : 0;
            metrics.truncateTo(done);
            timing.truncateTo(done);
            long total = config.whole("run.rounds");
            while (rounds.number() < total) {
                boolean stop = interruption.requested();
                if (stop || (rounds.number() > done && rounds.number() % config.whole("run.checkpoint_every") == 0)) {
                    metrics.sync();
                    timing.sync();
                    checkpoints.save(rounds.number(), rounds);
                    done = rounds.number();
                }
                if (stop) {
                    return new Result(false, rounds.number(), Map.of());
                }
                play(society, metrics, timing, progress, total);
            }
            metrics.sync();
            timing.sync();
            checkpoints.save(rounds.number(), rounds);
            progress.note("Testing on worlds nobody has seen.");
            GtbEvaluation evaluation = GtbEvaluation.of(society);
            evaluation.write(folder);
            return new Result(true, total, evaluation.figures());
        }
    }

    private static void play(GtbSociety society, MetricsCsv metrics, MetricsCsv timing, Progress progress, long total)
            throws IOException {
        long begun = System.nanoTime();
        Round round = society.rounds().next();
        double seconds = (System.nanoTime() - begun) * 1e-9;
        Map<String, Double> figures = GtbFigures.of(round, society, society.bySkill());
        metrics.append(figures);
        long steps = (long) society.config().integer("run.worlds")
                * society.rules().episode()
                * society.rules().players();
        Map<String, Double> clock = new LinkedHashMap<>();
        clock.put("round", (double) round.number());
        clock.put("seconds", seconds);
        clock.put("agent_steps_per_second", steps / seconds);
        timing.append(clock);
        Map<String, Double> watched = new LinkedHashMap<>();
        for (String name : new String[] {"welfare_at_end", "equality_of_coin", "productivity", "houses"}) {
            watched.put(name, figures.get(name));
        }
        long number = society.rounds().number();
        progress.report(number * steps, total * steps, "round " + number + "/" + total, watched);
    }

    /** What numbered columns are called: rates by their brackets, and whose income it is. */
    private static Map<String, String> labels(GtbRules rules) {
        Map<String, String> labels = BySkill.labels(rules.players());
        List<Double> cuts = rules.brackets().cuts();
        for (int b = 0; b + 1 < cuts.size(); b++) {
            String range = b + 2 == cuts.size() ? "over " + cuts.get(b) : cuts.get(b) + " to " + cuts.get(b + 1);
            labels.put("marginal_rate_" + b, range + " coin");
        }
        return labels;
    }
}
