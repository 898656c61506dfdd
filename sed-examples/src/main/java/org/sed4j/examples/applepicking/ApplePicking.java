package org.sed4j.examples.applepicking;

import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sed4j.core.game.Round;
import org.sed4j.core.game.Rounds;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.game.Vote;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.run.Checkpointed;
import org.sed4j.core.run.Checkpoints;
import org.sed4j.core.run.Interruption;
import org.sed4j.core.run.MetricsCsv;
import org.sed4j.core.run.NumericalDivergence;
import org.sed4j.core.run.Progress;
import org.sed4j.core.run.RunFolder;
import org.sed4j.core.run.Seed;
import org.sed4j.examples.BackendKey;
import org.sed4j.examples.Study;
import org.sed4j.examples.config.Config;
import org.sed4j.examples.report.Filmstrip;

/** Runs the apple-picking society in a run folder, from its start or from its newest checkpoint. */
public final class ApplePicking implements Study {
    @Override
    public void check(Config config) {
        Orchard orchard = new Orchard(config);
        orchard.rules();
        TypeMatrix types = orchard.types(Seed.of(config.whole("run.seed")).named("types"));
        BackendKey.check(config, orchard.worlds(types));
        AppleVote.of(config) // a rule may be refused by this society only: held once, nobody is governed by it
                .elect(new Vote(0, types, AppleSociety.objectives(config), Optional.empty(), Seed.of(0)));
    }

    @Override
    public Result run(Config config, RunFolder folder, Progress progress, Interruption interruption)
            throws IOException {
        try (AppleSociety society = AppleSociety.of(config);
                MetricsCsv metrics = MetricsCsv.open(folder.metrics());
                MetricsCsv timing = MetricsCsv.open(folder.timing());
                ElectionLog elections = ElectionLog.open(config, folder)) {
            return new Running(config, folder, progress, society, new Logs(metrics, timing, elections))
                    .go(interruption);
        }
    }

    /** What grows by a row or a line a round. */
    private record Logs(MetricsCsv metrics, MetricsCsv timing, ElectionLog elections) {
        void truncateTo(long round) throws IOException {
            metrics.truncateTo((int) round);
            timing.truncateTo((int) round);
            elections.truncateTo(round);
        }

        void sync() throws IOException {
            metrics.sync();
            timing.sync();
            elections.sync();
        }
    }

    /** One run under way. */
    private static final class Running {
        private final Config config;
        private final Progress progress;
        private final AppleSociety society;
        private final Rounds<Pomg> rounds;
        private final Logs logs;
        private final Checkpoints checkpoints;
        private final RunFolder folder;
        private final long total;
        private final long agentStepsPerRound;
        private byte[] lastGood = new byte[0];

        Running(Config config, RunFolder folder, Progress progress, AppleSociety society, Logs logs) {
            this.config = config;
            this.folder = folder;
            this.progress = progress;
            this.society = society;
            this.rounds = society.rounds();
            this.logs = logs;
            this.checkpoints = folder.checkpoints(config.integer("run.checkpoints"));
            this.total = config.whole("run.rounds");
            this.agentStepsPerRound = (long) config.integer("run.steps_per_round")
                    * config.integer("run.worlds")
                    * config.integer("world.players");
        }

        Result go(Interruption interruption) throws IOException {
            BackendKey.announce(config, society.economy(), progress);
            resume();
            while (rounds.number() < total) {
                if (interruption.requested()) {
                    checkpoint();
                    return new Result(false, rounds.number(), Map.of());
                }
                playRound();
                if (rounds.number() % config.whole("run.checkpoint_every") == 0) {
                    checkpoint();
                }
            }
            checkpoint();
            Map<String, Double> results = Averages.of(folder.metrics(), config.integer("run.rounds_per_episode"));
            if (config.flag("run.evaluate")) {
                progress.note("Evaluating on worlds nobody has seen.");
                Evaluation evaluation = Evaluation.of(config, society);
                results.putAll(evaluation.figures());
                Filmstrip.write(evaluation.films(), folder);
            }
            return new Result(true, total, results);
        }

        private void resume() throws IOException {
            if (checkpoints.any()) {
                long round = checkpoints.load(rounds);
                logs.truncateTo(round);
                progress.note("Going on after round " + round + ".");
            } else {
                logs.truncateTo(0);
            }
        }

        private void playRound() throws IOException {
            long begun = System.nanoTime();
            Round round = rounds.number() == 0 ? rounds.next() : guarded();
            Map<String, Double> figures = RoundFigures.of(round, society);
            logs.metrics().append(figures);
            logs.elections().append(round);
            double seconds = (System.nanoTime() - begun) * 1e-9;
            Map<String, Double> clock = new LinkedHashMap<>();
            clock.put("round", (double) round.number());
            clock.put("seconds", seconds);
            clock.put("agent_steps_per_second", agentStepsPerRound / seconds);
            logs.timing().append(clock);
            lastGood = bytes();
            progress.report(
                    rounds.number() * agentStepsPerRound,
                    total * agentStepsPerRound,
                    "round " + rounds.number() + "/" + total,
                    watched(figures));
        }

        /** Plays a round; if a number diverges, the state before it is put on the disk first. */
        private Round guarded() throws IOException {
            try {
                return rounds.next();
            } catch (NumericalDivergence diverged) {
                long round = logs.metrics().rows();
                if (lastGood.length > 0) {
                    checkpoints.save(round, new Remembered(lastGood));
                }
                throw diverged;
            }
        }

        private static Map<String, Double> watched(Map<String, Double> figures) {
            Map<String, Double> watched = new LinkedHashMap<>();
            watched.put("eta", figures.get("eta"));
            watched.put("apples", figures.get("apples_total"));
            watched.put("left", figures.get("apples_left"));
            watched.put("welfare", figures.get("welfare"));
            return watched;
        }

        private void checkpoint() throws IOException {
            logs.sync();
            checkpoints.save(rounds.number(), rounds);
        }

        private byte[] bytes() throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            rounds.save(new DataOutputStream(bytes));
            return bytes.toByteArray();
        }
    }

    /** A state that was saved in memory. */
    private record Remembered(byte[] bytes) implements Checkpointed {
        @Override
        public void save(DataOutput out) throws IOException {
            out.write(bytes);
        }

        @Override
        public void load(DataInput in) {
            throw new IllegalStateException("a remembered state is only written");
        }
    }
}
