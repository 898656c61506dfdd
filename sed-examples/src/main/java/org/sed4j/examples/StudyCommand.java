package org.sed4j.examples;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.config.Config;
import org.sed4j.core.config.ConfigReader;
import org.sed4j.core.config.Schema;
import org.sed4j.core.run.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The command of a study: from what was typed to a configuration, and from there to runs.
 *
 * <p>Everything is checked before a folder is made.
 */
@Command(mixinStandardHelpOptions = true, sortOptions = false)
public final class StudyCommand implements Callable<Integer> {
    private final Schema schema;
    private final String about;
    private final List<String> presets;
    private final StudyRuns runs;

    @Mixin
    private final Layers layers;

    @Option(names = "--seeds", paramLabel = "K", description = "Make K runs, with seeds N, N+1, ... (default: 1).")
    private @Nullable Integer seeds;

    @Option(names = "--out", paramLabel = "DIR", description = "The run's folder, new or empty (default: runs/...).")
    private @Nullable Path out;

    @Option(names = "--resume", paramLabel = "DIR", description = "Take up the run in that folder.")
    private @Nullable Path resume;

    @Option(names = "--show-config", description = "Print the whole configuration, each key explained, and stop.")
    private boolean showConfig;

    @Option(names = "--json", description = "The results as one JSON object on the last line of standard output.")
    private boolean json;

    @Option(names = "--quiet", description = "No progress.")
    private boolean quiet;

    @Spec
    private @Nullable CommandSpec spec;

    /**
     * The command of a study.
     *
     * @param about one line for the help
     * @param presets names of YAML files beside {@code presetHome}, the first one the default
     * @param unit what its progress counts, such as "agent steps"
     */
    public StudyCommand(
            Schema schema, String about, List<String> presets, Class<?> presetHome, Study study, String unit) {
        this(schema, about, presets, presetHome, study, unit, Map.of());
    }

    /**
     * The command of a study with options of its own.
     *
     * @param shortcuts keys by the option that sets them: {@code --setting} for {@code game.setting}
     */
    public StudyCommand(
            Schema schema,
            String about,
            List<String> presets,
            Class<?> presetHome,
            Study study,
            String unit,
            Map<String, String> shortcuts) {
        this.schema = schema;
        this.about = about;
        this.presets = List.copyOf(presets);
        this.runs = new StudyRuns(study, schema.study(), unit);
        this.layers = new Layers(schema, this.presets, presetHome, new LinkedHashMap<>(shortcuts));
    }

    /** What is typed after {@code sed}. */
    String name() {
        return schema.study();
    }

    /** Tells the help what the class alone cannot know. */
    void describe(CommandSpec here) {
        layers.fit(here);
        here.usageMessage()
                .description(about)
                .footer(
                        "",
                        "Presets: " + String.join(", ", presets) + ".",
                        "Keys: sed " + name() + " --show-config prints every key with its meaning, range and source.");
    }

    @Override
    public Integer call() throws IOException {
        CommandSpec here = Objects.requireNonNull(spec);
        PrintWriter print = here.commandLine().getOut();
        Path taken = resume;
        if (taken != null) {
            resumable();
            RunFolder folder = RunFolder.open(taken);
            Config config = ConfigReader.of(schema)
                    .yaml(folder.record().config(), folder.config().toString())
                    .config();
            return runs.resume(folder, layers.elsewhere(config), mode(print));
        }
        Config config = layers.configured();
        if (showConfig) {
            print.print(config.yaml());
            print.flush();
            return Sed.DONE;
        }
        int count = seeds == null ? 1 : seeds;
        if (count < 1) {
            throw new IllegalArgumentException("--seeds (" + count
                    + ") must be at least 1.\nMaybe the number of the seed was meant: that is --seed.");
        }
        long first = config.whole("run.seed");
        if (first > Long.MAX_VALUE - (count - 1)) {
            throw config.refused(
                    "run.seed", "leave room for " + count + " seeds", "a smaller seed will do: any is as good");
        }
        return runs.begin(folder(config), config, count, typed(here), mode(print));
    }

    private StudyRuns.Mode mode(PrintWriter print) {
        return new StudyRuns.Mode(print, json, quiet);
    }

    private void resumable() {
        boolean alone = layers.untouched() && seeds == null && out == null && !showConfig;
        if (!alone) {
            throw new IllegalArgumentException("--resume (" + resume
                    + ") must stand without --preset, --config, --set, --seed, --seeds, --rounds, --out and --show-config:"
                    + " the folder holds its configuration.\nMaybe a new run was meant: leave out --resume.");
        }
    }

    /** What was asked for, or the first free name below {@code runs}. */
    private Path folder(Config config) {
        if (out != null) {
            return out;
        }
        String name = schema.study() + "-" + layers.presetName() + "-seed-" + config.whole("run.seed");
        Path free = Path.of("runs", name);
        for (int n = 2; Files.exists(free); n++) {
            free = Path.of("runs", name + "-" + n);
        }
        return free;
    }

    private static String typed(CommandSpec here) {
        StringBuilder text = new StringBuilder("sed");
        for (String argument : here.root().commandLine().getParseResult().originalArgs()) {
            text.append(' ').append(quoted(argument));
        }
        return text.toString();
    }

    private static String quoted(String argument) {
        return argument.matches("[A-Za-z0-9_./:=,+-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
