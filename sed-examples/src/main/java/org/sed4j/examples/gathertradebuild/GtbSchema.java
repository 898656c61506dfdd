package org.sed4j.examples.gathertradebuild;

import static org.sed4j.core.config.Key.choice;
import static org.sed4j.core.config.Key.number;
import static org.sed4j.core.config.Key.numbers;
import static org.sed4j.core.config.Key.whole;
import static org.sed4j.core.config.Key.wholes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.config.Key;
import org.sed4j.core.config.Schema;
import org.sed4j.examples.BackendKey;

/** Every number of the Gather-Trade-Build study, with its range, its meaning and its source. */
public final class GtbSchema {
    private static final String PAPER = "paper 004";
    private static final String CODE = "released code of the AI Economist";
    private static final String OURS = "ours";

    /** The presets, by name; each is a YAML file beside this class. */
    public static final List<String> PRESETS = List.of("paper-004", "paper-004-metagrad", "ai-economist", "quick");

    /** Options of the command that set a key. */
    public static final Map<String, String> SHORTCUTS = shortcuts();

    private GtbSchema() {}

    private static Map<String, String> shortcuts() {
        Map<String, String> shortcuts = new LinkedHashMap<>();
        shortcuts.put("--map", "world.map");
        shortcuts.put("--method", "tax.method");
        return shortcuts;
    }

    /** The schema. */
    public static Schema schema() {
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put("world", "The economy: map, players, episode.");
        sections.put("tax", "Who sets the tax rates, and how taxation is phased in.");
        sections.put("players", "How the players learn: PPO, one policy for all.");
        sections.put("principal", "How a learning principal learns: PPO.");
        sections.put("metagrad", "How the planner of metagrad learns.");
        sections.put("run", "How much, how long, on what, and what is kept.");
        List<Key> keys = new ArrayList<>();
        keys.addAll(WorldKeys.world());
        keys.addAll(tax());
        keys.addAll(ppo("players", 1e-3, 0.01, 3200, 0.99, "one policy for all players", 64, 64));
        keys.addAll(DifferentiableKeys.players());
        keys.addAll(ppo("principal", 1e-3, 0.02, 160, 1, "seven heads of 22 choices", 64, 64));
        keys.addAll(DifferentiableKeys.planner());
        keys.addAll(run());
        return Schema.of("gather-trade-build", sections, keys, List.of());
    }

    private static List<Key> tax() {
        return List.of(
                choice("tax.method", "free-market", "us-federal", "fixed", "saez", "dual-rl", "metagrad", "cma-es")
                        .means("who sets the rates: free-market, us-federal, fixed, saez, dual-rl, metagrad or cma-es")
                        .source(PAPER),
                WorldKeys.cuts(),
                numbers("tax.rates")
                        .from(0)
                        .to(1)
                        .means("the rates of fixed, lowest bracket first")
                        .source(OURS),
                number("tax.free", 0)
                        .from(0)
                        .to(1)
                        .means("share of the rounds without taxes, before the method takes office")
                        .source(OURS),
                number("tax.ramp", 0.04)
                        .from(0)
                        .to(1)
                        .means("share of the rounds over which the highest rate allowed grows to 1 (8,000 of 200,000)")
                        .source(PAPER),
                number("tax.ramp_start", 0.1)
                        .from(0)
                        .to(1)
                        .means("highest rate allowed when it begins to grow")
                        .source(PAPER),
                number("tax.elasticity", -1)
                        .from(-1)
                        .means("elasticity of income that saez takes as known; -1 to estimate it")
                        .source(CODE),
                whole("tax.search_trials", 150)
                        .from(1)
                        .to(100_000)
                        .means("schedules that cma-es tries one after the other, each in force equally long")
                        .source(OURS));
    }

    private static List<Key> ppo(
            String section,
            double learningRate,
            double entropy,
            long minibatch,
            double discount,
            String about,
            long... hidden) {
        String in = section + ".";
        return List.of(
                number(in + "learning_rate", learningRate)
                        .above(0)
                        .to(1)
                        .means("Adam's step size, falling linearly to 0; " + about)
                        .source(OURS),
                number(in + "discount", discount)
                        .from(0)
                        .to(1)
                        .means("gamma, a decision")
                        .source(PAPER),
                number(in + "gae_lambda", 0.98)
                        .from(0)
                        .to(1)
                        .means("lambda of generalised advantage estimation")
                        .source(PAPER),
                number(in + "clip", 0.2)
                        .above(0)
                        .to(10)
                        .means("epsilon, the range of the probability ratio")
                        .source(OURS),
                number(in + "entropy_weight", entropy)
                        .from(0)
                        .means("weight of the entropy in the loss")
                        .source(OURS),
                whole(in + "epochs", 3)
                        .from(1)
                        .to(1000)
                        .means("passes over what was gathered")
                        .source(OURS),
                whole(in + "minibatch", minibatch)
                        .from(1)
                        .means("rows of a minibatch")
                        .source(OURS),
                wholes(in + "hidden", hidden)
                        .from(1)
                        .to(65_536)
                        .means("units of the dense layers")
                        .source(OURS));
    }

    private static List<Key> run() {
        return List.of(
                whole("run.seed", 1).means("what all chance grows from").source(OURS),
                whole("run.worlds", 64)
                        .from(1)
                        .to(1_000_000)
                        .means("B, copies of the world, an episode each a round")
                        .source(OURS),
                whole("run.rounds", 313)
                        .from(1)
                        .means("episodes of each world; 313 x 64 are 20,032")
                        .source(OURS),
                whole("run.threads", 1)
                        .from(0)
                        .to(4096)
                        .means("threads that share the worlds; 0 is all cores")
                        .source(OURS),
                BackendKey.key(),
                whole("run.checkpoint_every", 50)
                        .from(1)
                        .means("rounds between two checkpoints")
                        .source(OURS),
                whole("run.checkpoints", 2)
                        .from(1)
                        .to(1000)
                        .means("how many are kept")
                        .source(OURS),
                whole("run.test_worlds", 100)
                        .from(1)
                        .to(1_000_000)
                        .means("episodes of the test at the end, nobody learning")
                        .source(PAPER),
                whole("run.replay_steps", 200)
                        .from(0)
                        .to(10_000)
                        .means("steps of the replay at most; 0 for none")
                        .source(OURS));
    }
}
