package org.sed4j.examples.stackelberg;

import static org.sed4j.core.config.Key.choice;
import static org.sed4j.core.config.Key.flag;
import static org.sed4j.core.config.Key.number;
import static org.sed4j.core.config.Key.whole;
import static org.sed4j.core.config.Key.wholes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sed4j.core.config.Key;
import org.sed4j.core.config.Schema;
import org.sed4j.rl.stackelbergpomdp.Settings;

/** Every number of a leader's run. Where a key may be 0, 0 is "as the preset has it". */
public final class LeaderSchema {
    private static final String CODE = "published code ec4b536";
    private static final String SB3 = "stable-baselines3 1.5, which the published code takes";
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
        keys.addAll(game());
        keys.addAll(leader());
        keys.addAll(run());
        return Schema.of("stackelberg", sections, keys, List.of());
    }

    private static List<Key> game() {
        return List.of(
                choice("game.setting", Settings.all().keySet().toArray(String[]::new))
                        .means("the experiment")
                        .source("paper 003, section 7"),
                choice("game.preset", "tuned", "code", "paper")
                        .means("where the numbers come from that nobody gives")
                        .source(OURS),
                choice("game.followers", "multiplicative", "regret_matching", "swap", "q")
                        .means("how followers adapt")
                        .source("paper 003, section 3.1"),
                number("game.epsilon", 0)
                        .from(0)
                        .to(100)
                        .means("epsilon of the weights, for payoffs over their range; 0 as the preset")
                        .source(CODE),
                whole("game.updates", 0)
                        .from(0)
                        .means("T_eq, complete updates of the followers in an episode; 0 as the preset")
                        .source(CODE),
                whole("game.rewards", 0)
                        .from(0)
                        .means("T_rw, reward sub-episodes of an episode; 0 as the preset")
                        .source(CODE),
                choice("game.readout", "preset", "argmax", "last_mixed", "empirical")
                        .means("what followers play in the reward phase")
                        .source("argmax: " + CODE + "; empirical: paper 003"));
    }

    private static List<Key> leader() {
        return List.of(
                choice("leader.learner", "mappo", "ppo")
                        .means("mappo: a critic that sees the followers; ppo: one that sees what the leader sees")
                        .source("paper 003, section 6"),
                choice("leader.critic", "code", "full")
                        .means("what mappo's critic sees: phase and weights, or types and progress too")
                        .source(CODE),
                choice("leader.policy", "auto", "categorical", "gaussian", "simplex")
                        .means("what the policy emits; auto as the game asks")
                        .source(CODE),
                wholes("leader.hidden", 64, 64)
                        .from(1)
                        .means("widths of the hidden layers of actor and critic, tanh")
                        .source(SB3),
                whole("leader.episodes", 0)
                        .from(0)
                        .means("episodes of an iteration; 0 as the preset")
                        .source(CODE),
                number("leader.learning_rate", 0)
                        .from(0)
                        .to(1)
                        .means("Adam's step size; 0 as the preset")
                        .source(CODE),
                number("leader.gae_lambda", 0)
                        .from(0)
                        .to(1)
                        .means("lambda of generalised advantage estimation; 0 as the preset")
                        .source(SB3),
                number("leader.entropy_weight", 0)
                        .from(0)
                        .means("weight of the entropy in the loss")
                        .source(CODE),
                whole("leader.epochs", 10)
                        .from(1)
                        .to(1000)
                        .means("passes over what was gathered")
                        .source(SB3),
                whole("leader.minibatch", 64)
                        .from(2)
                        .means("rows of a minibatch")
                        .source(SB3),
                flag("leader.authors_epsilon", false)
                        .means(
                                "whether any action is tried at new observations: always in the first iteration, then at 5 %")
                        .source(CODE));
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
