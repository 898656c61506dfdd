package org.sed4j.examples.stackelberg;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.config.Config;
import org.sed4j.core.report.Legend;
import org.sed4j.core.run.Crew;
import org.sed4j.core.run.Interruption;
import org.sed4j.core.run.Plan;
import org.sed4j.core.run.Progress;
import org.sed4j.core.run.RunFolder;
import org.sed4j.core.run.Runner;
import org.sed4j.examples.Study;
import org.sed4j.rl.stackelbergpomdp.LeaderMaker;
import org.sed4j.rl.stackelbergpomdp.LeaderTraining;
import org.sed4j.rl.stackelbergpomdp.LeaderTurns;
import org.sed4j.rl.stackelbergpomdp.Verdict;

/** Trains a leader in a run folder, from its start or from its newest checkpoint, and judges it exactly. */
public final class LeaderStudy implements Study {
    /** The greedy leader's exact value, in the game's units, among a run's figures. */
    static final String EXACT = "exact_value";

    @Override
    public void check(Config config) {
        LeaderMaker maker = new LeaderMaker(config);
        maker.rules();
        maker.head();
        maker.learner();
    }

    @Override
    public Map<String, Object> together(Map<Long, Result> results) {
        List<Object> values = new ArrayList<>();
        results.values().forEach(result -> values.add(result.figures().getOrDefault(EXACT, Double.NaN)));
        return Map.of("exact_values", values);
    }

    @Override
    public Legend legend(Config config) {
        return LeaderLegend.of(config);
    }

    @Override
    public Result run(Config config, RunFolder folder, Progress progress, Interruption interruption)
            throws IOException {
        int threads = config.integer("run.threads");
        try (Crew crew = Crew.of(threads == 0 ? Runtime.getRuntime().availableProcessors() : threads)) {
            LeaderMaker maker = new LeaderMaker(config);
            LeaderTraining leader = maker.leader(crew);
            Plan plan = Plan.of("iteration", 0)
                    .checkpoints(config.whole("run.checkpoint_every"), config.integer("run.checkpoints"))
                    .speed("steps_per_second")
                    .watching("return", "leader_return")
                    .watching("value loss", "leader_value_loss");
            if (!Runner.play(turns(config, maker, leader), folder, plan, progress, interruption)) {
                return new Result(false, leader.iterations(), Map.of());
            }
            leader.mind().actor().save(folder.models().resolve("actor.zip"));
            leader.mind().critic().save(folder.models().resolve("critic.zip"));
            return new Result(
                    true, leader.iterations(), judged(maker, leader, config.integer("run.evaluate_episodes")));
        }
    }

    private static LeaderTurns turns(Config config, LeaderMaker maker, LeaderTraining leader) {
        LeaderTurns.Until until = new LeaderTurns.Until(config.whole("run.steps"), config.whole("run.rounds"));
        return new LeaderTurns(leader, maker.setting().optimum(), until, config.whole("run.evaluate_every"));
    }

    /** The figures of a leader at its end. */
    static Map<String, Double> judged(LeaderMaker maker, LeaderTraining leader, int episodes) {
        Verdict verdict = Verdict.of(maker.setting().game(), leader.policy());
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put(EXACT, verdict.value());
        figures.put("exact_low", verdict.interval().low().number());
        figures.put("exact_high", verdict.interval().high().number());
        figures.put("bcce_gap", verdict.certificate().gap());
        figures.put("dynamics_value", leader.dynamicsValue(episodes));
        figures.put("optimum", maker.setting().optimum());
        figures.put("leader_steps", (double) leader.steps());
        figures.put("authors_steps", (double) leader.authorsSteps());
        return figures;
    }
}
