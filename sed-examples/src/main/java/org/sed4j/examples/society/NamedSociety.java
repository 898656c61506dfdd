package org.sed4j.examples.society;

import java.io.IOException;
import java.util.Map;
import org.sed4j.core.config.Config;
import org.sed4j.core.report.Filmstrip;
import org.sed4j.core.report.Legend;
import org.sed4j.core.run.Plan;
import org.sed4j.core.run.Progress;
import org.sed4j.core.run.RunFolder;
import org.sed4j.core.run.Seed;
import org.sed4j.core.society.Appraisal;
import org.sed4j.core.society.Blueprint;
import org.sed4j.core.society.Session;
import org.sed4j.core.society.Society;

/** A society that was told by the names of its parts. */
final class NamedSociety extends SocietyStudy {
    private final Blueprint blueprint;

    NamedSociety(Blueprint blueprint) {
        this.blueprint = blueprint;
    }

    @Override
    protected Society society(Config config) {
        return blueprint.society(config);
    }

    @Override
    public void check(Config config) {
        super.check(config);
        society(config).begin(Seed.of(0)).close();
    }

    @Override
    public Legend legend(Config config) {
        String name = blueprint.economy().name().replace('-', ' ');
        return society(config)
                .legend(Character.toUpperCase(name.charAt(0)) + name.substring(1) + ": a society")
                .fact("vote", config.text("society.vote"));
    }

    @Override
    protected Plan plan(Config config) {
        return super.plan(config).watching("welfare", "welfare").watching("reward", "reward_total");
    }

    @Override
    protected Map<String, Double> judged(Session session, Config config, RunFolder folder, Progress progress)
            throws IOException {
        if (!config.flag("run.evaluate")) {
            return Map.of();
        }
        progress.note("Appraising on worlds nobody has seen.");
        Appraisal appraisal = Appraisal.of(
                session, config.integer("run.replay_steps"), blueprint.economy().truth(config));
        Filmstrip.write(appraisal.films(), folder);
        return appraisal.figures();
    }
}
