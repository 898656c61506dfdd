package org.sed4j.core.society;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sed4j.core.config.Config;
import org.sed4j.core.run.Interruption;
import org.sed4j.core.run.Plan;
import org.sed4j.core.run.Progress;
import org.sed4j.core.run.RunFolder;
import org.sed4j.core.run.Runner;
import org.sed4j.core.run.Seed;
import org.sed4j.core.sweep.Experiment;

/**
 * A society by names as what a sweep runs: {@code society.economy}, {@code .vote}, {@code .principal} and {@code .followers} say
 * which, as any axis may, and every key that goes with them can be set. Figures are those of the last round, as in the table, and
 * of the {@link Appraisal} where {@code run.evaluate} wants one.
 */
public final class SocietyExperiment implements Experiment {
    private static final Map<String, String> NAMES = Map.of(
            "society.economy",
            "harvest",
            "society.vote",
            "median",
            "society.principal",
            "ppo",
            "society.followers",
            "ppo");

    /** The experiment. */
    public SocietyExperiment() {}

    @Override
    public Config config(Map<String, String> settings, long seed) {
        Map<String, String> all = new LinkedHashMap<>(NAMES);
        all.putAll(settings);
        Config config = blueprint(all).schema().initial();
        for (Map.Entry<String, String> setting : all.entrySet()) {
            config = config.with(setting.getKey(), setting.getValue());
        }
        config = config.with("run.seed", Long.toString(seed)).with("run.threads", "1"); // cells share the cores
        config = config.schema().checked(config);
        blueprint(all).society(config); // objections now, not in the middle
        return config;
    }

    private static Blueprint blueprint(Map<String, String> names) {
        return Blueprint.named(
                named(names, "society.economy"),
                named(names, "society.vote"),
                named(names, "society.principal"),
                named(names, "society.followers"));
    }

    private static String named(Map<String, String> names, String key) {
        return names.getOrDefault(key, "");
    }

    @Override
    public Optional<Map<String, Double>> run(Config config, RunFolder folder, Interruption interruption)
            throws IOException {
        Map<String, String> names = new LinkedHashMap<>();
        NAMES.keySet().forEach(key -> names.put(key, config.text(key)));
        Blueprint blueprint = blueprint(names);
        Society society = blueprint.society(config);
        Plan plan = Plan.of("round", config.whole("run.rounds"));
        Map<String, Double> figures = new LinkedHashMap<>();
        try (Session session = society.begin(Seed.of(config.whole("run.seed")))) {
            if (!Runner.play(session, folder, plan, Progress.silent(), interruption)) {
                return Optional.empty();
            }
            if (config.flag("run.evaluate")) {
                figures.putAll(Appraisal.of(session, 0, blueprint.economy().truth(config))
                        .figures());
            }
        }
        return Optional.of(figures);
    }
}
