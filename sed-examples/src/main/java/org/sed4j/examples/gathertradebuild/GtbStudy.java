package org.sed4j.examples.gathertradebuild;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.sed4j.core.config.Config;
import org.sed4j.core.game.Rounds;
import org.sed4j.core.pomg.Pomg;
import org.sed4j.core.report.Legend;
import org.sed4j.core.run.Interruption;
import org.sed4j.core.run.Plan;
import org.sed4j.core.run.Progress;
import org.sed4j.core.run.RunFolder;
import org.sed4j.core.run.Runner;
import org.sed4j.core.run.Turns;
import org.sed4j.envs.gtb.GatherTradeBuild;
import org.sed4j.envs.gtb.GtbRules;
import org.sed4j.envs.tax.Brackets;
import org.sed4j.examples.BackendKey;
import org.sed4j.examples.Study;

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
    public List<String> inputs(Config config) {
        return GtbRules.presets().contains(config.text("world.map")) ? List.of() : List.of("world.map");
    }

    @Override
    public Legend legend(Config config) {
        return GtbLegend.of(config);
    }

    @Override
    public Result run(Config config, RunFolder folder, Progress progress, Interruption interruption)
            throws IOException {
        try (GtbSociety society = GtbSociety.of(config)) {
            BackendKey.announce(config, society.economy(), progress);
            long total = config.whole("run.rounds");
            Plan plan = Plan.of("round", total)
                    .checkpoints(config.whole("run.checkpoint_every"), config.integer("run.checkpoints"))
                    .speed("agent_steps_per_second");
            for (String figure : new String[] {"welfare_at_end", "equality_of_coin", "productivity", "houses"}) {
                plan = plan.watching(figure, figure);
            }
            Years years = new Years(society);
            if (!Runner.play(years, folder, plan, progress, interruption)) {
                return new Result(false, years.number(), Map.of());
            }
            progress.note("Testing on worlds nobody has seen.");
            GtbEvaluation evaluation = GtbEvaluation.of(society);
            evaluation.write(folder);
            return new Result(true, total, evaluation.figures());
        }
    }

    /** The rounds of a society: whole episodes of its worlds. */
    private static final class Years implements Turns {
        private final GtbSociety society;
        private final Rounds<Pomg> rounds;
        private final long total;
        private final long agentStepsPerRound;

        Years(GtbSociety society) {
            this.society = society;
            this.rounds = society.rounds();
            this.total = society.config().whole("run.rounds");
            this.agentStepsPerRound = (long) society.config().integer("run.worlds")
                    * society.rules().episode()
                    * society.rules().players();
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
            return GtbFigures.of(rounds.next(), society, society.bySkill());
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
