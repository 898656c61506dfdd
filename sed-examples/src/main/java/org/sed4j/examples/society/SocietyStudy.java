package org.sed4j.examples.society;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sed4j.core.config.Config;
import org.sed4j.core.report.Filmstrip;
import org.sed4j.core.report.Legend;
import org.sed4j.core.run.Interruption;
import org.sed4j.core.run.Plan;
import org.sed4j.core.run.Progress;
import org.sed4j.core.run.RunFolder;
import org.sed4j.core.run.Runner;
import org.sed4j.core.run.Seed;
import org.sed4j.core.society.Appraisal;
import org.sed4j.core.society.Blueprint;
import org.sed4j.core.society.Session;
import org.sed4j.core.society.Society;
import org.sed4j.examples.BackendKey;
import org.sed4j.examples.Study;

/** Plays a society that was told by names. */
final class SocietyStudy implements Study {
    private final Blueprint blueprint;

    SocietyStudy(Blueprint blueprint) {
        this.blueprint = blueprint;
    }

    @Override
    public void check(Config config) {
        BackendKey.check(config, blueprint.economy().worlds(config));
        blueprint.society(config).begin(Seed.of(0)).close();
    }

    @Override
    public Legend legend(Config config) {
        String name = blueprint.economy().name().replace('-', ' ');
        return blueprint
                .society(config)
                .legend(Character.toUpperCase(name.charAt(0)) + name.substring(1) + ": a society")
                .fact("vote", config.text("society.vote"));
    }

    @Override
    public Result run(Config config, RunFolder folder, Progress progress, Interruption interruption)
            throws IOException {
        Society society = blueprint.society(config);
        try (Session session = society.begin(Seed.of(config.whole("run.seed")))) {
            BackendKey.announce(config, session.economy(), progress);
            String undefined = society.game().objectives().undefined();
            if (!undefined.isEmpty()) {
                progress.note(undefined + ": such a round has no welfare, and pays a learning principal nothing.");
            }
            Plan plan = Plan.of("round", config.whole("run.rounds"))
                    .checkpoints(config.whole("run.checkpoint_every"), config.integer("run.checkpoints"))
                    .speed("agent_steps_per_second")
                    .watching("welfare", "welfare")
                    .watching("reward", "reward_total");
            if (!Runner.play(session, folder, plan, progress, interruption)) {
                return new Result(false, session.number(), Map.of());
            }
            Map<String, Double> results = new LinkedHashMap<>();
            if (config.flag("run.evaluate")) {
                progress.note("Appraising on worlds nobody has seen.");
                Appraisal appraisal = Appraisal.of(session, config.integer("run.replay_steps"));
                results.putAll(appraisal.figures());
                Filmstrip.write(appraisal.films(), folder);
            }
            return new Result(true, session.number(), results);
        }
    }
}
