package org.sed4j.examples.stackelberg;

import static org.sed4j.core.config.Key.whole;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.config.Key;
import org.sed4j.core.config.Schema;
import org.sed4j.rl.stackelbergpomdp.LeaderKeys;

/** Every number of a leader's run. Where a key may be 0, 0 is "as the preset has it". */
public final class LeaderSchema {
    private static final String OURS = "ours";

    /** The presets, by name; each is a YAML file beside this class. */
    public static final List<String> PRESETS = List.of("tuned", "code", "paper");

    /** Keys that have an option of their own. */
    public static final Map<String, String> SHORTCUTS = shortcuts();

    private LeaderSchema() {}

    private static Map<String, String> shortcuts() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("--setting", "game.setting");
        options.put("--learner", "leader.learner");
        options.put("--steps", "run.steps");
        return java.util.Collections.unmodifiableMap(options);
    }

    /** The schema. */
    public static Schema schema() {
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put("game", "What is led, and how its followers adapt.");
        sections.put("leader", "How the leader learns.");
        sections.put("run", "How long, on what, and what is kept.");
        List<Key> keys = new ArrayList<>();
        keys.addAll(LeaderKeys.game());
        keys.addAll(LeaderKeys.leader());
        keys.addAll(run());
        return Schema.of("stackelberg", sections, keys, List.of());
    }

    private static List<Key> run() {
        return List.of(
                whole("run.seed", 1).means("seed of all chance").source(OURS),
                whole("run.steps", 100_000)
                        .from(1)
                        .means("leader steps, both phases; none is spent on resets, so about half of the code's count")
                        .source(OURS),
                whole("run.rounds", 0)
                        .from(0)
                        .means("iterations at most; 0 for no such bound")
                        .source(OURS),
                whole("run.evaluate_every", 5)
                        .from(1)
                        .means("iterations between exact evaluations of the greedy leader")
                        .source(OURS),
                whole("run.evaluate_episodes", 16)
                        .from(1)
                        .means("episodes in which the greedy leader meets adapting followers at the end")
                        .source(OURS),
                whole("run.threads", 1)
                        .from(0)
                        .means("threads; 0 is all cores. Changes no result")
                        .source(OURS),
                whole("run.checkpoint_every", 25)
                        .from(1)
                        .means("iterations between checkpoints")
                        .source(OURS),
                whole("run.checkpoints", 2).from(1).means("checkpoints kept").source(OURS));
    }
}
