package org.sed4j.examples;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.run.RunFolder;
import org.sed4j.examples.config.Config;
import org.sed4j.examples.config.ConfigReader;
import org.sed4j.examples.config.Key;
import org.sed4j.examples.config.Nearest;
import org.sed4j.examples.config.Schema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The command of a study: from what was typed to a configuration, and from there to runs.
 *
 * <p>Layers, later over earlier: what every key is if nobody says, {@code --preset}, {@code --config}, {@code --set}, then
 * {@code --seed}, {@code --rounds}, {@code --threads} and {@code --backend}. Everything is checked before a folder is made.
 */
@Command(mixinStandardHelpOptions = true, sortOptions = false)
public final class StudyCommand implements Callable<Integer> {
    private final Schema schema;
    private final String about;
    private final List<String> presets;
    private final Class<?> presetHome;
    private final StudyRuns runs;
    private final Map<String, String> shortcuts;

    @Option(names = "--preset", paramLabel = "NAME", description = "Where to start from; they are listed below.")
    private @Nullable String preset;

    @Option(names = "--config", paramLabel = "FILE", description = "A YAML file of keys, over the preset.")
    private @Nullable Path file;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "One key, over both; as often as you like.")
    private List<String> assignments = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of all chance (run.seed).")
    private @Nullable Long seed;

    @Option(names = "--seeds", paramLabel = "K", description = "Make K runs, with seeds N, N+1, ... (default: 1).")
    private @Nullable Integer seeds;

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds in all (run.rounds).")
    private @Nullable Integer rounds;

    @Option(names = "--threads", paramLabel = "N", description = "Threads; 0 is all cores. Changes no result.")
    private @Nullable Integer threads;

    @Option(names = "--backend", paramLabel = "NAME", description = "jvm, native, cuda or auto. Changes no result.")
    private @Nullable String backend;

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
        this.presetHome = presetHome;
        this.runs = new StudyRuns(study, schema.study(), unit);
        this.shortcuts = new LinkedHashMap<>(shortcuts);
    }

    /** What is typed after {@code sed}. */
    String name() {
        return schema.study();
    }

    /** Tells the help what the class alone cannot know. */
    void describe(CommandSpec here) {
        List<String> known = schema.keys().stream().map(Key::path).toList();
        Map.of("--rounds", "run.rounds", "--threads", "run.threads", "--backend", BackendKey.PATH)
                .forEach((option, key) -> {
                    if (!known.contains(key)) {
                        here.remove(here.findOption(option));
                    }
                });
        shortcuts.forEach((option, key) -> here.addOption(OptionSpec.builder(option)
                .paramLabel("VALUE")
                .type(String.class)
                .description(key + ": " + schema.meaning(key) + ".")
                .build()));
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
            return runs.resume(folder, elsewhere(config), mode(print));
        }
        Config config = configured();
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
        return runs.begin(folder(config), config, count, typed(here), mode(print));
    }

    /** The same run on another machine: with other threads, on another backend. */
    private Config elsewhere(Config config) {
        Config moved = threads == null ? config : config.with("run.threads", threads.toString());
        return backend == null ? moved : moved.with(BackendKey.PATH, backend);
    }

    private StudyRuns.Mode mode(PrintWriter print) {
        return new StudyRuns.Mode(print, json, quiet);
    }

    private void resumable() {
        boolean alone = preset == null
                && file == null
                && assignments.isEmpty()
                && seed == null
                && seeds == null
                && rounds == null
                && out == null
                && shortcuts.keySet().stream().allMatch(option -> given(option).isEmpty())
                && !showConfig;
        if (!alone) {
            throw new IllegalArgumentException("--resume (" + resume
                    + ") must stand without --preset, --config, --set, --seed, --seeds, --rounds, --out and --show-config:"
                    + " the folder holds its configuration.\nMaybe a new run was meant: leave out --resume.");
        }
    }

    private Config configured() throws IOException {
        String name = preset == null ? presets.get(0) : preset;
        if (!presets.contains(name)) {
            throw new IllegalArgumentException("--preset (" + name + ") must be one of " + String.join(", ", presets)
                    + ".\nMaybe you meant " + Nearest.to(name, presets) + ".");
        }
        ConfigReader reader = ConfigReader.of(schema).yaml(preset(name), "preset " + name);
        Path given = file;
        if (given != null) {
            if (!Files.isRegularFile(given)) {
                throw new IllegalArgumentException("--config (" + given
                        + ") must be a file that exists.\nMaybe the path is relative to another folder.");
            }
            reader.yaml(Files.readString(given), given.toString());
        }
        assignments.forEach(assignment -> reader.set(assignment, "--set"));
        shortcuts.forEach((option, key) -> given(option).ifPresent(value -> reader.set(key + "=" + value, option)));
        sugar(reader, "run.seed", seed, "--seed");
        sugar(reader, "run.rounds", rounds, "--rounds");
        sugar(reader, "run.threads", threads, "--threads");
        sugar(reader, BackendKey.PATH, backend, "--backend");
        return reader.config();
    }

    private Optional<String> given(String option) {
        OptionSpec typed = Objects.requireNonNull(spec).findOption(option);
        return Optional.ofNullable(typed == null ? null : typed.getValue());
    }

    private static void sugar(ConfigReader reader, String key, @Nullable Object value, String option) {
        if (value != null) {
            reader.set(key + "=" + value, option);
        }
    }

    private String preset(String name) throws IOException {
        try (InputStream in = presetHome.getResourceAsStream(name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("the preset " + name + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What was asked for, or the first free name below {@code runs}. */
    private Path folder(Config config) {
        if (out != null) {
            return out;
        }
        String name =
                schema.study() + "-" + (preset == null ? presets.get(0) : preset) + "-seed-" + config.whole("run.seed");
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
