package org.sed4j.core.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.sed4j.core.run.Shown;

/** All that a study lets its users configure: the keys in order, and the rules that join several of them. */
public final class Schema {
    private final String study;
    private final Map<String, String> sections = new LinkedHashMap<>();
    private final Map<String, Key> keys = new LinkedHashMap<>();
    private final List<Consumer<Config>> rules;

    private Schema(String study, Map<String, String> sections, List<Key> keys, List<Consumer<Config>> rules) {
        this.study = study;
        this.sections.putAll(sections);
        for (Key key : keys) {
            if (!sections.containsKey(key.section()) || this.keys.put(key.path(), key) != null) {
                throw new IllegalArgumentException("key (" + key.path() + ") must be new and in a known section, "
                        + sections.keySet() + ".\nMaybe it is listed twice.");
            }
        }
        this.rules = List.copyOf(rules);
    }

    /**
     * The schema of a study.
     *
     * @param sections what each section is about, by its name
     * @param rules each throws {@code IllegalArgumentException} if a configuration breaks it
     */
    public static Schema of(String study, Map<String, String> sections, List<Key> keys, List<Consumer<Config>> rules) {
        return new Schema(study, sections, keys, rules);
    }

    /** The study's name. */
    public String study() {
        return study;
    }

    /** The keys, section by section. */
    public List<Key> keys() {
        return List.copyOf(keys.values());
    }

    /** What each section is about. */
    public Map<String, String> sections() {
        return new LinkedHashMap<>(sections);
    }

    /**
     * What a key means, in one line.
     *
     * @throws IllegalArgumentException if there is no such key
     */
    public String meaning(String path) {
        return key(path, "in the code").meaning();
    }

    Optional<Key> find(String path) {
        return Optional.ofNullable(keys.get(path));
    }

    /**
     * The key of that path.
     *
     * @param where the path was given, for the message
     * @throws IllegalArgumentException if there is none; the message names the nearest
     */
    Key key(String path, String where) {
        return find(path)
                .orElseThrow(() -> new IllegalArgumentException("key (" + Shown.of(path) + ")"
                        + (where.isEmpty() ? "" : " " + where) + " must be one of the keys of " + study
                        + ".\nMaybe you meant " + Nearest.to(path, new ArrayList<>(keys.keySet())) + "."));
    }

    /** The configuration in which nobody said anything. */
    public Config initial() {
        Map<String, Object> values = new LinkedHashMap<>();
        keys.values().forEach(key -> values.put(key.path(), key.initial()));
        return new Config(this, values);
    }

    /** Hands the configuration back if no rule refuses it. */
    public Config checked(Config config) {
        rules.forEach(rule -> rule.accept(config));
        return config;
    }
}
