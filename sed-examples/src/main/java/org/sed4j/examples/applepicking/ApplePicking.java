package org.sed4j.examples.applepicking;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.config.Config;
import org.sed4j.core.game.Round;
import org.sed4j.core.game.Rounds;
import org.sed4j.core.game.TypeMatrix;
import org.sed4j.core.game.Vote;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.report.Filmstrip;
import org.sed4j.core.report.Legend;
import org.sed4j.core.run.Growing;
import org.sed4j.core.run.Interruption;
import org.sed4j.core.run.Plan;
import org.sed4j.core.run.Progress;
import org.sed4j.core.run.RunFolder;
import org.sed4j.core.run.Runner;
import org.sed4j.core.run.Seed;
import org.sed4j.core.run.Turns;
import org.sed4j.examples.BackendKey;
import org.sed4j.examples.Study;

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
    public List<String> inputs(Config config) {
        boolean ours = List.of("open", "closed", "partnership", "small").contains(config.text("world.map"));
        return ours ? List.of() : List.of("world.map");
    }

    @Override
    public Legend legend(Config config) {
        return AppleLegend.of(config);
    }

    @Override
    public Result run(Config config, RunFolder folder, Progress progress, Interruption interruption)
            throws IOException {
        try (AppleSociety society = AppleSociety.of(config);
                ElectionLog elections = ElectionLog.open(config, folder)) {
            BackendKey.announce(config, society.economy(), progress);
            String undefined = AppleSociety.objectives(config).undefined();
            if (!undefined.isEmpty()) {
                progress.note(undefined + ": such a round has no welfare, and pays a learning principal nothing.");
            }
            long total = config.whole("run.rounds");
            Plan plan = Plan.of("round", total)
                    .checkpoints(config.whole("run.checkpoint_every"), config.integer("run.checkpoints"))
                    .speed("agent_steps_per_second")
                    .watching("eta", "eta")
                    .watching("apples", "apples_total")
                    .watching("left", "apples_left")
                    .watching("welfare", "welfare");
            Votes votes = new Votes(config, society, elections);
            if (!Runner.play(votes, folder, plan, progress, interruption)) {
                return new Result(false, votes.number(), Map.of());
            }
            Map<String, Double> results = Averages.of(folder.metrics(), config.integer("run.rounds_per_episode"));
            if (config.flag("run.evaluate")) {
                progress.note("Evaluating on worlds nobody has seen.");
                Evaluation evaluation = Evaluation.of(config, society);
                results.putAll(evaluation.figures());
                Filmstrip.write(evaluation.films(), folder);
            }
            return new Result(true, total, results);
        }
    }

    /** The rounds of a society, each with its election on record. */
    private static final class Votes implements Turns {
        private final AppleSociety society;
        private final Rounds<Pomg> rounds;
        private final ElectionLog elections;
        private final long total;
        private final long agentStepsPerRound;
        private @Nullable Round last;

        Votes(Config config, AppleSociety society, ElectionLog elections) {
            this.society = society;
            this.rounds = society.rounds();
            this.elections = elections;
            this.total = config.whole("run.rounds");
            this.agentStepsPerRound = (long) config.integer("run.steps_per_round")
                    * config.integer("run.worlds")
                    * config.integer("world.players");
        }

        @Override
        public long number() {
            return rounds.number();
        }

        @Override
        public boolean ended() {
            return rounds.number() >= total;
        }

        @Override
        public long done() {
            return rounds.number() * agentStepsPerRound;
        }

        @Override
        public long of() {
            return total * agentStepsPerRound;
        }

        @Override
        public Map<String, Double> next() {
            Round round = rounds.next();
            last = round;
            return RoundFigures.of(round, society);
        }

        @Override
        public List<Growing> logs() {
            return List.of(elections);
        }

        @Override
        public void log() throws IOException {
            elections.append(Objects.requireNonNull(last));
        }

        @Override
        public void save(DataOutput out) throws IOException {
            rounds.save(out);
        }

        @Override
        public void load(DataInput in) throws IOException {
            rounds.load(in);
        }
    }
}
