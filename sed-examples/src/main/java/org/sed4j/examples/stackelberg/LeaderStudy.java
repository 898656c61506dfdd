package org.sed4j.examples.stackelberg;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.run.Checkpoints;
import org.sed4j.core.run.Crew;
import org.sed4j.core.run.Interruption;
import org.sed4j.core.run.MetricsCsv;
import org.sed4j.core.run.Progress;
import org.sed4j.core.run.RunFolder;
import org.sed4j.examples.Study;
import org.sed4j.examples.config.Config;
import org.sed4j.rl.stackelbergpomdp.LeaderTraining;
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
    public Result run(Config config, RunFolder folder, Progress progress, Interruption interruption)
            throws IOException {
        int threads = config.integer("run.threads");
        try (Crew crew = Crew.of(threads == 0 ? Runtime.getRuntime().availableProcessors() : threads);
                MetricsCsv metrics = MetricsCsv.open(folder.metrics());
                MetricsCsv timing = MetricsCsv.open(folder.timing())) {
            return new Running(config, folder, progress, crew, metrics, timing).go(interruption);
        }
    }

    /** One run under way. */
    private static final class Running {
        private final Config config;
        private final Progress progress;
        private final LeaderMaker maker;
        private final LeaderTraining leader;
        private final MetricsCsv metrics;
        private final MetricsCsv timing;
        private final Checkpoints checkpoints;
        private final RunFolder folder;
        private final long total;

        Running(Config config, RunFolder folder, Progress progress, Crew crew, MetricsCsv metrics, MetricsCsv timing) {
            this.config = config;
            this.folder = folder;
            this.progress = progress;
            this.maker = new LeaderMaker(config);
            this.leader = maker.leader(crew);
            this.metrics = metrics;
            this.timing = timing;
            this.checkpoints = folder.checkpoints(config.integer("run.checkpoints"));
            this.total = config.whole("run.steps");
        }

        Result go(Interruption interruption) throws IOException {
            resume();
            while (!ended()) {
                if (interruption.requested()) {
                    checkpoint();
                    return new Result(false, leader.iterations(), Map.of());
                }
                iterate();
                if (leader.iterations() % config.whole("run.checkpoint_every") == 0) {
                    checkpoint();
                }
            }
            checkpoint();
            leader.mind().actor().save(folder.models().resolve("actor.zip"));
            leader.mind().critic().save(folder.models().resolve("critic.zip"));
            return new Result(true, leader.iterations(), results());
        }

        private boolean ended() {
            long most = config.whole("run.rounds");
            return leader.steps() >= total || (most > 0 && leader.iterations() >= most);
        }

        private void resume() throws IOException {
            if (checkpoints.any()) {
                long iteration = checkpoints.load(leader);
                metrics.truncateTo((int) iteration);
                timing.truncateTo((int) iteration);
                progress.note("Going on after iteration " + iteration + ".");
            } else {
                metrics.truncateTo(0);
                timing.truncateTo(0);
            }
        }

        private void iterate() throws IOException {
            long begun = System.nanoTime();
            long before = leader.steps();
            LeaderTraining.Iteration iteration = leader.next();
            Map<String, Double> row = new LinkedHashMap<>();
            row.put("round", (double) iteration.number());
            row.put("leader_steps", (double) iteration.steps());
            row.put("authors_steps", (double) iteration.authorsSteps());
            double unit = maker.setting().game().leaderUnit();
            row.put("leader_return", unit * iteration.meanReturn());
            row.put("leader_exact", exact(iteration.number()));
            row.put("leader_optimum", maker.setting().optimum());
            row.put("queries_per_episode", iteration.queries());
            row.putAll(iteration.figures().named("leader_"));
            metrics.append(row);
            double seconds = (System.nanoTime() - begun) * 1e-9;
            Map<String, Double> clock = new LinkedHashMap<>();
            clock.put("round", (double) iteration.number());
            clock.put("seconds", seconds);
            clock.put("steps_per_second", (leader.steps() - before) / seconds);
            timing.append(clock);
            Map<String, Double> watched = new LinkedHashMap<>();
            watched.put("return", row.get("leader_return"));
            watched.put("value loss", iteration.figures().valueLoss());
            progress.report(Math.min(leader.steps(), total), total, "iteration " + iteration.number(), watched);
        }

        private double exact(long iteration) {
            boolean due = iteration == 1 || iteration % config.whole("run.evaluate_every") == 0;
            return due ? Verdict.value(maker.setting().game(), leader.policy()) : Double.NaN;
        }

        private void checkpoint() throws IOException {
            metrics.sync();
            timing.sync();
            checkpoints.save(leader.iterations(), leader);
        }

        private Map<String, Double> results() {
            return judged(maker, leader, config.integer("run.evaluate_episodes"));
        }
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
