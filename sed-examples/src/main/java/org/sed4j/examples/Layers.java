package org.sed4j.examples;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sed4j.core.config.Config;
import org.sed4j.core.config.ConfigReader;
import org.sed4j.core.config.Key;
import org.sed4j.core.config.Nearest;
import org.sed4j.core.config.Schema;
import org.sed4j.core.run.Shown;
import org.sed4j.core.run.TextFile;
import org.sed4j.core.society.RunKeys;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The options that make a configuration, later over earlier: what every key is if nobody says, {@code --preset}, {@code
 * --config}, {@code --set}, a study's own options, then {@code --seed}, {@code --rounds}, {@code --threads} and {@code --backend}.
 */
final class Layers {
    private final Schema schema;
    private final List<String> presets;
    private final Class<?> presetHome;
    private final Map<String, String> shortcuts;

    @Option(names = "--preset", paramLabel = "NAME", description = "Where to start from; they are listed below.")
    private @Nullable String preset;

    @Option(names = "--config", paramLabel = "FILE", description = "A YAML file of keys, over the preset.")
    private @Nullable Path file;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "One key, over both; as often as you like.")
    private List<String> assignments = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of all chance (run.seed).")
    private @Nullable Long seed;

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds in all (run.rounds).")
    private @Nullable Integer rounds;

    @Option(names = "--threads", paramLabel = "N", description = "Threads; 0 is all cores. Changes no result.")
    private @Nullable Integer threads;

    @Option(names = "--backend", paramLabel = "NAME", description = "jvm, native, cuda or auto. Changes no result.")
    private @Nullable String backend;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /**
     * @param presets names of YAML files beside {@code presetHome}, the first one the default
     * @param shortcuts keys by the option that sets them
     */
    Layers(Schema schema, List<String> presets, Class<?> presetHome, Map<String, String> shortcuts) {
        this.schema = schema;
        this.presets = presets;
        this.presetHome = presetHome;
        this.shortcuts = shortcuts;
    }

    /** Adds a study's own options, and takes away those whose keys it does not have. */
    void fit(CommandSpec here) {
        List<String> known = schema.keys().stream().map(Key::path).toList();
        Map.of("--rounds", "run.rounds", "--threads", "run.threads", "--backend", RunKeys.BACKEND)
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
    }

    /** Whether none was given but where a run may go on otherwise: its threads and its backend. */
    boolean untouched() {
        return Stream.of(preset, file, seed, rounds).allMatch(Objects::isNull)
                && assignments.isEmpty()
                && shortcuts.keySet().stream().allMatch(option -> given(option).isEmpty());
    }

    /** The same configuration on another machine: with other threads, on another backend. */
    Config elsewhere(Config config) {
        Config moved = threads == null ? config : config.with("run.threads", threads.toString());
        return backend == null ? moved : moved.with(RunKeys.BACKEND, backend);
    }

    /** The name of the preset begun with. */
    String presetName() {
        return preset == null ? presets.get(0) : preset;
    }

    Config configured() throws IOException {
        String name = presetName();
        if (!presets.contains(name)) {
            throw new IllegalArgumentException("--preset (" + Shown.of(name) + ") must be one of "
                    + String.join(", ", presets) + ".\nMaybe you meant " + Nearest.to(name, presets) + ".");
        }
        ConfigReader reader = ConfigReader.of(schema).yaml(preset(name), "preset " + name);
        Path given = file;
        if (given != null) {
            if (!Files.isRegularFile(given)) {
                throw new IllegalArgumentException("--config (" + given
                        + ") must be a file that exists.\nMaybe the path is relative to another folder.");
            }
            reader.yaml(TextFile.read(given, TextFile.most()), given.toString());
        }
        assignments.forEach(assignment -> reader.set(assignment, "--set"));
        shortcuts.forEach((option, key) -> given(option).ifPresent(value -> reader.set(key + "=" + value, option)));
        sugar(reader, "run.seed", seed, "--seed");
        sugar(reader, "run.rounds", rounds, "--rounds");
        sugar(reader, "run.threads", threads, "--threads");
        sugar(reader, RunKeys.BACKEND, backend, "--backend");
        return reader.config();
    }

    private Optional<String> given(String option) {
        OptionSpec typed = Objects.requireNonNull(command).findOption(option);
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
}
