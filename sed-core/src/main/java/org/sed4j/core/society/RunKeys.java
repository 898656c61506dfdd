package org.sed4j.core.society;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sed4j.core.config.Config;
import org.sed4j.core.config.Key;
import org.sed4j.core.pomg.Backend;
import org.sed4j.core.run.Plan;

/** The keys of how long, how many and how fast, in the section {@code run}, and what becomes of them. */
public final class RunKeys {
    /** What the worlds run on. */
    public static final String BACKEND = "run.backend";

    private RunKeys() {}

    /**
     * Those that every run of a society has.
     *
     * @param rounds in all, if nobody says
     * @param worlds lived side by side, if nobody says
     * @param threads if nobody says; 0 is all cores
     * @param every rounds between checkpoints, if nobody says
     */
    public static List<Key> all(long rounds, long worlds, long threads, long every) {
        String[] backends = Arrays.stream(Backend.values()).map(Backend::label).toArray(String[]::new);
        return List.of(
                Key.whole("run.seed", 1).means("seed of all chance"),
                Key.whole("run.rounds", rounds).from(1).means("rounds in all"),
                Key.whole("run.worlds", worlds).from(1).to(10_000_000).means("B, worlds lived side by side"),
                Key.whole("run.threads", threads).from(0).to(4096).means("threads; 0 is all cores. Changes no result"),
                Key.choice(BACKEND, backends)
                        .means("what the worlds run on; auto is the fastest to be had. Changes no result"),
                Key.whole("run.checkpoint_every", every).from(1).means("rounds between checkpoints"),
                Key.whole("run.checkpoints", 2).from(1).to(1000).means("how many checkpoints are kept"));
    }

    static List<Key> ofBlueprints() {
        List<Key> keys = new ArrayList<>(all(50, 16, 1, 10));
        keys.addAll(List.of(
                Key.whole("run.steps_per_round", 0)
                        .from(0)
                        .to(1_000_000)
                        .means("T, steps between votes; 0 for what the economy suggests"),
                Key.whole("run.rounds_per_episode", 0)
                        .from(0)
                        .to(1_000_000)
                        .means("tau, rounds until worlds start anew; 0 for what the economy suggests"),
                Key.flag("run.evaluate", true)
                        .means("whether the end is compared with no government and with constant ones, on new worlds"),
                Key.whole("run.replay_steps", 200).from(0).to(100_000).means("steps of a replay; 0 for none")));
        return keys;
    }

    /** How many threads were asked for. */
    public static int threads(Config config) {
        int threads = config.integer("run.threads");
        return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    }

    /** What the worlds run on; the JVM where a configuration has no key for it. */
    public static Backend backend(Config config) {
        boolean said =
                config.schema().keys().stream().anyMatch(key -> key.path().equals(BACKEND));
        return said ? Backend.of(config.text(BACKEND)) : Backend.JVM;
    }

    /** A society that plans as many rounds, in as many worlds, on as many threads and on what was asked for. */
    public static Society.Builder apply(Config config, Society.Builder society) {
        return society.planned(config.whole("run.rounds"))
                .worlds(config.integer("run.worlds"))
                .threads(threads(config))
                .backend(backend(config));
    }

    /** Rounds as many as were asked for, with checkpoints when they were. */
    public static Plan plan(Config config) {
        return Plan.of("round", config.whole("run.rounds"))
                .checkpoints(config.whole("run.checkpoint_every"), config.integer("run.checkpoints"))
                .speed("agent_steps_per_second");
    }
}
